"""What a page links to, offers and asks for is read from its tags and from nothing else."""

import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossierpress.building.markup import read_markup


def test_links_anchors_and_requests_are_told_apart() -> None:
    markup = read_markup(
        '<link rel="stylesheet" href="a.css"><link rel=canonical href="https://x.test/">'
        '<h2 id="one">One</h2><a name=two></a><a class="x" href="p/?a=1&amp;b=2">p</a>'
        '<img src="i.png" srcset="i2.png 2x, i3.png 3x"><script src=s.js></script>'
    )
    assert markup.links == ("https://x.test/", "p/?a=1&b=2")
    assert markup.anchors == {"one", "two"}
    assert markup.fetched == ("a.css", "i.png", "i2.png", "i3.png", "s.js")


@pytest.mark.parametrize(
    "html",
    [
        'He wrote href="nowhere" on the wall',
        '<!-- <a href="nowhere">x</a> -->',
        "<script>let x = '<a href=\"nowhere\">'</script>",
        '<textarea><a href="nowhere"></textarea>',
        "<p title='<a href=\"nowhere\">'>x</p>",
    ],
)
def test_what_only_looks_like_a_link_is_none(html: str) -> None:
    assert read_markup(html).links == ()


@pytest.mark.parametrize(
    "html",
    [
        '<iframe src="https://x.test/"></iframe>',
        "<style>@import 'https://x.test/';</style>",
        "<style>a{background:url( https://x.test/ )}</style>",
        '<p style="background:url(https://x.test/)">x</p>',
        '<meta http-equiv="refresh" content="0; url=https://x.test/">',
        '<link rel="shortcut icon" href="https://x.test/">',
        '<object data="https://x.test/"></object>',
        '<svg><image href="https://x.test/"/></svg>',
    ],
)
def test_every_way_to_ask_for_something_is_known(html: str) -> None:
    assert read_markup(html).fetched == ("https://x.test/",)


# What the fast reader must find, in the plainest form; no text that is read shares code with it.
COVERED = re.compile(
    r"<!--.*?-->|(<(script|style|textarea)\b[^>]*>)(.*?)</\2\s*>", re.DOTALL | re.IGNORECASE
)
TAG = re.compile(r"<([a-zA-Z][a-zA-Z0-9]*)\s((?:[^>\"']|\"[^\"]*\"|'[^']*')*)>")
VALUE = re.compile(r"([a-zA-Z][a-zA-Z0-9_:-]*)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))")
PIECES = (
    *("<", ">", '"', "'", "=", " ", "\n", "/", "a", "é", "ſ", "&amp;", "&lt;", "&#x2F;", "-->"),
    *("<!--", "<script>", "<SCRIPT src=s>", "</script >", "<style>", "</style>", "<textarea>"),
    *('<a href="x">', "<a\nhref=y id='z'>", '<img src="i.png">', "<p>", "<a href='>'", "name=n"),
)


def plainly(html: str) -> tuple[list[str], set[str]]:
    """Return the links and anchors of a page, one tag after the other."""
    links, anchors = set(), set()
    for tag, written in TAG.findall(COVERED.sub(lambda match: match[1] or "", html)):
        found = {
            name.lower(): unescape(one or two or three).strip()
            for name, one, two, three in VALUE.findall(written)
        }
        anchors |= {found[name] for name in ("id", "name") if name in found}
        if tag.lower() == "a" and "href" in found:
            links.add(found["href"])
    return sorted(links), anchors


@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
def test_any_page_is_read_as_tag_after_tag_would_be(html: str) -> None:
    markup = read_markup(html)
    assert (list(markup.links), set(markup.anchors)) == plainly(html)
