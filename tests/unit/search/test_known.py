"""What an earlier run read in articles changes nothing of the search's files."""

from collections.abc import Callable
from pathlib import Path

import pytest

from dossierpress.publication import read_publication
from dossierpress.search import documents
from dossierpress.search.build import search_files
from dossierpress.search.known import Known
from dossierpress.site.index import Index
from harness.building import copy_small

Edit = Callable[[Path], None]
ARTICLES = "dossiers/gulf/articles"
TANKER = f"{ARTICLES}/2019-06-14-tanker-burns.md"


def replaced(file: str, old: str, new: str) -> Edit:
    def edit(root: Path) -> None:
        text = (root / file).read_text("utf-8")
        assert old in text
        (root / file).write_text(text.replace(old, new, 1), "utf-8")

    return edit


def written(name: str, body: str, rights: str = "full") -> Edit:
    text = f"---\ntitle: A new report\nrights: {rights}\n---\n{body}\n"
    return lambda root: (root / ARTICLES / name).write_text(text, "utf-8") and None


EDITS: dict[str, Edit] = {
    "nothing": lambda root: None,
    "a text": replaced(TANKER, "on Thursday", "on a windless Friday-night"),
    "a title": replaced(TANKER, "A tanker burns", "A tanker sinks"),
    "a new article": written("2020-01-01-new.md", "Wordless “Qatar” -- and 1,200 others, others."),
    "its rights": written("2020-01-01-new.md", "Wordless and others.", "metadata"),
    "an article gone": lambda root: (root / ARTICLES / "2020-01-01-new.md").unlink(),
    "an alias": replaced(
        "dossiers/entities/all.yml", "    - Hormuz\n", "    - Hormuz\n    - crew\n"
    ),
    "an entity's name": replaced(
        "dossiers/entities/all.yml", "name: Blue Heron", "name: Grey Gull"
    ),
}


def files(root: Path, known: Path | None) -> dict[str, bytes]:
    publication = read_publication(root, cache=root / ".cache")
    found = search_files(Index(publication, directory_urls=True), file=known)
    return {file.target: file.content for file in found}


def test_after_each_kind_of_edit_the_files_are_those_of_a_first_run(tmp_path: Path) -> None:
    root, known = copy_small(tmp_path), tmp_path / "kept" / "search"
    files(root, known)
    for name, edit in EDITS.items():
        edit(root)
        assert files(root, known) == files(root, None), name
        assert known.exists()


def test_only_the_text_of_an_edited_article_is_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root, known = copy_small(tmp_path), tmp_path / "search"
    files(root, known)
    read: list[str] = []
    plain = documents.plain
    monkeypatch.setattr(documents, "plain", lambda text: read.append(text) or plain(text))
    EDITS["a text"](root)
    files(root, known)
    assert any("windless" in text for text in read)
    assert not any("clerk of the harbour" in text for text in read)


def test_words_that_no_text_has_any_more_do_not_pile_up(tmp_path: Path) -> None:
    root, known = copy_small(tmp_path), tmp_path / "search"
    many = " ".join(f"strange{number}word" for number in range(2_000))
    written("2020-01-01-new.md", many)(root)
    files(root, known)
    assert len(Known(known).vocabulary.numbers) > 2_000
    written("2020-01-01-new.md", "A few words.")(root)
    for _ in range(2):
        files(root, known)
    assert len(Known(known).vocabulary.numbers) < 1_000


def test_a_broken_file_is_none(tmp_path: Path) -> None:
    root, known = copy_small(tmp_path), tmp_path / "search"
    first = files(root, known)
    known.write_bytes(known.read_bytes()[:-9])
    assert files(root, known) == first
