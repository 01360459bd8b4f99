"""The releases on the disk → the chronicle that pages are made from, and their faults."""

from collections.abc import Iterator
from pathlib import Path

from dossierpress.errors import Problem
from dossierpress.library.files import relative
from dossierpress.model import Library
from dossierpress.release.chronicle import Chronicle, chronicle
from dossierpress.release.form import SnapshotError
from dossierpress.release.promises import lost
from dossierpress.release.shelf import HINT, Entry, load, shelf
from dossierpress.release.snapshot import Snapshot


class Reader:
    """Reads releases one after the other, and notes what cannot be trusted."""

    def __init__(self, root: Path, entries: tuple[Entry, ...]) -> None:
        """Read the releases of a publication, in the order given."""
        self.problems: list[Problem] = []
        self.last: Snapshot | None = None
        self._root = root
        self._entries = entries

    def __iter__(self) -> Iterator[Snapshot]:
        """Yield the releases that are whole."""
        for entry in self._entries:
            try:
                self.last = load(entry)
            except SnapshotError as error:
                path = relative(entry.path, self._root)
                self.problems.append(Problem(path, 1, "DP700", str(error), HINT))
            else:
                yield self.last


def read_chronicle(
    root: Path, library: Library, now: Snapshot, folder: str = "dossiers"
) -> tuple[Chronicle, tuple[Problem, ...]]:
    """Return what the releases of a publication tell, and all that is wrong with them.

    Args:
        root: the publication.
        library: what its files say.
        now: the same as a snapshot, for what changed since the last release.
        folder: where the content lies, relative to `root`.
    """
    entries, problems = shelf(root, folder)
    reader = Reader(root, entries)
    found = chronicle(reader, now)
    gone = lost(reader.last, library) if reader.last else ()
    return found, (*problems, *reader.problems, *gone)
