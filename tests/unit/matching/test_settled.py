"""The short way to a decision against the long one, which asks every rule."""

from dataclasses import replace

from hypothesis import example, given, settings
from hypothesis import strategies as st

from dossierpress.matching.context import Context
from dossierpress.matching.lexicon import Lexicon, build_lexicon
from dossierpress.matching.matcher import decide, decisions, match
from dossierpress.matching.occurrences import find_occurrences
from dossierpress.text.prose import prose_of
from harness.build import article_of, registry_of

REGISTRY = registry_of(
    {
        "jordan": {
            "name": "Jordan",
            "kind": "place",
            "aliases": [{"text": "Amman", "use": "metonym"}, {"text": "Quiet", "use": "demonym"}],
        },
        "amman": {"name": "Amman", "kind": "place"},
        "hill": {"name": "Jordan Hill", "kind": "person"},
        "other-hill": {"name": "Lara Hill", "kind": "person"},
        "is": {
            "name": "Islamic State",
            "kind": "organization",
            "aliases": ["IS", {"text": "the Group", "strength": "weak"}],
        },
        "us": {"name": "United States", "kind": "place", "aliases": ["US", "March"]},
        "front": {
            "name": "Front",
            "kind": "organization",
            "aliases": [
                {"text": "Wing", "needs": ["Amman"]},
                {"text": "Guard", "from": 2020},
                {"text": "the Group", "default": True},
            ],
            "not": ["the front door"],
        },
    }
)
LEXICON = build_lexicon(REGISTRY)
NAMES = (
    *("Jordan", "Hill", "Jordan Hill", "Lara Hill", "IS", "US", "the Group", "Front", "Amman"),
    *("United States", "Wing", "Guard"),
)
WORDS = (
    *NAMES, "hill", "is", "us", "the", "the front door", "March", "Bank of", "Times", "Quiet",
    "quiet", "3M", "7", "said",
)  # fmt: skip
GAPS = (" ", " ", " ", ". ", ", ", "-", "’s ", "\n\n")

texts = st.lists(st.tuples(st.sampled_from(WORDS), st.sampled_from(GAPS)), max_size=25).map(
    lambda pairs: "".join(word + gap for word, gap in pairs)
)


def context_of(text: str, lexicon: Lexicon) -> Context:
    article = article_of(f"---\ntitle: x\npublished: 2019\n---\n{text}\n")
    proses = prose_of(article)
    found = find_occurrences(article, proses, lexicon)
    return Context(proses, found.occurrences, found.small, article.date)


@settings(max_examples=300)
@given(texts)
@example("quiet Jordan 3M quiet")
def test_the_short_way_decides_as_the_rules_do(text: str) -> None:
    context = context_of(text, LEXICON)

    assert decisions(context, replace(LEXICON)) == [
        decide(occurrence, context) for occurrence in context.occurrences
    ]


@given(st.lists(texts, max_size=4))
def test_what_was_decided_in_other_articles_changes_nothing(others: list[str]) -> None:
    articles = [article_of(f"---\ntitle: x\npublished: 2019\n---\n{text}\n") for text in others]
    kept = replace(LEXICON)

    for article in articles:
        assert match(article, kept) == match(article, replace(LEXICON))
