"""Markdown as prose: offsets stay, what is not words goes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossierpress.text.markdown import mask

PIECES = st.sampled_from(
    [
        *'[]()!` \n"\\',
        *("``", "```\n", "~~~\n", "# ", "\n\n", "> ", "- ", "1. ", "===", "---"),
        *("<b>", "</b>", "<!--", "-->", "https://a.b/c", "a@b.c", "Iran"),
    ]
)


def words(text: str) -> str:
    return "".join(c for c in mask(text).text if c.isalnum() or c in " \n")


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("[Iran](https://example.org/Iraq 'Oman') is", "Iran is"),
        ("![Iran](iraq.png) is", "Iran is"),
        ("[Iran][oman] is", "Iran is"),
        ("<b title='Iraq'>Iran</b> is", "Iran is"),
        ("<!-- Iraq\nOman -->Iran is", "\nIran is"),
        ("<https://example.org> Iran", " Iran"),
        ("write to desk@example.org", "write to "),
        ("> Iran is", "  Iran is"),
        ("- Iran\n10. Iraq", " Iran\n Iraq"),
        ("[1]: https://example.org/iran\nIran", "\nIran"),
    ],
)
def test_only_words_are_left(text: str, kept: str) -> None:
    assert words(text) == kept


@pytest.mark.parametrize(
    ("text", "unlinkable"),
    [
        ("# Iran\n\nIraq", ["# Iran"]),
        ("Iran\n====\n\nIraq", ["Iran\n===="]),
        ("see [Iran](a) and [Iraq](b)", ["[Iran](a)", "[Iraq](b)"]),
        ("the `Iran` code", ["`Iran`"]),
        ("```\nIran\n```\nIraq", ["```\nIran\n```"]),
        ("# [a](b) `c`\n", ["# [a](b) `c`"]),
        ("Iran", []),
    ],
)
def test_headings_links_and_code_may_not_bear_a_link(text: str, unlinkable: list[str]) -> None:
    assert [text[start:end] for start, end in mask(text).unlinkable] == unlinkable


@given(st.one_of(st.text(), st.lists(PIECES, max_size=30).map("".join)))
def test_masking_keeps_the_length_and_the_line_ends(text: str) -> None:
    masked = mask(text)

    assert len(masked.text) == len(text)
    assert [i for i, c in enumerate(masked.text) if c == "\n"] == [
        i for i, c in enumerate(text) if c == "\n"
    ]
    end = 0
    for start, stop in masked.unlinkable:
        assert end <= start < stop <= len(text)
        end = stop
