"""What a page says of itself: dates, names, language, encoding, links."""

import pytest

from dossierpress.edtf import parse_when
from dossierpress.errors import Problem
from dossierpress.ingest.clipping import Clipping
from dossierpress.ingest.draft import Draft, Options, make_draft
from dossierpress.ingest.readers.html import read
from dossierpress.ingest.story import Story

TEXT = (
    "<p>The ferry between the two ports will not sail on Sundays from next month, the company said"
    " in a letter to its passengers.</p><p>It gave no reason, but two of its three ships have been"
    " in the yard since the storm, and a crew costs the same whether it sails or waits.</p>"
)


def page(head: str = "", top: str = "", text: str = TEXT, **more: object) -> Draft:
    source = (
        f"<html><head><title>Ferry will not sail on Sundays</title>{head}</head><body>"
        f"<h1>Ferry will not sail on Sundays</h1>{top}<div class='text'>{text}</div></body></html>"
    )
    clipping = Clipping("page.html", source.encode(), **more)  # type: ignore[arg-type]
    (story,) = read(clipping)
    assert isinstance(story, Story)
    return make_draft(clipping, story, Options())


def ld(**keys: str) -> str:
    pairs = ", ".join(f'"{key}": "{value}"' for key, value in keys.items())
    return (
        '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Ferry will not'
        f' sail on Sundays", {pairs}}}</script>'
    )


@pytest.mark.parametrize(
    ("said", "published"),
    [
        ("2019-12-05T10:30:00+03:00", "2019-12-05T10:30:00+03:00"),
        ("2019-12-05T10:30:00.000Z", "2019-12-05T10:30:00Z"),
        ("2019-12-05T10:30+0300", "2019-12-05T10:30:00+03:00"),
        ("2019-12-05T10:30:00", "2019-12-05"),
        ("2019-12-05 10:30:00", "2019-12-05"),
        ("2019-12-05", "2019-12-05"),
        ("20191205", "2019-12-05"),
        ("1575541800000", "2019-12-05T10:30:00Z"),
        ("Thu, 05 Dec 2019 10:30:00 GMT", "2019-12-05T10:30:00Z"),
        ("December 5, 2019", "2019-12-05"),
        ("1970-01-01T00:00:00Z", None),
        ("0000-00-00", None),
        ("today", None),
    ],
)
def test_a_date_of_json_ld_keeps_its_time_and_zone(said: str, published: str | None) -> None:
    assert page(ld(datePublished=said)).dates.published == published


def test_a_date_after_the_capture_is_passed_over() -> None:
    head = ld(datePublished="2031-01-01T10:00:00Z")
    head += '<meta name="pubdate" content="2019-12-05">'
    assert page(head, captured_at=parse_when("2020-01-01")).dates.published == "2019-12-05"


def test_a_date_in_the_running_text_is_not_the_date_of_publication() -> None:
    text = TEXT + "<p>The storm of 14 February 2018 had damaged both ships, the company said.</p>"
    assert page(text=text).dates.published is None


def test_a_relative_stamp_counts_from_the_capture() -> None:
    captured = parse_when("2020-01-14T10:00:00Z")
    draft = page(top="<p>Updated 3 hours ago</p>", captured_at=captured)
    assert draft.dates.modified == "2020-01-14"
    assert draft.dates.published is None
    (note,) = draft.dates.notes
    assert (note.status, note.raw) == ("resolved", "Updated 3 hours ago")


@pytest.mark.parametrize(
    ("said", "authors"),
    [
        ("Jane Doe", ["Jane Doe"]),
        ("By Jane Doe and John Roe", ["Jane Doe", "John Roe"]),
        ("Updated 19 min ago", []),
        ("Jane Doe 12 January", []),
        ("https://facebook.com/jane", []),
        ("Staff Writer", []),
        ("ليلى مراش", ["ليلى مراش"]),
    ],
)
def test_an_author_is_a_person(said: str, authors: list[str]) -> None:
    draft = page(f'<meta name="author" content="{said}">')
    assert draft.front_matter.get("authors", []) == authors


def test_an_agency_in_the_place_of_the_author_is_the_agency() -> None:
    draft = page(ld(author="Reuters"))
    assert draft.story.agency == "Reuters"
    assert draft.story.authors == ()


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ("<meta charset=windows-1252><h1>Café “Rosé”</h1>".encode("cp1252"), "Café “Rosé”"),
        ("<meta charset=iso-8859-1><h1>Café “Rosé”</h1>".encode(), "Café “Rosé”"),
        ("<meta charset=windows-1256><h1>ناقلة تغادر</h1>".encode("cp1256"), "ناقلة تغادر"),
        (b"\xff\xfe" + "<h1>Café Rosé</h1>".encode("utf-16-le"), "Café Rosé"),
        (b"\xef\xbb\xbf<meta charset=koi8-r><h1>Caf\xc3\xa9 Ros\xc3\xa9</h1>", "Café Rosé"),
        (b"<meta charset=zip><h1>Caf\xe9 Ros\xe9</h1>", "Café Rosé"),
        (b"<meta charset=utf-8><h1>Caf\xe9 Ros\xe9, in eight-bit letters \xe0\xe8\xec</h1>",
         "Café Rosé, in eight-bit letters àèì"),
    ],
)  # fmt: skip
def test_the_encoding_is_what_the_bytes_say(data: bytes, words: str) -> None:
    (story,) = read(Clipping("page.html", b"<html>" + data))
    assert isinstance(story, Story)
    assert story.title == words


def test_links_are_absolute_and_lead_to_the_web_alone() -> None:
    text = TEXT.replace("letter", '<a href="/l">letter</a>').replace(
        "storm", '<a href="javascript:alert(1)">storm</a>'
    )
    alone = page(text=text).story.body
    assert "[letter]" not in alone
    assert "javascript" not in alone
    based = page('<link rel="canonical" href="https://a.example/b/c">', text=text).story.body
    assert "[letter](https://a.example/l)" in based
    assert "[storm]" not in based


def test_markup_in_words_stays_words() -> None:
    body = page(text=TEXT.replace("letter", "&lt;img src=x onerror=alert(1)&gt; [a](b)")).story.body
    assert "<" not in body
    assert "\\[a](b)" in body


def test_a_page_of_the_wayback_machine_has_both_addresses_and_its_capture() -> None:
    url = "https://web.archive.org/web/20191206120000/https://a.example/ferry"
    draft = page(f'<link rel="canonical" href="{url}">', url=url)
    assert draft.story.url == "https://a.example/ferry"
    assert draft.story.archived_url == url
    assert draft.accessed == "2019-12-06T12:00:00Z"


def test_a_page_without_a_headline_is_named() -> None:
    (problem,) = read(Clipping("page.html", b"<html><body><p>words</p></body></html>"))
    assert isinstance(problem, Problem)
    assert problem.code == "DP506"


def test_the_language_of_the_letters_outranks_the_declared_one() -> None:
    source = '<html lang="en"><h1>ناقلة تغادر الميناء إلى الخليج</h1>'.encode()
    (story,) = read(Clipping("page.html", source))
    assert isinstance(story, Story)
    assert story.language == "ar"
