"""What articles date is read of those that changed, and is what a run that knows nothing reads."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from dossierpress.model import ArticleRef
from dossierpress.publication import read_publication
from dossierpress.site.index import Index
from dossierpress.site.timeline import occasions
from dossierpress.site.timeline.occasions import Occasion
from harness.layout import lay_out

A = "dossiers/gulf/articles/a.md"
FILES = {
    "dossiers/gulf/dossier.yml": "title: The Gulf\nrights: full\n",
    A: "---\ntitle: A\npublished: 2019-07-01\n---\nIt sank on 3 May 2019. It sank last Friday.\n",
    "dossiers/gulf/articles/b.md": "---\ntitle: B\n---\nDivers came in June 2019.\n",
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return lay_out(tmp_path, FILES)


def dated(root: Path) -> Mapping[ArticleRef, tuple[Occasion, ...]]:
    """Return what articles date beside what is kept; it must be what they date without it."""
    found = Index(read_publication(root, cache=root / ".cache/kept"), True).occasions_of
    assert found == Index(read_publication(root), True).occasions_of
    return found


def test_articles_that_did_not_change_are_not_read(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = dated(root)
    assert sorted(len(found) for found in first.values()) == [1, 3]
    monkeypatch.setattr(occasions, "datings", lambda *arguments: pytest.fail("read anew"))
    known = Index(read_publication(root, cache=root / ".cache/kept"), True).occasions_of
    assert known == first
    assert all(one.article.body for found in known.values() for one in found)


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (A, "3 May 2019", "4 May 2019"),
        (A, "2019-07-01", "2019-07-11"),
        (A, "title: A", "title: A\nrights: metadata"),
        ("dossiers/gulf/dossier.yml", "full", "metadata"),
    ],
)
def test_what_changed_is_read(root: Path, file: str, old: str, new: str) -> None:
    first = dated(root)
    lay_out(root, {file: FILES[file].replace(old, new)})
    whens = [one.when for found in dated(root).values() for one in found]
    assert whens != [one.when for found in first.values() for one in found]
