"""Clippings read from disk, each fault a problem of its own."""

from pathlib import Path
from typing import BinaryIO

from dossierpress.errors import Problem
from dossierpress.ingest.clipping import Clipping
from dossierpress.ingest.sniff import MAX_BYTES


def read_source(name: str, stdin: BinaryIO) -> Clipping | Problem:
    """Read the clipping that the user names; "-" is standard input."""
    if name == "-":
        return Clipping("stdin", stdin.read(MAX_BYTES + 1))
    try:
        return _read(name, Path(name))
    except OSError as error:
        reason = (error.strerror or "it cannot be read").lower()
        return Problem(name, 1, "DP515", f"cannot be read: {reason}", "check its permissions")


def _read(name: str, path: Path) -> Clipping | Problem:
    if path.is_dir():
        return Problem(name, 1, "DP515", "is a folder", f"name its files, as {path / '*.txt'}")
    if not path.exists():
        return Problem(name, 1, "DP515", "there is no such file", "check the name and the folder")
    if not path.is_file():
        return Problem(name, 1, "DP515", "is no ordinary file", "copy its content into a file")
    with path.open("rb") as file:
        return Clipping(name, file.read(MAX_BYTES + 1))
