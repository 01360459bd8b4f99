"""The short way to a decision against the long one, which asks every rule."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from dossierpress.matching.context import Context
from dossierpress.matching.lexicon import Lexicon, build_lexicon
from dossierpress.matching.matcher import decide, is_settled, match, settled
from dossierpress.matching.occurrences import find_occurrences
from dossierpress.text.prose import prose_of
from harness.build import article_of, registry_of

REGISTRY = registry_of(
    {
        "jordan": {"name": "Jordan", "kind": "place"},
        "hill": {"name": "Jordan Hill", "kind": "person"},
        "is": {"name": "Islamic State", "kind": "organization", "aliases": ["IS", "the Group"]},
        "us": {"name": "United States", "kind": "place", "aliases": ["US", "March"]},
        "front": {"name": "Front", "kind": "organization", "not": ["the front door"]},
    }
)
LEXICON = build_lexicon(REGISTRY)
NAMES = ("Jordan", "Hill", "Jordan Hill", "IS", "US", "the Group", "Front", "United States")
WORDS = (*NAMES, "hill", "is", "us", "the", "the front door", "March", "Bank of", "Times", "quiet")
GAPS = (" ", " ", " ", ". ", ", ", "-", "’s ", "\n\n")

texts = st.lists(st.tuples(st.sampled_from(WORDS), st.sampled_from(GAPS)), max_size=25).map(
    lambda pairs: "".join(word + gap for word, gap in pairs)
)


def context_of(text: str, lexicon: Lexicon) -> Context:
    article = article_of(f"---\ntitle: x\n---\n{text}\n")
    proses = prose_of(article)
    found = find_occurrences(article, proses, lexicon)
    return Context(proses, found.occurrences, found.small, article.date)


@given(texts)
def test_the_short_way_decides_as_the_rules_do(text: str) -> None:
    context = context_of(text, LEXICON)

    for number, occurrence in enumerate(context.occurrences):
        if is_settled(occurrence) and (number in context.calm or occurrence.wrong_case):
            assert settled(occurrence, context) == decide(occurrence, context)


@given(st.lists(texts, max_size=4))
def test_what_was_decided_in_other_articles_changes_nothing(others: list[str]) -> None:
    articles = [article_of(f"---\ntitle: x\n---\n{text}\n") for text in others]
    kept = replace(LEXICON)

    for article in articles:
        assert match(article, kept) == match(article, replace(LEXICON))
