"""The stages around the text: sniffing, names, sameness, files."""

import os
import re
from pathlib import Path

import pytest

from dossierpress.ingest.clipping import Clipping
from dossierpress.ingest.duplicates import Sameness, Shelf
from dossierpress.ingest.existing import (
    Existing,
    dossier_names,
    existing_articles,
    taken_ids,
    text_key,
)
from dossierpress.ingest.language import language_of, language_tag
from dossierpress.ingest.slug import article_id, slugify
from dossierpress.ingest.sniff import MAX_LINES, looks_like, refuse
from dossierpress.ingest.writer import NameTakenError, write_new

BODY = "The divers come from three navies, and they train for a month in warm, dark water."


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"%PDF-1.7", "PDF"), (b"PK\x03\x04rest", "ZIP"), (b"\x89PNG\r\n\x1a\n", "PNG"),
        (b"\x1f\x8b\x08", "gzip"), (b"{\\rtf1", "RTF"), (b"WARC/1.0", "WARC"),
        (b"\xef\xbb\xbf <html lang='en'>", "HTML"), (b"<?xml version='1.0'?>", "XML"),
        (b"<rss version='2.0'>", "feed"), (b"a few\x00words", "NUL"),
        ("text".encode("utf-16-le"), "UTF-16"),
        (b"\x01\x02\x03 a few words", "control characters"),
    ],
)  # fmt: skip
def test_another_format_is_named_by_its_content(data: bytes, words: str) -> None:
    assert words in (looks_like(data) or "")


@pytest.mark.parametrize(
    "data", [b"words", b"a < b", "نص".encode(), "text".encode("utf-16"), b"\x1b[0mwords"]
)
def test_text_is_let_through(data: bytes) -> None:
    assert looks_like(data) is None


def test_a_clipping_of_too_many_lines_is_refused() -> None:
    problem = refuse(Clipping("clipping.txt", b"a\n" * (MAX_LINES + 1)))
    assert problem is not None
    assert problem.code == "DP502"


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Iran’s “quiet” port: 5 ships", "irans-quiet-port-5-ships"),
        ("Kata'ib Hezbollah", "kataib-hezbollah"),
        ("Žižkov – Łódź, Straße", "zizkov-lodz-strasse"),
        ("CON", "con-story"),
        ("Index", "index-story"),
        ("../../etc/passwd", "etc-passwd"),
    ],
)
def test_a_slug_is_plain_and_never_reserved(title: str, slug: str) -> None:
    assert slugify(title) == slug


def test_a_long_slug_ends_with_a_whole_word() -> None:
    slug = slugify("a long headline of many words " * 9)
    assert len(slug) <= 80
    assert "a-long-headline-of-many-words-".startswith(slug.rsplit("-words-", 1)[-1])


def test_a_headline_in_another_script_gets_a_stable_name() -> None:
    name = slugify("ناقلات النفط تعود إلى المضيق")
    assert re.fullmatch(r"story-[0-9a-f]{10}", name)
    assert name == slugify("ناقلات النفط تعود إلى المضيق") != slugify("ناقلات")


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (None, "undated-ships"), ("2019-12-05", "2019-12-05-ships"), ("2019-12", "2019-12-ships"),
        ("2019-12-05T10:00:00Z", "2019-12-05-ships"), ("2020-01-10~", "2020-01-10-ships"),
        ("2020-01-23/2020-01-24", "2020-01-23-ships"),
    ],
)  # fmt: skip
def test_a_name_begins_with_the_date(day: str | None, name: str) -> None:
    assert article_id(day, "Ships", frozenset()) == name
    assert article_id(day, "Ships", {name, f"{name}-2"}) == f"{name}-3"


def existing(
    dossier: str,
    name: str,
    title: str,
    body: str,
    *,
    day: str | None = None,
    url: str | None = None,
    lines: str | None = None,
) -> Existing:
    text = text_key(title, body, day)
    return Existing(dossier, name, title, text, url, sha256="1" if lines else None, lines=lines)


