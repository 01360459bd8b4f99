"""`dossier migrate`: once, with a way back, and everything reads as before."""

import subprocess
from collections.abc import Callable
from pathlib import Path

from click.testing import Result

from dossierpress.publication import read_publication

Dossier = Callable[..., Result]


def git(folder: Path, *arguments: str) -> str:
    names = ("-c", "user.name=A", "-c", "user.email=a@example.org")
    command = ["git", "-C", str(folder), *names, *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def commit(folder: Path) -> None:
    git(folder, "init", "-q")
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", "all")


def test_files_are_lifted_once_and_say_the_same(publication: Path, dossier: Dossier) -> None:
    commit(publication)
    before = read_publication(publication)

    named = dossier("-C", publication, "migrate", "--dry-run")
    assert git(publication, "status", "--porcelain") == ""
    result = dossier("-C", publication, "migrate")

    assert result.exit_code == 0, result.stderr
    assert result.stdout == named.stdout
    assert "dossiers/gulf-security/dossier.yml\n" in result.stdout
    assert "The way back, before you commit: git restore dossiers" in result.stderr
    changed = git(publication, "diff", "--numstat").splitlines()
    assert {line.partition("\tdossiers")[0] for line in changed} == {"1\t0"}
    after = read_publication(publication)
    assert after.problems == before.problems
    assert after.mentions.keys() == before.mentions.keys()
    again = dossier("-C", publication, "migrate")
    assert (again.exit_code, again.stdout) == (0, "")
    assert "all files are of version 1" in again.stderr
    git(publication, "restore", "dossiers")
    assert git(publication, "status", "--porcelain") == ""


def test_a_tree_that_is_not_committed_is_refused(publication: Path, dossier: Dossier) -> None:
    commit(publication)
    (publication / "dossiers/topics/new.md").write_text("---\ntitle: x\n---\n")
    result = dossier("-C", publication, "migrate")
    assert result.exit_code == 1
    assert "dossiers/topics/new.md: not committed; commit first" in result.stderr
    assert "dossiers/topics" in git(publication, "status", "--porcelain")
    assert "schema_version" not in git(publication, "diff")


def test_a_publication_outside_of_git_is_refused(publication: Path, dossier: Dossier) -> None:
    result = dossier("-C", publication, "migrate")
    assert result.exit_code == 1
    assert result.stderr.startswith("dossier: git: ")


def test_curating_goes_on_after_a_migration(publication: Path, dossier: Dossier) -> None:
    commit(publication)
    assert dossier("-C", publication, "migrate").exit_code == 0
    arguments = ("entity", "rename", "iran", "the-republic", "--date", "2020-01-02")
    result = dossier("-C", publication, *arguments)
    assert result.exit_code == 0, result.stderr
    assert dossier("-C", publication, "check").exit_code == 0


def test_a_file_that_cannot_be_lifted_is_named_and_the_status_says_so(
    dossier: Dossier, publication: Path
) -> None:
    broken = publication / "dossiers/entities/broken.yml"
    broken.write_text("iran: &a {name: Iran, kind: place}\n")
    commit(publication)
    first, second = (dossier("-C", publication, "migrate") for _ in range(2))
    for result in (first, second):
        assert result.exit_code == 1
        assert "dossiers/entities/broken.yml: cannot be lifted" in result.stderr
    assert first.stdout
    assert second.stderr.endswith("all other files are of version 1\n")
