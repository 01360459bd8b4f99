"""Runs the cases of this folder: a registry and an article, and every mention it must give.

A case lies in the folder of the rule that it shows. Its mentions are complete and in reading
order; a mention without `entity` is an abstention, one without `field` stands in the body.
"""

from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from dossierpress.matching.rules import RULES
from harness.build import article_of, mentions_of, registry_of
from harness.cases import load, params

FOLDER = Path(__file__).parent
ENOUGH = 8
"""How many cases show each rule, at the least."""


@pytest.mark.parametrize("case", params(FOLDER))
def test_an_article_gives_the_mentions_that_the_rules_ask_for(case: dict[str, Any]) -> None:
    article = article_of(case["article"])

    mentions = mentions_of(article, registry_of(case["registry"]))

    assert [(m.field, m.surface, m.entity, m.rule) for m in mentions] == [
        (m.get("field", "body"), m["text"], m.get("entity"), m["rule"]) for m in case["mentions"]
    ]
    for mention, wanted in zip(mentions, case["mentions"], strict=True):
        assert wanted.get("evidence", "") in mention.evidence
        assert wanted.get("linked", mention.linked) == mention.linked
        assert wanted.get("candidates", list(mention.candidates)) == list(mention.candidates)


def test_each_rule_is_shown_by_enough_cases() -> None:
    shown: Counter[str] = Counter()
    for name, case in load(FOLDER).items():
        rule = name.split("/")[0]
        shown[rule] += rule in {mention["rule"] for mention in case["mentions"]}

    assert {rule: count for rule, count in shown.items() if count < ENOUGH} == {}
    assert set(shown) == {rule for rule, _, _ in RULES}
