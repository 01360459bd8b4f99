"""Files written whole or not at all: a kill leaves the old bytes or the new ones, never a part.

The bytes go to a temporary file of the same folder, reach the disk, and only then get their name.
"""

import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from types import ModuleType
from typing import BinaryIO

from dossierpress.errors import DossierError

fcntl: ModuleType | None
try:
    import fcntl
except ImportError:  # Windows, which keeps an open file from being removed
    fcntl = None

_PREFIX = ".writing-"
_SUFFIX = ".tmp"
_MODE = 0o644


class NameTakenError(DossierError):
    """Another process wrote a file of this name first."""


def atomic_write(path: Path, data: bytes) -> None:
    """Give a file new bytes.

    A file that is there keeps its permissions; a link is followed.

    Raises:
        OSError: the folder cannot be written.
    """
    target = path.resolve()
    mode = target.stat().st_mode & 0o777 if target.exists() else _MODE
    with _written_aside(target, data, mode) as temporary:
        temporary.replace(target)
    sync(target.parent)


def write_new(path: Path, data: bytes) -> None:
    """Write a file that is not there yet; `sync` makes its name last.

    Raises:
        NameTakenError: there is such a file, even if another process wrote it at this moment.
        OSError: the folder cannot be written.
    """
    with _written_aside(path, data, _MODE) as temporary:
        _name_once(temporary, path)


def write_tree(target: Path, files: Iterable[tuple[PurePosixPath, bytes]]) -> None:
    """Write a folder of files to a place that is free, or fill an empty folder with them.

    The tree is built beside its place, or inside the empty folder, and moved into place; a failure
    takes back what was moved.

    Raises:
        OSError: the folder cannot be written.
    """
    fresh = not target.exists()
    beside = target.parent if fresh else target
    beside.mkdir(parents=True, exist_ok=True)
    aside = Path(tempfile.mkdtemp(prefix=_PREFIX, suffix=_SUFFIX, dir=beside))
    moved: list[Path] = []
    try:
        tree = aside / "tree"
        for path, data in files:
            file = tree / path
            file.parent.mkdir(parents=True, exist_ok=True)
            with file.open("wb") as stream:
                _put(stream, data)
        if fresh:
            tree.rename(target)
        else:
            for child in sorted(tree.iterdir()):
                moved.append(child.rename(target / child.name))
    except BaseException:
        for child in moved:
            shutil.rmtree(child) if child.is_dir() else child.unlink()
        raise
    finally:
        shutil.rmtree(aside, ignore_errors=True)
    sync(beside)


def clear(folder: Path) -> None:
    """Remove what runs that were killed left half-written, and nothing of a run that goes on."""
    for leftover in folder.glob(f"{_PREFIX}*{_SUFFIX}"):
        try:
            with leftover.open("rb") as file:
                if _lock(file.fileno()):
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


@contextmanager
def _written_aside(path: Path, data: bytes, mode: int) -> Iterator[Path]:
    """Yield a temporary file with the bytes, in the folder of `path`; it is gone afterwards."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=_PREFIX, suffix=_SUFFIX, dir=path.parent)
    temporary = Path(name)
    try:
        # Open, and with that locked, until it has its name: `clear` leaves it alone.
        with os.fdopen(handle, "wb") as file:
            _lock(file.fileno())
            _put(file, data)
            temporary.chmod(mode)
            if fcntl is None:
                file.close()  # Windows renames no open file
            yield temporary
    finally:
        temporary.unlink(missing_ok=True)


def _put(file: BinaryIO, data: bytes) -> None:
    file.write(data)
    file.flush()
    os.fsync(file.fileno())


def _lock(handle: int) -> bool:
    """Lock an open file for as long as it is open; False where another process has done so."""
    if fcntl is None:
        return True
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


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
