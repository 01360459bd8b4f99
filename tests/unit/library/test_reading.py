"""Files that did not change since the last run are not read anew, and say what they said."""

from collections.abc import Callable
from pathlib import Path

import pytest

from dossierpress.library import reading
from dossierpress.library.load import Loaded, read_library
from harness.layout import lay_out

EVERY_KEY = """\
---
title: "A tanker burns in the Strait of Hormuz"
subtitle: Crew safe
publisher: Gulf Wire
agency: AP
authors: [Jane Roe, John Roe]
published: 2019-06-14T10:00:00.5+03:30
modified: 2019-06
accessed: 2019-06-15/2019-07
dateline: Fujairah
url: https://example.org/a
archived_url: https://example.org/b
language: fa
section: World
standfirst: [One, Two]
images: [{caption: Smoke, credit: AP}, {caption: Fire}]
rights: full
summary: What happened.
reliability: B2
topics: {shipping: none, iran: primary}
links: {Hormuz: none, "the Strait": strait}
duplicate_of: b
corrections:
  - {date: 2019-07-02, kind: correction, text: The date was wrong.}
ingest:
  file: clippings.txt
  sha256: abc
  lines: 41-47
  dates: [{field: modified, raw: yesterday, status: resolved, value: 2019-06-13, anchor: accessed}]
wrong: key
---
The body.\r
It has two lines.
"""
REGISTRY = """\
strait:
  name: Strait of Hormuz
  kind: place
  location: [26.6, 56.5]
  aliases: [{text: Hormuz, from: 2014, to: 2015, needs: [ship], strength: weak}]
  not: [Hormuz Street]
  relations: [{type: part-of, to: gulf, from: 2014, source: Atlas}]
  wikidata: Q1
gulf: {name: The Gulf, kind: place, nonsense: 1}
old-strait: {name: Old strait, kind: place, replaced_by: strait}
"""
FILES = {
    "dossiers/gulf/dossier.yml": "title: The Gulf\nrights: excerpt\n",
    "dossiers/gulf/articles/a.md": EVERY_KEY,
    "dossiers/gulf/articles/b.md": "---\ntitle: b\nlinks: {Hormuz: old-strait}\n---\nHormuz.\n",
    "dossiers/gulf/articles/c.md": "---\ntitle: c\n---\n",
    "dossiers/gulf/articles/broken.md": "no front matter",
    "dossiers/entities/all.yml": REGISTRY,
    "dossiers/entities/broken.yml": "[",
}
B = "dossiers/gulf/articles/b.md"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return lay_out(tmp_path, FILES)


def read(root: Path) -> Loaded:
    return read_library(root, kept=root / ".cache/kept")


def refuse(*arguments: object) -> object:
    raise AssertionError(f"read anew: {arguments[2]}")


@pytest.fixture
def unread(root: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A publication that was read, and of which no article may be read again."""
    read(root)
    monkeypatch.setattr(reading, "read_article", refuse)
    monkeypatch.setattr(reading, "parse_registry_file", refuse)
    return root


def test_what_is_kept_is_what_the_files_say(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = read(root)
    monkeypatch.setattr(reading, "read_article", refuse)
    monkeypatch.setattr(reading, "parse_registry_file", refuse)
    again = read(root)
    assert again == first
    assert [repr(article) for article in again.library.articles] == [
        repr(article) for article in first.library.articles
    ]
    assert [a.lines for a in again.library.articles] == [a.lines for a in first.library.articles]
    assert {problem.code for problem in again.problems} >= {"DP002", "DP004"}
    assert len(again.library.registry.entities) == 3


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (B, "Hormuz.", "Hormuz!"),
        (B, "title: b", "title: B"),
        ("dossiers/gulf/dossier.yml", "excerpt", "full"),
        ("dossiers/gulf/dossier.yml", "rights: excerpt", "rights: excerpt\nlanguage: ar"),
        ("dossiers/entities/all.yml", "Q1", "Q2"),
    ],
)
def test_a_file_that_changed_is_read(unread: Path, file: str, old: str, new: str) -> None:
    path = unread / file
    assert old in path.read_text("utf-8")
    path.write_text(path.read_text("utf-8").replace(old, new), "utf-8", newline="")
    with pytest.raises(AssertionError, match="read anew"):
        read(unread)


def swap(root: Path) -> None:
    b, c = root / B, root / "dossiers/gulf/articles/c.md"
    texts = b.read_bytes(), c.read_bytes()
    c.write_bytes(texts[0])
    b.write_bytes(texts[1])


def move(root: Path) -> None:
    (root / B).rename(root / "dossiers/gulf/articles/moved.md")


def another_dossier(root: Path) -> None:
    (root / "dossiers/gulf").rename(root / "dossiers/strait")


@pytest.mark.parametrize("edit", [swap, move, another_dossier])
def test_a_text_in_another_place_is_another_article(
    root: Path, edit: Callable[[Path], None]
) -> None:
    read(root)
    edit(root)
    assert read(root) == read_library(root)


def test_a_file_that_is_gone_is_gone(unread: Path) -> None:
    (unread / B).unlink()
    assert [str(ref) for ref in read(unread).digests] == ["gulf/c"]


def test_digests_tell_apart_what_a_link_leads_to_and_leave_the_others(root: Path) -> None:
    first = read(root).digests
    registry = root / "dossiers/entities/all.yml"
    registry.write_text(registry.read_text("utf-8").replace("by: strait", "by: gulf"), "utf-8")
    now = read(root).digests
    assert {str(ref) for ref in now if now[ref] != first[ref]} == {"gulf/b"}
    assert len(now) == 2
