"""How a file lies on the disk: what tells it from any other, and from itself after a change.

What a run left in `.cache/` is believed only of a file that lies as that run left it. A copy, the
checkout of a repository that brings a `.cache/` along, and a file that was edited lie otherwise; no
one can say beforehand which number and time a file will be given.
"""

import json
import os
from contextlib import suppress
from pathlib import Path

from dossierpress.files.whole import atomic_write

Stamp = tuple[int, int, int, int]
"""A file's number, size, and times of change of its bytes and of its entry, in nanoseconds."""


def stamp(found: os.stat_result) -> Stamp:
    """Return how a file lies."""
    return (found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns)


def seal(file: Path) -> None:
    """Note beside a file how it lies; a note that is lost with the power is none.

    Raises:
        OSError: the folder cannot be written.
    """
    atomic_write(_seal(file), json.dumps(stamp(file.stat())).encode(), lasting=False)


def is_sealed(file: Path) -> bool:
    """Say whether a file lies as its seal says."""
    with suppress(OSError, ValueError, RecursionError):
        found: object = json.loads(_seal(file).read_text("utf-8"))
        return found == list(stamp(file.stat()))
    return False


def _seal(file: Path) -> Path:
    return file.with_name(f"{file.name}.seal")
