"""Releases made from files, by the same readers as the real ones."""

import subprocess
from pathlib import Path
from typing import Any

from dossierpress.publication import read_publication
from dossierpress.release.making import Content
from dossierpress.release.snapshot import Revision, Snapshot
from dossierpress.release.take import take
from harness.layout import lay_out

_GIT = ("-c", "user.name=Desk", "-c", "user.email=desk@example.org", "-c", "commit.gpgsign=false")


def content_of(root: Path) -> Content:
    """Read what a release of a publication freezes."""
    of = read_publication(root)
    return Content(of.library, of.mentions, of.assignments, of.problems, "0")


def snapshot_at(root: Path, version: str, date: str = "2026-01-31", **keys: Any) -> Snapshot:
    """Return the snapshot of a publication."""
    of = read_publication(root)
    revisions: tuple[Revision, ...] = keys.pop("revisions", ())
    return take(
        of.library,
        of.mentions,
        of.assignments,
        version=version,
        date=date,
        program="0",
        revisions=revisions,
        **keys,
    )


def change(root: Path, files: dict[str, Any]) -> None:
    """Write files of a publication anew; None removes one."""
    for name in [name for name, text in files.items() if text is None]:
        (root / name).unlink()
    lay_out(root, {name: text for name, text in files.items() if text is not None})


def git(root: Path, *arguments: str) -> str:
    """Run git in a folder and return what it printed."""
    command = ["git", "-C", str(root), *_GIT, *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def commit(root: Path, message: str = "change") -> str:
    """Put a folder under git where it is not, commit all that is in it, and return the commit."""
    if not (root / ".git").exists():
        git(root, "init", "--quiet")
        (root / ".gitignore").write_text(".cache/\nsite/\nbundles/\n", "utf-8")
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--allow-empty", "--message", message)
    return git(root, "rev-parse", "HEAD").strip()
