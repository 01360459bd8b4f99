"""Hostile pages end in a story or a problem, in little time, whatever they hold."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossierpress.errors import Problem
from dossierpress.ingest.clipping import Clipping
from dossierpress.ingest.draft import Options, make_draft
from dossierpress.ingest.readers import feeds, html, mhtml
from dossierpress.ingest.readers.formats import read_clipping
from dossierpress.ingest.writer import compose
from harness.examples import FUZZ

HEAD = b"<html><head><title>A title of a page</title></head><body><h1>A title of a page</h1>"
FEED = b"<rss version='2.0'><channel><title>A desk</title>"

HOSTILE = {
    "deep nesting": HEAD + b"<div>" * 100_000,
    "nesting of inline elements": HEAD + b"<font><p>some words" * 3_000,
    "one tag, many times": HEAD + b"<p>x" * 1_000_000,
    "one long text": HEAD + b"<p>" + b"x" * 8_000_000,
    "a huge attribute": HEAD + b"<p title='" + b"x" * 8_000_000 + b"'>text</p>",
    "scripts that never end": HEAD + b"<script>" * 500_000,
    "pictures that never end": HEAD + b"<svg>" * 100_000,
    "comments that never end": HEAD + b"<!--" * 500_000,
    "brackets in JSON-LD": HEAD + b'<script type="application/ld+json">' + b"[" * 2_000_000,
    "lists in lists": HEAD + (b"<ul><li>" * 200 + b"some words" + b"</li></ul>" * 200) * 70,
    "words in every span": HEAD + (b"<span>some words. " * 200 + b"</span>" * 200) * 140,
    "many small tables": HEAD + b"<table><tr><td>x</td></tr></table>" * 6_000,
    "NULs": b"\x00" * 1000 + HEAD.replace(b"title", b"ti\x00tle") + b"<p>some words",
    "an entity bomb": b'<!DOCTYPE rss [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>' + FEED,
    "a feed nested deep": FEED + b"<item>" * 20_000,
    "a JSON feed nested deep": b'{"version": "https://jsonfeed.org/version/1", "items":'
    + b"[" * 1_000_000,
    "a mail nested deep": b"Mime-Version: 1.0\r\n"
    b"Content-Type: multipart/related; boundary=a0\r\n\r\n"
    + b"".join(
        b"--a%d\r\nContent-Type: multipart/mixed; boundary=a%d\r\n\r\n" % (i, i + 1)
        for i in range(3_000)
    ),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_page_is_read_or_refused_soon(name: str) -> None:
    begin = time.process_time()
    found = list(read_clipping(Clipping(f"{name}.html", HOSTILE[name])))
    assert found
    assert all(isinstance(item, Problem) or item.title for item in found)
    assert time.process_time() - begin < 30


@pytest.mark.parametrize(
    "sign", ["\x1f", "&#31;", "&#x1F", "&#xffff;", "&#xD800;", "&#99999999999;"]
)
def test_a_character_that_no_xml_may_hold_costs_no_text(sign: str) -> None:
    sentence = "The pilots went back to work, and a ship left the port at noon on that day."
    page = HEAD + f"<p>Once{sign} more. {sentence}</p><p>Again. {sentence}</p>".encode()
    (story,) = html.read(Clipping("page.html", page))
    assert not isinstance(story, Problem)
    assert story.body == f"Once more. {sentence}\n\nAgain. {sentence}"


@pytest.mark.parametrize(
    ("link", "url"),
    [
        ("https:// example.org/a", None),
        ("https://\texample.org/a", None),
        ("https://example.org/a b", "https://example.org/a%20b"),
    ],
)
def test_an_address_with_a_space_in_it_is_written_as_browsers_do_or_left_out(
    link: str, url: str | None
) -> None:
    item = f"<item><title>A story</title><link>{link}</link></item></channel></rss>"
    (story,) = read_clipping(Clipping("feed.xml", FEED + item.encode()))
    assert not isinstance(story, Problem)
    assert story.url == url


def test_a_feed_with_a_reference_that_means_nothing_is_refused_in_one_line() -> None:
    feed = FEED + b"<item>&#x110000;<title>A story</title></item></channel></rss>"
    (problem,) = read_clipping(Clipping("feed.xml", feed))
    assert isinstance(problem, Problem)
    assert problem.code == "DP550"


@pytest.mark.parametrize(
    "name",
    [
        "deep nesting",
        "one tag, many times",
        "one long text",
        "lists in lists",
        "words in every span",
    ],
)
def test_what_would_take_too_long_is_refused_in_one_line(name: str) -> None:
    (problem,) = read_clipping(Clipping("page.html", HOSTILE[name]))
    assert isinstance(problem, Problem)
    assert problem.code == "DP521"


TAGS = ("p", "div", "a href=x", "a href='javascript:x'", "script", "li", "ul", "table", "td", "tr",
        "h1", "h2", "blockquote", "br", "figure", "figcaption", "time datetime='2019'", "b", "!--",
        "title", "meta name=author content='1 hour ago'", "base href='::'", "article")  # fmt: skip
SOUP = st.lists(
    st.one_of(
        st.sampled_from([f"<{tag}>" for tag in TAGS] + [f"</{tag.split()[0]}>" for tag in TAGS]),
        st.text(max_size=40),
        st.sampled_from(
            ["5 December 2019", "By Jane Doe", "<", "&lt;b>", "[x](y)", "*" * 5, "\x00"]
        ),
    ),
    max_size=60,
).map("".join)


@FUZZ
@given(SOUP)
def test_no_tag_soup_raises_and_no_markup_gets_through(soup: str) -> None:
    for found in html.read(Clipping("page.html", soup.encode("utf-8", "replace"))):
        if not isinstance(found, Problem):
            assert "<" not in found.body
            assert "javascript:x)" not in found.body
            compose(make_draft(Clipping("page.html", b""), found, Options()))


@FUZZ
@given(st.binary(max_size=400))
def test_no_bytes_raise(data: bytes) -> None:
    for reader in (html, mhtml, feeds):
        list(reader.read(Clipping("any", data)))
    list(html.read(Clipping("any.html", HEAD + data)))
    list(feeds.read(Clipping("any.xml", FEED + data)))
    list(
        mhtml.read(Clipping("a.mht", b"Content-Type: multipart/related; boundary=a\r\n\r\n" + data))
    )