def test_the_same_story_is_told_by_clipping_address_and_text() -> None:
    first = existing("gulf", "a", "Divers", BODY, url="https://example.org/a", lines="1")
    shelf = Shelf((first,))
    same_lines = existing("iraq", "", "Other", "x", lines="1")
    same_url = existing("gulf", "", "Other", "x", url="http://www.example.org/a/#top")
    same_text = existing("gulf", "", "Other", BODY.upper().replace(",", " -"))
    for story, by in (
        (same_lines, Sameness.CLIPPING), (same_url, Sameness.URL), (same_text, Sameness.TEXT)
    ):  # fmt: skip
        match = shelf.find(story)
        assert match is not None
        assert (match.first, match.by) == (first, by)
    assert shelf.same_clipping(same_lines) is None
    assert shelf.find(existing("gulf", "", "Divers", "Another text.")) is None


def test_a_few_words_are_the_same_story_only_under_one_headline_and_date() -> None:
    shelf = Shelf((existing("gulf", "a", "Fire on tanker", "More to follow.", day="2019-06-13"),))
    assert (
        shelf.find(existing("gulf", "", "Fire is out", "More to follow.", day="2019-06-13")) is None
    )
    assert (
        shelf.find(existing("gulf", "", "Fire on tanker", "More to follow.", day="2019-06-14"))
        is None
    )
    assert shelf.find(existing("gulf", "", "FIRE ON TANKER", "More to follow", day="2019-06-13"))


def test_existing_articles_are_read_and_broken_ones_passed_over(tmp_path: Path) -> None:
    for folder in ("gulf", "topics", "loose"):
        (tmp_path / "dossiers" / folder / "articles").mkdir(parents=True)
    for folder in ("gulf", "topics"):
        (tmp_path / "dossiers" / folder / "dossier.yml").write_text("title: x\n")
    articles = tmp_path / "dossiers" / "gulf" / "articles"
    front = "title: Divers\nurl: https://example.org\ningest: {sha256: '1', lines: 2-3}\n"
    (articles / "good.md").write_text(f"---\n{front}---\nText.\n")
    (articles / "broken.md").write_bytes(b"---\ntitle: [\n---\n\xff")
    (articles / "odd.md").write_text("---\ntitle: [a]\ningest: 3\n---\n")
    good, odd = existing_articles(tmp_path)
    assert good == existing(
        "gulf", "good", "Divers", "Text.\n", url="https://example.org", lines="2-3"
    )
    assert odd.title == ""
    assert dossier_names(tmp_path) == ("gulf",)
    assert taken_ids(tmp_path, "gulf") == {"good", "broken", "odd"}


def test_a_file_is_never_written_over(tmp_path: Path) -> None:
    path = tmp_path / "articles" / "a.md"
    write_new(path, "first\n")
    with pytest.raises(NameTakenError):
        write_new(path, "second\n")
    assert path.read_bytes() == b"first\n"
    assert list(path.parent.iterdir()) == [path]


def test_a_failure_while_writing_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: int) -> None:
        raise OSError("disk full")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(OSError, match="disk full"):
        write_new(tmp_path / "a.md", "first\n")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("ناقلات النفط تعود إلى المضيق", "ar"),
        ("نفتکش‌ها به خلیج فارس بازگشتند و گفتند", "fa"),
        ("مكتب", None),
        ("المضيق strait of Hormuz", None),
        ("מכליות", "he"),
        ("Tankers", None),
    ],
)
def test_a_language_is_told_only_where_its_letters_prove_it(text: str, tag: str | None) -> None:
    assert language_of(text) == tag


def test_a_language_may_be_named() -> None:
    assert [language_tag(name) for name in ("English", "ar", "zh-Hant", "no language")] == [
        "en", "ar", "zh-Hant", None,
    ]  # fmt: skip
