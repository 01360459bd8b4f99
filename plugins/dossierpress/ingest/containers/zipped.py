"""ZIP archives: each member a clipping, one at a time, none of them trusted."""

import stat
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import IO, BinaryIO

from dossierpress.errors import Problem
from dossierpress.ingest.clipping import Clipping
from dossierpress.ingest.containers.directory import directory_size
from dossierpress.ingest.containers.limits import Limits
from dossierpress.ingest.containers.names import (
    fault,
    is_hidden,
    parts_of_pages,
    shown,
    within,
)

BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError)
"""What the standard library raises for a damaged archive, or one packed in a way it lacks."""

Found = Clipping | Problem
Reader = Callable[[str, BinaryIO], Iterator[Found]]
"""Reads a member that is a container itself: its name and its bytes."""

_SKIP = "unpack it in its own program and add the file"
_ENCRYPTED = 0x1


@dataclass
class Allowance:
    """What a source may still unpack; shared by an archive and the archives in it."""

    limits: Limits
    used: int = field(default=0)

    def take(self, size: int) -> bool:
        """Count what was unpacked; False where the bound is passed."""
        self.used += size
        return self.used <= self.limits.total


def open_zip(name: str, file: BinaryIO, limits: Limits) -> zipfile.ZipFile | Problem:
    """Open an archive, or say why it cannot be."""
    try:
        size = directory_size(file)
        if size is not None and size > limits.directory:
            message = f"is an archive with a table of contents of {size // 1024**2} MB"
            return Problem(name, 1, "DP532", message, "split it into smaller archives")
        return zipfile.ZipFile(file)
    except BROKEN as error:
        return broken(name, error)


def broken(name: str, error: Exception) -> Problem:
    """Return the problem of an archive, or a member, that cannot be read."""
    reason = shown(str(error)).rstrip(".") or type(error).__name__
    return Problem(name, 1, "DP533", f"cannot be unpacked: {reason}", "get the archive once more")


def members(
    name: str, archive: zipfile.ZipFile, only: Callable[[str], bool]
) -> Iterator[zipfile.ZipInfo | Problem]:
    """Yield the members that may be read, in the archive's order; name those that may not."""
    folders = _parts_of_pages(archive)
    for member in archive.infolist():
        reason = fault(member.filename)
        if reason is not None:
            yield _refused(name, member, reason)
            continue
        if not only(member.filename):
            continue
        parts = member.filename.replace("\\", "/").split("/")
        if member.is_dir() or any(map(is_hidden, parts)) or _under(parts, folders):
            continue
        kind = stat.S_IFMT(member.external_attr >> 16)
        if kind not in (0, stat.S_IFREG):
            reason = "it is a link" if stat.S_ISLNK(kind) else "it is no ordinary file"
            yield _refused(name, member, reason)
        elif member.flag_bits & _ENCRYPTED:
            message = "is encrypted"
            yield Problem(within(name, member.filename), 1, "DP534", message, _SKIP)
        else:
            yield member


def read_zip(
    name: str,
    archive: zipfile.ZipFile,
    allowance: Allowance,
    inner: dict[str, Reader],
    only: Callable[[str], bool] = lambda path: True,
) -> Iterator[Found]:
    """Yield a clipping for each member.

    Args:
        name: what problems call the archive.
        archive: opened by `open_zip`.
        allowance: what may still be unpacked.
        inner: who reads members that are containers, by the ending of their names.
        only: which members are looked at, by their names.
    """
    for member in members(name, archive, only):
        if isinstance(member, Problem):
            yield member
            continue
        called = within(name, member.filename)
        reader = next((r for end, r in inner.items() if called.lower().endswith(end)), None)
        reason = _too_large(member, allowance.limits, packed=reader is not None)
        if reason is not None:
            yield Problem(called, 1, "DP532", reason, _SKIP)
            continue
        if reader is None and not allowance.take(member.file_size):
            yield exhausted(name, allowance.limits)
            return
        try:
            with archive.open(member) as stream:
                if reader is not None:
                    yield from reader(called, _binary(stream))
                else:
                    yield Clipping(called, stream.read(allowance.limits.member))
        except (*BROKEN, RuntimeError) as error:
            yield broken(called, error)


def exhausted(name: str, limits: Limits) -> Problem:
    """Return the problem of an archive that unpacks into more than is allowed."""
    message = f"unpacks into more than {limits.total // 1024**2} MB; the rest is not read"
    return Problem(name, 1, "DP532", message, "split it into smaller archives")


def _too_large(member: zipfile.ZipInfo, limits: Limits, *, packed: bool) -> str | None:
    """Judge by the sizes that the archive declares; `zipfile` reads no byte beyond them."""
    size = member.file_size
    if size > limits.spared and size > limits.ratio * max(1, member.compress_size):
        return f"would unpack into {size / max(1, member.compress_size):.0f} times its size"
    if not packed and size > limits.member:
        return f"is {size // 1024**2} MB; a clipping has at most {limits.member // 1024**2} MB"
    return None


def _refused(name: str, member: zipfile.ZipInfo, reason: str) -> Problem:
    called = within(name, member.filename)
    return Problem(called, 1, "DP531", f"is refused: {reason}", "pack the archive anew without it")


def _parts_of_pages(archive: zipfile.ZipFile) -> frozenset[str]:
    """The folders that browsers laid beside saved pages, as paths in the archive."""
    below: dict[str, set[str]] = {}
    for path in archive.namelist():
        parts = path.replace("\\", "/").rstrip("/").split("/")
        for depth, part in enumerate(parts[:64]):
            below.setdefault("/".join(parts[:depth]), set()).add(part)
    return frozenset(
        f"{folder}/{name}".lstrip("/")
        for folder, names in below.items()
        for name in parts_of_pages(tuple(names))
    )


def _under(parts: list[str], folders: frozenset[str]) -> bool:
    return any("/".join(parts[:depth]) in folders for depth in range(1, len(parts)))


def _binary(stream: IO[bytes]) -> BinaryIO:
    return stream  # type: ignore[return-value]  # ZipExtFile is one in all but its declared type
