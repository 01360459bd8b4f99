"""The one form of a snapshot as a file: UTF-8 JSON, sorted keys, one space a level."""

import hashlib
from typing import TypeVar

import msgspec

from dossierpress.errors import DossierError
from dossierpress.release.snapshot import FORMAT, Record, Snapshot

_Kind = TypeVar("_Kind", "Head", Snapshot)


class SnapshotError(DossierError):
    """A file is no snapshot that this program can trust; the text says why."""


def canonical(record: Record) -> bytes:
    """Return the canonical form of a record."""
    return msgspec.json.format(msgspec.json.encode(record, order="sorted"), indent=1) + b"\n"


def seal(snapshot: Snapshot) -> Snapshot:
    """Return a snapshot with its digest."""
    return msgspec.structs.replace(snapshot, digest=digest_of(snapshot))


def digest_of(snapshot: Snapshot) -> str:
    """Return the digest that a snapshot should have."""
    bare = msgspec.structs.replace(snapshot, digest="")
    return hashlib.sha256(msgspec.json.encode(bare, order="sorted")).hexdigest()


class Head(msgspec.Struct, frozen=True):
    """What the order of releases needs of one."""

    version: str
    date: str
    format: int


def read_head(data: bytes) -> Head:
    """Read the version and date of a snapshot, whose digest is not checked.

    Raises:
        SnapshotError: it is no snapshot, or of another format.
    """
    return _known(_decoded(data, Head))


def read_snapshot(data: bytes) -> Snapshot:
    """Read the file of a snapshot, and check its digest.

    Raises:
        SnapshotError: it is none, of another format, or was changed after it was written.
    """
    snapshot = _known(_decoded(data, Snapshot))
    if snapshot.digest != digest_of(snapshot):
        raise SnapshotError("was changed after the release: its digest does not fit")
    return snapshot


def _decoded(data: bytes, kind: type[_Kind]) -> _Kind:
    try:
        return msgspec.json.decode(data, type=kind)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise SnapshotError(f"is no snapshot: {error}") from error


def _known(snapshot: _Kind) -> _Kind:
    if snapshot.format != FORMAT:
        raise SnapshotError(f"has the format {snapshot.format}; this program reads {FORMAT}")
    return snapshot
