"""What says something of an article goes; what stands beside it stays."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossierpress.publishing.removal import without


def holds(text: str) -> bool:
    return "SECRET" in text


@pytest.mark.parametrize(
    ("html", "left"),
    [
        ("<ul><li>a<li><a href=SECRET>b</a> c</li></ul>", "<ul><li>a</ul>"),
        ("<ul><li>a</li><li>SECRET <ul><li>b</li></ul></li></ul>", "<ul><li>a</li></ul>"),
        (
            "<ul><li>y <ul><li>SECRET</li><li>b</li></ul></li></ul>",
            "<ul><li>y <ul><li>b</li></ul></li></ul>",
        ),
        ("<table><tr><td>a<td>SECRET</tr><tr><td>b</tr></table>", "<table><tr><td>b</tr></table>"),
        ("<p>See <a href='/SECRET/'>this</a> and that.</p>", "<p>See  and that.</p>"),
        ("<p>See <b>SECRET</b></p><p>b</p>", "<p>b</p>"),
        ('<meta name="d" content="SECRET"><meta name="e">', '<meta name="e">'),
        ("<script>let x = 'SECRET'</script><script>y</script>", "<script>y</script>"),
        ("<blockquote><p>SECRET</p></blockquote><p>b</p>", "<p>b</p>"),
        ("<p>nothing</p>", "<p>nothing</p>"),
        ("<div>SECRET</div>", None),
    ],
)
def test_of_a_page_the_row_or_the_words_go(html: str, left: str | None) -> None:
    assert without("a/index.html", html, holds) == left


@pytest.mark.parametrize(
    ("value", "left"),
    [
        ([{"u": "SECRET", "t": "x", "n": 1}, {"u": "b"}], [{"u": "", "t": "", "n": 1}, {"u": "b"}]),
        ({"site": "S", "of": ["a/b", "SECRET"]}, {"site": "S", "of": ["a/b", ""]}),
        ({"refs": {"SECRET": 1, "b": 2}}, {"refs": {"b": 2}}),
        ([[0, "SECRET", [1.5]], [1, "b", [2.5]]], [[0, "", [1.5]], [1, "b", [2.5]]]),
    ],
)  # fmt: skip
def test_of_a_record_the_texts_go_and_the_place_stays(value: object, left: object) -> None:
    new = without("data.json", json.dumps(value), holds)
    assert new is not None
    assert json.loads(new) == left


def test_of_a_feed_the_entry_goes() -> None:
    feed = "<feed><title>F</title><entry><id>SECRET</id></entry><entry><id>b</id></entry></feed>"
    assert without("a.xml", feed, holds) == "<feed><title>F</title><entry><id>b</id></entry></feed>"


def test_of_lines_the_line_goes() -> None:
    assert without("a.csv", "id,t\n1,SECRET\n2,b\n", holds) == "id,t\n2,b\n"


@pytest.mark.parametrize("name", ["a.bib", "a.txt", "broken.json"])
def test_what_cannot_be_cleaned_goes_as_a_whole(name: str) -> None:
    assert without(name, "{SECRET", holds) is None


PIECES = st.sampled_from(
    ["<li>", "</li>", "<p>", "</p>", "<a href=SECRET>", "</a>", "SECRET", "b", "<ul>", "</ul>",
     "<tr>", "<td>", "</table>", "<br>", "<!-- SECRET -->", "<img alt=SECRET>", "<", "</", "\n"]
)  # fmt: skip


@given(st.lists(PIECES, max_size=20).map("".join))
def test_no_page_keeps_anything_however_broken(html: str) -> None:
    new = without("index.html", html, holds)
    assert new is None or not holds(new)
    if not holds(html):
        assert new == html


VALUES = st.recursive(
    st.sampled_from(["SECRET", "b", "xSECRETx", 1, None]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["SECRET", "a", "c"]), inner, max_size=3)
    ),
)


@given(VALUES)
def test_no_record_keeps_anything(value: object) -> None:
    new = without("a.json", json.dumps(value), holds)
    assert new is not None
    assert not holds(new)
