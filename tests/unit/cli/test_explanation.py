"""An article with its mentions explained, as a terminal shows it."""

from dossierpress.cli.explanation import explain
from harness.build import article_of, mentions_of, registry_of

REGISTRY = registry_of(
    {
        "iran": {
            "name": "Iran",
            "kind": "place",
            "aliases": [{"text": "Iranian", "use": "demonym"}],
        },
        "jordan": {"name": "Jordan", "kind": "place"},
    }
)
ARTICLE = article_of(
    "---\ntitle: news of the day\n---\n"
    "Nothing here. An Iranian\nship left Iran.\n\nA. Jordan saw it.\n"
)


def test_a_sentence_is_followed_by_the_reasons_of_its_mentions() -> None:
    lines = list(explain(ARTICLE, mentions_of(ARTICLE, REGISTRY), colour=False))

    assert lines == [
        "body:",
        "  An [Iranian] ship left [Iran].",
        '      "Iranian" → iran as a demonym, the link: longest-match: the alias "Iranian"',
        '      "Iran" → iran: longest-match: the alias "Iran"',
        "  A. (Jordan) saw it.",
        '      "Jordan" not linked: touching-capital, alias "Jordan": it touches "A."; '
        "it may mean jordan",
    ]


def test_colour_is_only_for_a_terminal() -> None:
    mentions = mentions_of(ARTICLE, REGISTRY)

    assert "\x1b[" not in "".join(explain(ARTICLE, mentions, colour=False))
    assert "\x1b[" in "".join(explain(ARTICLE, mentions, colour=True))
