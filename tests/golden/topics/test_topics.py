"""Runs the cases of this folder: a topic, an article, and how it is assigned, with its evidence.

`assigned` is null where the article does not belong to the topic. The evidence is complete and in
reading order, as "field: sentence".
"""

from pathlib import Path
from typing import Any

import pytest

from dossierpress.topics.assign import assign
from dossierpress.topics.index import build_index
from harness.build import article_of, mentions_of, registry_of, topic_of
from harness.cases import params

REGISTRY = registry_of(
    """
iran: {name: Iran, kind: place}
iraq: {name: Iraq, kind: place, aliases: [{text: Iraqi, use: demonym}]}
strait-of-hormuz: {name: Strait of Hormuz, kind: place}
grace-1: {name: Grace 1, kind: vessel}
stena-impero: {name: Stena Impero, kind: vessel}
omar-varda: {name: Omar Varda, kind: person}
"""
)


@pytest.mark.parametrize("case", params(Path(__file__).parent))
def test_a_rule_assigns_an_article_with_its_sentences(case: dict[str, Any]) -> None:
    topic, article = topic_of(case["topic"]), article_of(case["article"])

    index = build_index([topic], REGISTRY)
    assigned = assign(article, mentions_of(article, REGISTRY), index)

    wanted = case["assigned"]
    assert len(assigned) == (wanted is not None)
    for assignment in assigned:
        assert assignment.strength == wanted["strength"]
        assert assignment.decided_by == wanted.get("decided_by", "rule")
        texts = {field.name: field.text for field in article.fields}
        assert [f"{e.field}: {e.text}" for e in assignment.evidence] == wanted["evidence"]
        for evidence in assignment.evidence:
            assert texts[evidence.field][evidence.start : evidence.end] == evidence.text
