"""One file, written whole or not at all."""

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from dossierpress.errors import DossierError
from dossierpress.files.hold import hold

PREFIX = ".writing-"
SUFFIX = ".tmp"
_MODE = 0o644
_TRIALS = 5


class NameTakenError(DossierError):
    """Another process wrote a file of this name first."""


def atomic_write(path: Path, data: bytes, *, lasting: bool = True) -> None:
    """Give a file new bytes.

    A file that is there keeps its permissions; a link is followed.

    Args:
        lasting: whether the bytes shall outlast a loss of power. What can be made again, and shows
            whether it is whole, need not, and is written many times as fast; it takes the place of
            a link, which a repository may have brought along.

    Raises:
        OSError: the folder cannot be written.
    """
    target = path.resolve() if lasting else path
    mode = mode_of(target) if lasting else _MODE
    with written_aside(target, data, mode, lasting=lasting) as temporary:
        temporary.replace(target)
    if lasting:
        sync(target.parent)


def write_new(path: Path, data: bytes) -> None:
    """Write a file that is not there yet; `sync` makes its name last.

    Raises:
        NameTakenError: there is such a file, even if another process wrote it at this moment.
        OSError: the folder cannot be written.
    """
    with written_aside(path, data, _MODE) as temporary:
        _name_once(temporary, path)


def append(path: Path, data: bytes) -> None:
    """Put bytes at the end of a record, in one step, so that those of two runs do not mix.

    A kill may cut them short; who reads the record passes over a last line without its end.

    Raises:
        OSError: the folder cannot be written.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, _MODE)
    try:
        os.write(handle, data)
    finally:
        os.close(handle)


def clear(folder: Path) -> None:
    """Remove what runs that were killed left half-written, and nothing of a run that goes on."""
    for leftover in folder.glob(f"{PREFIX}*{SUFFIX}"):
        try:
            with leftover.open("rb") as file:
                if hold(file.fileno()):
                    leftover.unlink(missing_ok=True)
        except OSError:
            # It has just got its name, or is open elsewhere on a system that forbids removal.
            continue


def sync(folder: Path) -> None:
    """Make the names of new files last through a loss of power, where the system can."""
    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError:
        return
    try:
        os.fsync(handle)
    except OSError:
        return
    finally:
        os.close(handle)


def mode_of(target: Path) -> int:
    """Return the permissions that a file has, or shall have."""
    return target.stat().st_mode & 0o777 if target.exists() else _MODE


@contextmanager
def written_aside(path: Path, data: bytes, mode: int, *, lasting: bool = True) -> Iterator[Path]:
    """Yield a temporary file with the bytes, in the folder of `path`; it is gone afterwards."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = _held(path.parent)
    try:
        # Open, and with that held, until it has its name: `clear` leaves it alone.
        with os.fdopen(handle, "wb") as file:
            put(file, data, lasting=lasting)
            temporary.chmod(mode)
            if sys.platform == "win32":
                file.close()  # it renames no open file
            yield temporary
    finally:
        temporary.unlink(missing_ok=True)


def _held(folder: Path) -> tuple[int, Path]:
    """Open a temporary file and hold it.

    Another run may take it for a leftover in the moment before it is held. Then it has no name any
    more, or has none as soon as that run goes on, and another is opened. Where files cannot be held
    at all, the last one is taken.
    """
    for _ in range(_TRIALS):
        handle, name = tempfile.mkstemp(prefix=PREFIX, suffix=SUFFIX, dir=folder)
        if hold(handle) and os.fstat(handle).st_nlink:
            break
        os.close(handle)
        Path(name).unlink(missing_ok=True)
    else:
        handle, name = tempfile.mkstemp(prefix=PREFIX, suffix=SUFFIX, dir=folder)
    return handle, Path(name)


def put(file: BinaryIO, data: bytes, *, lasting: bool = True) -> None:
    """Write bytes to an open file, and wait until they are on the disk, if they shall last."""
    file.write(data)
    file.flush()
    if lasting:
        os.fsync(file.fileno())


def _name_once(temporary: Path, path: Path) -> None:
    """Give the file its name, which fails where the name is taken, even at the same moment."""
    try:
        path.hardlink_to(temporary)
    except FileExistsError as error:
        raise NameTakenError(f"{path.name} exists") from error
    except (OSError, NotImplementedError):  # a file system without hard links
        if path.exists():
            raise NameTakenError(f"{path.name} exists") from None
        temporary.rename(path)
