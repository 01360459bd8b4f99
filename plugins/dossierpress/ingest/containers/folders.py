"""Folders and patterns: the files that they stand for, in one order, never out of the folder."""

import glob
import os
from collections.abc import Iterator
from pathlib import Path

from dossierpress.errors import Problem
from dossierpress.ingest.containers.names import is_hidden, parts_of_pages, shown

_COPY = "copy the file into the folder, or name it on the command line"


def walk(folder: Path) -> Iterator[Path | Problem]:
    """Yield the files of a folder and of those in it, ordered by path.

    Hidden files, version control's own and the parts of saved pages are passed over. A symbolic
    link is not followed: one to a file inside the folder is met there, one that leads out is
    named.
    """
    root = _real(folder)
    stack = [folder]
    while stack:
        current = stack.pop()
        if current is not folder and not _is_plain_folder(current):
            yield from _file(current, root)
            continue
        try:
            names = tuple(sorted(os.listdir(current)))  # noqa: PTH208  # names, not paths
        except OSError as error:
            reason = (error.strerror or "it cannot be read").lower()
            yield Problem(shown(str(current)), 1, "DP515", f"cannot be read: {reason}",
                          "check its permissions")  # fmt: skip
            continue
        beside = parts_of_pages(names)
        kept = [name for name in names if not is_hidden(name) and name not in beside]
        stack += [current / name for name in reversed(kept)]


def is_pattern(name: str) -> bool:
    """Say whether a source is a pattern, as "clips/*.txt"."""
    return glob.has_magic(name)


def expand(pattern: str) -> Iterator[Path | Problem]:
    """Yield the files that a pattern stands for, "**" for any folders, ordered by path."""
    fixed = Path(*(part for part in _before_magic(pattern)))
    root = _real(fixed)
    found = False
    for name in sorted(set(glob.iglob(pattern, recursive=True))):  # noqa: PTH207  # absolute ones too
        path = Path(name)
        if path.is_dir():
            if "**" not in pattern and not path.is_symlink():
                found = True
                yield from walk(path)
            continue
        found = True
        if _real(path).is_relative_to(root):
            yield path
        else:
            yield _link_out(path)
    if not found:
        yield Problem(shown(pattern), 1, "DP515", "no file fits this pattern",
                      "check the name and the folder")  # fmt: skip


def _before_magic(pattern: str) -> Iterator[str]:
    for part in Path(pattern).parts:
        if glob.has_magic(part):
            return
        yield part


def _is_plain_folder(path: Path) -> bool:
    return path.is_dir() and not path.is_symlink()


def _file(path: Path, root: Path) -> Iterator[Path | Problem]:
    if not path.is_symlink():
        yield path
    elif not _real(path).is_relative_to(root):
        yield _link_out(path)
    elif not path.exists():
        yield Problem(shown(str(path)), 1, "DP530", "is a link to nothing", "remove it")


def _real(path: Path) -> Path:
    # Path.resolve raises for a link that leads to itself.
    return Path(os.path.realpath(path))


def _link_out(path: Path) -> Problem:
    return Problem(shown(str(path)), 1, "DP530", "is a link that leads out of the folder", _COPY)
