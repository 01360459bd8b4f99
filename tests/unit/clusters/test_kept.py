"""Clusters that the last run found are those of this one, where nothing that makes them changed."""

from pathlib import Path

import pytest

from dossierpress.clusters import kept
from dossierpress.clusters.stories import Clusters, find_clusters
from dossierpress.publication import read_publication
from harness.layout import lay_out

WORDS = " ".join(f"word{number}" for number in range(60))
STORY = "---\ntitle: {}\npublisher: {}\nagency: AFP\npublished: 2020-01-0{}\n---\n{}\n"
FILES = {
    "dossiers/gulf/dossier.yml": "title: The Gulf\n",
    "dossiers/gulf/articles/a.md": STORY.format("A", "Paper", 1, WORDS),
    "dossiers/gulf/articles/b.md": STORY.format("B", "AFP", 2, WORDS),
    "dossiers/gulf/articles/c.md": STORY.format("C", "Post", 3, "Quite another story."),
    "dossiers/entities/all.yml": "iran: {name: Iran, kind: place}\n",
    "dossiers/decisions.yml": "",
}
APART = "- {kind: duplicate, subject: gulf/a gulf/b, verdict: rejected, reason: two ships}\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return lay_out(tmp_path, FILES)


def clusters(root: Path) -> Clusters:
    of = read_publication(root, cache=root / ".cache/kept", copies=True)
    assert of.clusters == find_clusters(of.library)
    return of.clusters


def members(found: Clusters) -> list[list[str]]:
    return [[member.article.article for member in cluster.members] for cluster in found.clusters]


def test_they_are_not_looked_for_again(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = clusters(root)
    assert members(first) == [["a", "b"]]
    monkeypatch.setattr(kept, "find_clusters", lambda library: Clusters())
    lay_out(root, {"dossiers/entities/all.yml": "iran: {name: Persia, kind: place}\n"})
    of = read_publication(root, cache=root / ".cache/kept", copies=True)
    assert of.clusters == first


@pytest.mark.parametrize(
    ("file", "text", "expected"),
    [
        ("articles/c.md", STORY.format("C", "Post", 3, WORDS), [["a", "b", "c"]]),
        ("articles/b.md", STORY.format("B", "Paper", 2, WORDS), [["a", "b"]]),
        ("articles/b.md", STORY.format("B", "AFP", 2, "Short."), []),
        ("articles/d.md", STORY.format("D", "Post", 3, WORDS), [["a", "b", "d"]]),
        ("../decisions.yml", APART, []),
    ],
)
def test_they_are_where_something_changed(
    root: Path, file: str, text: str, expected: list[list[str]]
) -> None:
    first = clusters(root)
    lay_out(root, {f"dossiers/gulf/{file}": text})
    now = clusters(root)
    assert members(now) == expected
    assert now != first


def test_they_are_where_an_article_is_gone(root: Path) -> None:
    clusters(root)
    (root / "dossiers/gulf/articles/a.md").unlink()
    assert members(clusters(root)) == []
