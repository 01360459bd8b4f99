"""From files to knowledge: the repository's own publication, and a changed registry."""

import os
from pathlib import Path
from typing import Any

import pytest

from dossierpress.model import Rights
from dossierpress.publication import Publication, read_publication
from harness.layout import lay_out


@pytest.fixture(scope="session")
def own(repository: Path) -> Publication:
    """The publication of this repository."""
    return read_publication(repository)


def test_our_own_content_has_no_problem_at_all(own: Publication) -> None:
    assert [str(problem) for problem in own.problems] == []


def test_every_file_of_our_own_content_is_loaded(own: Publication, repository: Path) -> None:
    files = sorted((repository / "dossiers").glob("*/articles/*.md"))

    assert [article.path for article in own.library.articles] == [
        file.relative_to(repository).as_posix() for file in files
    ]
    assert len(files) >= 30
    assert len(own.library.dossiers) >= 2
    assert len(own.library.registry.entities) >= 80
    assert len(own.library.topics) == 3


def test_we_hold_no_text_that_is_not_ours(own: Publication) -> None:
    others = [a for a in own.library.articles if a.publisher != "DossierPress desk"]

    assert others
    assert {article.rights for article in others} == {Rights.METADATA}
    assert [a.path for a in own.library.articles if a.rights is Rights.METADATA and a.body] == []


def test_every_topic_of_ours_has_articles_with_evidence(own: Publication) -> None:
    assert {topic.id for topic in own.library.topics} == set(own.by_topic)
    for assignment in own.assignments:
        assert assignment.evidence or assignment.decided_by == "curator"


def test_our_own_topics_and_links_name_what_the_registry_has(own: Publication) -> None:
    known = set(own.library.registry.by_id)
    assert {m.entity for found in own.mentions.values() for m in found if m.entity} <= known


def test_reading_twice_gives_the_same(own: Publication, repository: Path) -> None:
    again = read_publication(repository)

    assert again.library == own.library
    assert again.mentions == own.mentions
    assert again.assignments == own.assignments


def test_what_is_found_is_in_order(own: Publication) -> None:
    refs = [article.ref for article in own.library.articles]
    assert refs == sorted(refs)
    keys = [(assignment.topic, assignment.article) for assignment in own.assignments]
    assert keys == sorted(keys)


def test_a_folder_without_content_is_an_empty_publication(tmp_path: Path) -> None:
    publication = read_publication(tmp_path)

    assert publication.library.articles == ()
    assert publication.problems == ()


def test_a_folder_that_is_closed_is_a_problem(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lay_out(
        tmp_path,
        {
            "dossiers/gulf/dossier.yml": "title: The Gulf\n",
            "dossiers/gulf/articles/a.md": "---\ntitle: a\n---\n",
            "dossiers/entities/places.yml": "iran: {name: Iran, kind: place}\n",
        },
    )
    real = os.scandir

    def closed(folder: Path) -> object:
        if folder.name == "articles":
            raise PermissionError(13, "Permission denied")
        return real(folder)

    monkeypatch.setattr(os, "scandir", closed)
    publication = read_publication(tmp_path)

    assert [f"{p.path}: {p.code}" for p in publication.problems] == [
        "dossiers/gulf/articles: DP001"
    ]
    assert [entity.id for entity in publication.library.registry.entities] == ["iran"]


def test_a_file_that_may_not_be_read_is_a_problem(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lay_out(
        tmp_path,
        {
            "dossiers/gulf/dossier.yml": "title: The Gulf\n",
            "dossiers/gulf/articles/a.md": "---\ntitle: a\n---\n",
            "dossiers/gulf/articles/b.md": "---\ntitle: b\n---\n",
        },
    )
    real = open

    def denied(path: Path | str, *arguments: Any, **options: Any) -> object:
        if str(path).endswith("a.md"):
            raise PermissionError(13, "Permission denied")
        return real(path, *arguments, **options)

    monkeypatch.setattr("builtins.open", denied)
    publication = read_publication(tmp_path)

    assert [str(problem) for problem in publication.problems] == [
        "dossiers/gulf/articles/a.md:1: DP001 cannot be read: Permission denied; "
        "check the file and its permissions"
    ]
    assert [article.title for article in publication.library.articles] == ["b"]


def test_what_is_no_file_is_a_problem_and_holds_no_one_up(tmp_path: Path) -> None:
    lay_out(tmp_path, {"dossiers/gulf/dossier.yml": "title: The Gulf\n"})
    (tmp_path / "dossiers/gulf/articles").mkdir()
    os.mkfifo(tmp_path / "dossiers/gulf/articles/a.md")

    assert [str(problem) for problem in read_publication(tmp_path).problems] == [
        "dossiers/gulf/articles/a.md:1: DP001 is not a file; move it away"
    ]
