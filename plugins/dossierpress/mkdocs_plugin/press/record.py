"""What the last build made: the key of each file, how it lay when written, and what it was made of.

One file of MessagePack in `.cache/` for each of the last few site folders, named by the number that
the file system gave to the folder, which it keeps when it is renamed. A record is believed only as
far as the files themselves bear it out: number, size and times must be those that were noted. So a
record that is old, broken, hostile or of another machine reuses nothing.
"""

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

import msgspec

from dossierpress.files import atomic_write, clear
from dossierpress.site.watching.reads import Read

FOLDER = ".cache/dossier/pages"
"""Where the records lie, relative to the publication."""
KEPT = 6
"""So many records are kept, the latest."""
_FORM = 4


class Made(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A file of the site as it was written.

    Attributes:
        key: the digest of what made it beside what it read; "" where it must be made each time.
        stamp: how it lay.
        reads: what of the index was read for it, as numbers in the record's table.
        proof: the digest of what those reads gave.
        anchors: the names of places on it that other pages may link to.
    """

    key: str
    stamp: tuple[int, int, int, int]
    reads: Sequence[int] = ()
    proof: bytes = b""
    anchors: Sequence[str] = ()


class Record(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """What was noted of a site folder.

    Attributes:
        table: the reads that files have in common.
        files: what was made, by path.
        fresh: how many reads the table had when it was last written anew.
    """

    table: Sequence[tuple[str, str | tuple[str, ...] | None]] = ()
    files: Mapping[str, Made] = {}
    fresh: int = 0
    form: int = _FORM

    def reads_of(self, made: Made) -> Iterable[Read]:
        """Return what was read for a file.

        Raises:
            IndexError: the record names a read that it does not have.
        """
        return map(self.table.__getitem__, made.reads)


def read_record(root: Path, site: Path) -> Record:
    """Return what was noted of a site folder; nothing where nothing was."""
    try:
        found = msgspec.msgpack.decode(_file(root, site).read_bytes(), type=Record)
    except (OSError, ValueError, RecursionError, msgspec.MsgspecError):
        return Record()
    return found if found.form == _FORM else Record()


def write_record(root: Path, site: Path, record: Record) -> None:
    """Note what a site folder holds; where that cannot be done, the next build makes all anew."""
    data = msgspec.msgpack.encode(record)
    with suppress(OSError):
        file = _file(root, site)
        file.parent.mkdir(parents=True, exist_ok=True)
        clear(file.parent)
        atomic_write(file, data, lasting=False)
        _forget(file.parent)


def _file(root: Path, site: Path) -> Path:
    return root / FOLDER / f"{site.stat().st_ino}.msgpack"


def _forget(folder: Path) -> None:
    """Remove the records of folders that were built longest ago, and those of an older form."""
    files = sorted(folder.glob("*.*"), key=lambda file: (-file.stat().st_mtime_ns, file.name))
    kept = [file for file in files if file.suffix == ".msgpack"][:KEPT]
    for file in files:
        if file not in kept and file.suffix in (".msgpack", ".json"):
            file.unlink(missing_ok=True)
