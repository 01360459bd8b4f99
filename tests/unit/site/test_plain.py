import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from dossierpress.site.plain import abstract, has_syntax, plain, shorten

PIECES = st.lists(
    st.sampled_from(
        [
            "word ",
            "two\n",
            "- item\n",
            "12) x",
            " +",
            "\t=",
            "**b**",
            "\\",
            "a&b",
            "\xa0",
            "  ",
            "1",
        ]
    ),
    max_size=60,
).map("".join)


@pytest.mark.parametrize(
    ("markdown", "words"),
    [
        ("**Iran** and *Iraq* and __both__", "Iran and Iraq and both"),
        ("[the Pentagon](https://a.test/x_(y) 'title') said", "the Pentagon said"),
        ("![a map](m.png) and [text][ref] and note[^1]", "a map and text and note"),
        ("> - quoted item", "quoted item"),
        ("## Heading {#id}", "Heading"),
        ("`code` &amp; <b>tag</b> \\*star\\*", "code & tag *star*"),
        ("\\[click](javascript:alert(3)) now", "[click](javascript:alert(3)) now"),
        ("\\[click\\](javascript:alert(3))", "[click](javascript:alert(3))"),
        ("snake_case and 2 * 3 * 4", "snake_case and 2 * 3 * 4"),
        ("two\n  lines", "two lines"),
        ("a < b and c > d", "a < b and c > d"),
    ],
)
def test_markdown_becomes_its_words(markdown: str, words: str) -> None:
    assert plain(markdown) == words


def test_a_long_text_is_cut_between_words() -> None:
    assert shorten("one two, three", 9) == "one two …"
    assert shorten("short", 9) == "short"


@given(PIECES)
@example("\r- item")
@example("line\x0b- no line of its own")
def test_a_text_has_syntax_where_a_sign_or_the_beginning_of_a_line_is_one(text: str) -> None:
    pattern = r"[*_`\[\]<>{}\\&#]|^[ \t]*(?:[-+=]|\d{1,3}[.)])"
    assert has_syntax(text) is bool(re.search(pattern, text, re.MULTILINE))


@given(PIECES, st.integers(2, 40))
def test_an_abstract_is_the_beginning_of_the_plain_text(text: str, limit: int) -> None:
    assert abstract(text, limit) == shorten(plain(text[: 10 * limit]), limit)
