"""What a run keeps for the next one, so that it need not be found out again.

Each kind of record is one file in the publication's `.cache/`, safe to delete. It is MessagePack,
read into the types it is expected to hold, and used only where the key it was written under is
asked for again: the digest of this package's code and of all that every record depends on. It holds
what the last run used and nothing else, and is replaced in one step, so that two runs at once leave
one or the other. It is believed only where it lies as a run left it, so that no repository can
bring one along.
"""

import contextlib
import hashlib
import sys
from collections.abc import Iterable
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Generic, TypeVar

import msgspec

from dossierpress.files import atomic_write, clear, is_sealed, seal

Value = TypeVar("Value")
_LIBRARIES = ("ahocorasick_rs", "dateparser", "msgspec", "nh3", "pyyaml", "sentencex")
"""The packages that have a hand in what is kept."""
_HEAD = 64
_UNREADABLE = (OSError, ValueError, TypeError, RecursionError, MemoryError)


def read_kept(file: Path | None, key: bytes, form: type[Value]) -> Value | None:
    """Return what a file keeps; None where it is absent, broken, or was written under another key.

    Args:
        file: the file; None for no file at all.
        key: the digest of what the value depends on, beside our code.
        form: the type of the value.
    """
    if file is None or not is_sealed(file):
        return None
    try:
        data = file.read_bytes()
        head, value = data[:_HEAD], memoryview(data)[_HEAD:]
        return msgspec.msgpack.decode(value, type=form) if head == _head(key, value) else None
    except _UNREADABLE:
        return None


def write_kept(file: Path | None, key: bytes, value: object) -> None:
    """Replace what a file keeps; a folder that cannot be written is left."""
    if file is None:
        return
    with contextlib.suppress(*_UNREADABLE):  # the next run finds it out again, no more
        data = msgspec.msgpack.encode(value)
        file.parent.mkdir(parents=True, exist_ok=True)
        clear(file.parent)
        atomic_write(file, _head(key, data) + data, lasting=False)  # its head tells if it is whole
        seal(file)


class Kept(Generic[Value]):
    """Records of the last run by the digest of what each was made of, and those of this run."""

    def __init__(self, file: Path | None, key: bytes, form: type[Value]) -> None:
        """Open a file of records; None keeps nothing."""
        self._file = file
        self._key = key
        self._decoder = msgspec.msgpack.Decoder(form)
        self._known = read_kept(file, key, dict[bytes, msgspec.Raw]) or {}
        self._used: dict[bytes, msgspec.Raw] = {}
        self._is_new = False

    def recall(self, digest: bytes) -> Value | None:
        """Return the record of a digest; None where it has to be made."""
        raw = self._known.get(digest)
        if raw is None:
            return None
        try:
            value = self._decoder.decode(raw)
        except _UNREADABLE:
            return None
        self._used[digest] = raw
        return value

    def keep(self, digest: bytes, record: Value) -> None:
        """Remember a record; one that cannot be written as it is, is made again each time."""
        if self._file is None:
            return
        with contextlib.suppress(ValueError, TypeError, OverflowError):
            self._used[digest] = msgspec.Raw(msgspec.msgpack.encode(record))
            self._is_new = True

    def write(self) -> None:
        """Replace the file, where this run used other records than the last one."""
        if self._is_new or len(self._used) != len(self._known):
            write_kept(self._file, self._key, self._used)


def digest_of(*parts: bytes) -> bytes:
    """Return the digest of some parts, each of which may have any length."""
    whole = hashlib.sha256()
    for part in parts:
        whole.update(len(part).to_bytes(8, "big"))
        whole.update(part)
    return whole.digest()


@cache
def code_digest() -> bytes:
    """Return the digest of this package with its data, and of the packages it reads by."""
    package = Path(__file__).parent
    files = sorted(file for file in package.rglob("*") if "__pycache__" not in file.parts)
    return digest_of(
        repr([sys.version, *map(version, _LIBRARIES)]).encode(), *_contents(package, files)
    )


def _contents(folder: Path, files: Iterable[Path]) -> Iterable[bytes]:
    for file in files:
        if file.is_file():
            yield file.relative_to(folder).as_posix().encode("utf-8", "surrogateescape")
            yield file.read_bytes()


def _head(key: bytes, value: bytes | memoryview) -> bytes:
    """Return how a file begins: what its value depends on, and that the value is whole."""
    return digest_of(code_digest(), key) + hashlib.sha256(value).digest()
