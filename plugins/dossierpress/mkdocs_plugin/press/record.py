"""What the last build made: the key of each file, how it lay when written, and what it was made of.

One file of MessagePack in `.cache/` for each of the last few site folders, named by the number that
the file system gave to the folder, which it keeps when it is renamed. A record is believed only as
far as the files themselves bear it out: number, size and times must be those that were noted. So a
record that is old, broken, hostile or of another machine reuses nothing.
"""

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

import msgspec

from dossierpress.files import Stamp, atomic_write, clear
from dossierpress.site.watching.reads import Read

FOLDER = ".cache/dossier/pages"
"""Where the records lie, relative to the publication."""
KEPT = 6
"""So many records are kept, the latest."""
_FORM = 3


@dataclass(frozen=True)
class Made:
    """A file of the site as it was written.

    Attributes:
        key: the digest of what made it beside what it read; "" where it must be made each time.
        stamp: how it lay.
        reads: what of the index was read for it, as numbers in the record's table.
        proof: the digest of what those reads gave.
        anchors: the names of places on it that other pages may link to.
    """

    key: str
    stamp: Stamp
    reads: Sequence[int] = ()
    proof: bytes = b""
    anchors: Sequence[str] = ()


@dataclass(frozen=True)
class Record:
    """What was noted of a site folder.

    Attributes:
        table: the reads that files have in common.
        files: what was made, by path.
    """

    table: Sequence[Read] = ()
    files: Mapping[str, Made] = field(default_factory=dict)

    def reads_of(self, made: Made) -> Iterable[Read]:
        """Return what was read for a file.

        Raises:
            IndexError: the record names a read that it does not have.
        """
        return map(self.table.__getitem__, made.reads)


class _File(msgspec.Struct, array_like=True, gc=False):
    key: str
    stamp: tuple[int, int, int, int]
    reads: list[int]
    proof: bytes
    anchors: list[str]


class _Form(msgspec.Struct, array_like=True, gc=False):
    form: int
    table: list[tuple[str, str | tuple[str, ...] | None]]
    files: dict[str, _File]


def read_record(root: Path, site: Path) -> Record:
    """Return what was noted of a site folder; nothing where nothing was."""
    try:
        found = msgspec.msgpack.decode(_file(root, site).read_bytes(), type=_Form)
    except (OSError, ValueError, RecursionError, msgspec.MsgspecError):
        return Record()
    if found.form != _FORM:
        return Record()
    files = {
        name: Made(one.key, one.stamp, one.reads, one.proof, one.anchors)
        for name, one in found.files.items()
    }
    return Record(found.table, files)


def write_record(root: Path, site: Path, record: Record) -> None:
    """Note what a site folder holds; where that cannot be done, the next build makes all anew."""
    files = {
        name: _File(made.key, made.stamp, list(made.reads), made.proof, list(made.anchors))
        for name, made in sorted(record.files.items())
    }
    data = msgspec.msgpack.encode(_Form(_FORM, list(record.table), files))
    with suppress(OSError):
        file = _file(root, site)
        file.parent.mkdir(parents=True, exist_ok=True)
        clear(file.parent)
        atomic_write(file, data)
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
