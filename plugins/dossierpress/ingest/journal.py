"""Which clippings have been added whole, so that a run that was killed goes on where it stopped.

Adding is idempotent without it; it only saves the work of reading again. A clipping is recorded
when all its stories have their files and none was refused, under its bytes, its dossier and the
curator's options: after a change of any of them it is read again. The record is no part of the
publication and may be deleted at any time.
"""

import hashlib
from pathlib import Path

from dossierpress.errors import DossierError
from dossierpress.files import append
from dossierpress.ingest.clipping import Clipping
from dossierpress.ingest.draft import Options

FOLDER = ".cache/dossier"
FORM = "2"
"""Changes whenever a clipping would be understood differently, so that old records do not count."""


class Journal:
    """The clippings that have been added to one dossier with the same options.

    Args:
        publication: the folder of mkdocs.yml.
        dossier: the dossier's id.
        options: what the curator said about all stories.
        read: whether the records of earlier runs count; if not they are kept all the same.
    """

    def __init__(self, publication: Path, dossier: str, options: Options, *, read: bool) -> None:
        key = hashlib.sha256("\0".join((FORM, dossier, repr(options))).encode()).hexdigest()
        self._path = publication / FOLDER / f"added-{key[:16]}.txt"
        self._done: set[str] = _records(self._path) if read else set()
        self._waiting: list[str] = []

    def knows(self, clipping: Clipping) -> bool:
        """Say whether an earlier run has added this clipping whole."""
        return clipping.sha256 in self._done

    def record(self, clipping: Clipping) -> None:
        """Remember a clipping; `flush` makes it last."""
        self._waiting.append(clipping.sha256)

    def flush(self) -> None:
        """Write what is remembered; the articles themselves must be on the disk before."""
        if not self._waiting:
            return
        lines = "".join(f"{digest}\n" for digest in self._waiting)
        self._waiting.clear()
        try:
            append(self._path, lines.encode())
        except OSError as error:
            raise DossierError(f"{self._path} cannot be written: {error.strerror}") from error


def _records(path: Path) -> set[str]:
    """Return the digests; a line that a kill cut short is none."""
    try:
        lines = path.read_text("ascii", "replace").split("\n")
    except OSError:
        return set()
    return {line for line in lines[:-1] if len(line) == hashlib.sha256().digest_size * 2}
