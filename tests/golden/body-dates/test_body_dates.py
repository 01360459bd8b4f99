"""Runs the cases of this folder: a text and its article's date, and every date that it must give.

A case lists all datings of its text in order, as raw words, EDTF value (null: not resolved), rule
and, where they matter, status and a part of the reason.
"""

from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from dossierpress.edtf import parse_when
from dossierpress.model import Article, ArticleId, ArticleRef, DossierId, Rights
from dossierpress.text.when.dating import Dating
from dossierpress.text.when.find import datings_of
from dossierpress.text.when.rules import RULES, rule_id
from harness.cases import load, params

FOLDER = Path(__file__).parent


def _datings(case: dict[str, Any]) -> tuple[Dating, ...]:
    anchor = case.get("published")
    article = Article(
        ArticleRef(DossierId("d"), ArticleId("a")), "a.md", title="", rights=Rights.FULL,
        body=case["text"], published=parse_when(str(anchor)) if anchor else None,
        language=case.get("language", "en"),
    )  # fmt: skip
    return datings_of(article)


@pytest.mark.parametrize("case", params(FOLDER))
def test_a_text_gives_the_dates_that_its_case_lists(case: dict[str, Any]) -> None:
    found = _datings(case)
    wanted = case["dates"]
    assert [(d.raw, d.value, d.rule) for d in found] == [
        (w["raw"], w["value"], w["rule"]) for w in wanted
    ]
    for dating, want in zip(found, wanted, strict=True):
        assert want.get("status", dating.status) == dating.status
        assert want.get("reason", "") in dating.reason
        assert case["text"][dating.start : dating.end] == dating.raw
        assert (dating.anchor is not None) == (dating.status == "resolved")


def test_each_rule_is_shown_by_a_case() -> None:
    shown = Counter(date["rule"] for case in load(FOLDER).values() for date in case["dates"])
    assert set(shown) == {rule_id(rule) for rule in RULES}
