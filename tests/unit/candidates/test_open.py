"""The open names of published texts: those of a search that knows nothing, whatever was kept."""

from pathlib import Path

import pytest

from dossierpress.library.load import read_library
from dossierpress.matching.candidates import open as open_names
from dossierpress.matching.candidates.find import Best, find_candidates
from dossierpress.matching.candidates.open import Search
from dossierpress.rights import without_kept_back
from harness.layout import lay_out

FILES = {
    "dossiers/gulf/dossier.yml": "title: The Gulf\nrights: full\n",
    "dossiers/gulf/articles/a.md": (
        "---\ntitle: News\n---\nIn Basra the Harbour Guard met Zaid Karim.\n"
    ),
    "dossiers/gulf/articles/b.md": (
        "---\ntitle: More\n---\nOn Monday Karim saw the Harbour Guard.\n"
    ),
    "dossiers/gulf/articles/c.md": (
        "---\ntitle: Less\nrights: metadata\n---\nThe Hidden Society met Zaid Karim.\n"
    ),
    "dossiers/gulf/articles/d.md": "---\ntitle: صحف\nlanguage: ar\n---\nقالت «الشرق الأوسط» ذلك.\n",
    "dossiers/entities/all.yml": "basra: {name: Basra, kind: place}\n",
    "dossiers/decisions.yml": "",
}
A = "dossiers/gulf/articles/a.md"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return lay_out(tmp_path, FILES)


def search(root: Path) -> Search:
    loaded = read_library(root)
    return Search(loaded.library, loaded.digests, loaded.registry, root / ".cache/kept")


def found(root: Path) -> Best:
    """Look for the names beside what is kept; they must be those of a search without it."""
    asked = search(root)
    best = asked.find()
    library = asked.library
    texts = [without_kept_back(article) for article in library.articles]
    alone = find_candidates(texts, library.registry, library.decisions)
    assert best == Best(alone, len(alone))
    assert asked.known() == best
    return best


def names(best: Best) -> set[str]:
    return {candidate.name for candidate in best.candidates}


def test_names_of_texts_that_are_kept_back_are_not_told(root: Path) -> None:
    told = names(found(root))
    assert told >= {"Harbour Guard", "Zaid Karim", "الشرق الأوسط"}
    assert "Hidden Society" not in told


def test_only_an_article_that_changed_is_read(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found(root)
    lay_out(root, {A: FILES[A].replace("Harbour Guard", "Coastal Guard")})
    real, read = open_names.read_names, []
    monkeypatch.setattr(
        open_names, "read_names", lambda a, lexicon: read.append(a.path) or real(a, lexicon)
    )
    assert "Coastal Guard" in names(found(root))
    assert read == [A]


@pytest.mark.parametrize(
    ("file", "text", "expected"),
    [
        (
            A,
            "---\ntitle: News\nrights: metadata\n---\nThe Harbour Guard met Zaid Karim.\n",
            "Karim",
        ),
        ("dossiers/gulf/dossier.yml", "title: The Gulf\nrights: metadata\n", ""),
        (
            "dossiers/entities/all.yml",
            "guard: {name: Harbour Guard, kind: organization}\n",
            "Basra Zaid Karim الشرق الأوسط",
        ),
        (
            "dossiers/decisions.yml",
            "- {kind: candidate, subject: Zaid Karim, verdict: rejected, reason: no one}\n",
            "Harbour Guard الشرق الأوسط",
        ),
    ],
)
def test_what_the_last_run_knew_is_not_believed_after_an_edit(
    root: Path, file: str, text: str, expected: str
) -> None:
    before = names(found(root))
    lay_out(root, {file: text})
    assert search(root).known() is None
    after = names(found(root))
    assert after != before
    assert set(" ".join(after).split()) >= set(expected.split())


def test_an_article_that_is_gone_names_no_one(root: Path) -> None:
    found(root)
    (root / A).unlink()
    assert "Zaid Karim" not in names(found(root))


def test_only_the_best_are_made_and_all_are_counted(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    every = found(root)
    monkeypatch.setattr(open_names, "SHOWN", 2)
    lay_out(root, {"dossiers/decisions.yml": "\n"})
    (root / ".cache/kept/open-names").unlink()
    assert search(root).find() == Best(every.candidates[:2], every.total)
