"""One writer a publication at a time.

The lock is a file that its holder keeps open and held, and that names the holder's machine and
process. The system frees what a killed process held, so that a lock which is only written is stale
where it was written on this machine, and is taken over. On a file system that several machines
share, holding may not be seen by the others; there the machine's name decides.
"""

import json
import os
import platform
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

from dossierpress.errors import DossierError
from dossierpress.files.hold import hold

LOCK = ".cache/dossier/lock"
"""Where the lock lies, relative to the publication."""
PATIENCE = 60.0
"""How long to wait for another writer, in seconds."""
_STEP = 0.05
_LONGEST = 4096


class LockedError(DossierError):
    """Another process is writing to the publication."""


@dataclass(frozen=True)
class Holder:
    """Who holds a lock."""

    host: str
    pid: int
    command: str

    def __str__(self) -> str:
        return f"`{self.command}` (process {self.pid} on {self.host})"


@contextmanager
def locked(
    root: Path,
    command: str,
    *,
    name: str = LOCK,
    patience: float = PATIENCE,
    waiting: Callable[[str], None] = lambda _: None,
    host: str | None = None,
) -> Iterator[None]:
    """Be the only writer of a publication.

    Args:
        root: the publication.
        command: what writes, as a person knows it.
        name: which lock, relative to the publication; each kind of writer has one of its own.
        patience: how long to wait for another writer of this machine, in seconds.
        waiting: is told once whom the run waits for.
        host: the name of this machine, where it is not what the system says.

    Raises:
        LockedError: another process is writing.
        DossierError: the publication cannot be written.
    """
    path = root / name
    if not path.resolve().is_relative_to(root.resolve()):
        raise DossierError(f"{name} lies outside the publication; replace the link by a folder")
    own = Holder(host or platform.node(), os.getpid(), command)
    handle = _open(path, name)
    try:
        end = time.monotonic() + patience
        told = False
        while not hold(handle):
            holder = _holder(handle) or "another process"
            if time.monotonic() >= end:
                raise LockedError(f"{holder} is writing to this publication; wait until it ends")
            if not told:
                waiting(f"{holder} is writing to this publication; waiting for it")
                told = True
            time.sleep(_STEP)
        before = _holder(handle)
        if before and before.host != own.host:
            raise LockedError(
                f"{before} is writing to this publication, or was stopped while it did; "
                f"if it runs no more, delete {name}"
            )
        _write(handle, json.dumps(asdict(own)))
        try:
            yield
        finally:
            _write(handle, "")
    finally:
        os.close(handle)


def _open(path: Path, name: str) -> int:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        return os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
    except OSError as error:
        reason = error.strerror or str(error)
        raise DossierError(f"{name}: cannot be written: {reason}; nothing was changed") from error


def _holder(handle: int) -> Holder | None:
    """Return who wrote the lock; None where it is free, or was cut short by a kill."""
    os.lseek(handle, 0, os.SEEK_SET)
    try:
        known = json.loads(os.read(handle, _LONGEST))
        return Holder(str(known["host"]), int(known["pid"]), str(known["command"]))
    except (ValueError, TypeError, KeyError, OSError):
        return None


def _write(handle: int, text: str) -> None:
    """Replace the text of the lock; a disk that is full costs the name of its holder, no more."""
    try:
        os.ftruncate(handle, 0)
        os.lseek(handle, 0, os.SEEK_SET)
        os.write(handle, text.encode())
    except OSError:
        return
