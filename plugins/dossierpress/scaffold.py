"""What `dossier new` lays down: a copy of the starter, whole or not at all.

The starter keeps names that begin with a dot as `dot-…`, so that no packaging tool drops them.
A file marked in `_FILLED` has `{{ name }}` and `{{ version }}` filled in; every other file is
copied byte by byte.
"""

from collections.abc import Iterator
from importlib import metadata, resources
from importlib.resources.abc import Traversable
from pathlib import Path, PurePosixPath

import yaml

from dossierpress.errors import DossierError, UsageError
from dossierpress.files import write_tree

_DOT = "dot-"
_FILLED = (PurePosixPath("mkdocs.yml"), PurePosixPath("requirements.txt"))
_MAY_STAND = frozenset({".git"})
"""What a folder may hold and still count as empty: a fresh clone or `git init`."""


def site_name(target: Path) -> str:
    """Return a name for a publication in the folder `target`: "gulf-desk" is "Gulf desk"."""
    words = target.resolve().name.replace("-", " ").replace("_", " ").split()
    text = " ".join(words)
    return text[:1].upper() + text[1:] or "Dossiers"


def starter_files() -> tuple[tuple[PurePosixPath, bytes], ...]:
    """Return the starter's files, by their path in a publication, in order of path."""
    return tuple(sorted(_walk(resources.files("dossierpress") / "starter", PurePosixPath())))


def lay_down(target: Path, name: str) -> tuple[PurePosixPath, ...]:
    """Write a new publication called `name` to the folder `target`, and return its files.

    A failure leaves nothing behind.

    Raises:
        UsageError: `target` is there and not an empty folder, or the name is not one line.
        DossierError: the folder cannot be written.
    """
    if not name.strip() or not name.isprintable():
        raise UsageError("a site's name is one line of text and not empty")
    _check_free(target)
    files = tuple((path, _filled(path, content, name)) for path, content in starter_files())
    try:
        write_tree(target, files)
    except OSError as error:
        raise DossierError(f"cannot write {target}: {error.strerror or error}") from error
    return tuple(path for path, _ in files)


def _check_free(target: Path) -> None:
    """Refuse a place where something is: only an empty folder may be there."""
    if target.is_symlink() and not target.exists():
        raise UsageError(f"{target} is a link to nothing; name another folder")
    if not target.exists():
        return
    if not target.is_dir():
        raise UsageError(f"{target} is a file; name a new or empty folder")
    if any(child.name not in _MAY_STAND for child in target.iterdir()):
        raise UsageError(f"{target} is not empty; name a new or empty folder")


def _walk(folder: Traversable, prefix: PurePosixPath) -> Iterator[tuple[PurePosixPath, bytes]]:
    for child in folder.iterdir():
        name = child.name
        path = prefix / (f".{name.removeprefix(_DOT)}" if name.startswith(_DOT) else name)
        if child.is_dir():
            yield from _walk(child, path)
        else:
            yield path, child.read_bytes()


def _filled(path: PurePosixPath, content: bytes, name: str) -> bytes:
    if path not in _FILLED:
        return content
    # One quoted line of YAML, whatever the name holds.
    quoted = yaml.safe_dump(name, default_style='"', allow_unicode=True, width=len(name) + 100)
    text = content.decode("utf-8").replace("{{ version }}", metadata.version("dossierpress"))
    return text.replace("{{ name }}", quoted.strip()).encode("utf-8")
