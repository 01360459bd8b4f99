"""A file that is opened: one clipping, or a container of many, judged by its content."""

import tempfile
from collections.abc import Iterator
from functools import partial
from typing import IO, BinaryIO

from dossierpress.errors import Problem
from dossierpress.ingest.clipping import Clipping
from dossierpress.ingest.containers.feed import BLOCK, GZIP, RECORD, unpacked_start
from dossierpress.ingest.containers.limits import Limits
from dossierpress.ingest.containers.wacz import is_wacz, read_wacz
from dossierpress.ingest.containers.zipped import (
    Allowance,
    Found,
    Reader,
    exhausted,
    open_zip,
    read_zip,
)

_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_DOCUMENT = frozenset({"[Content_Types].xml", "mimetype", "META-INF/manifest.xml"})
"""Members that show that a ZIP archive is a document, as DOCX, ODT and EPUB are."""


def read_file(name: str, file: BinaryIO, limits: Limits) -> Iterator[Found]:
    """Yield the clippings of an open file that can be sought in.

    Args:
        name: what problems call it.
        file: its bytes.
        limits: how much it may unpack into.
    """
    start = file.read(BLOCK)
    file.seek(0)
    if _is_web_archive(name, start):
        yield from _web_archive(name, file, limits)
    elif start.startswith(_ZIP):
        yield from _zip(name, file, Allowance(limits), depth=0)
    else:
        yield _whole(name, file, limits)


def spool(name: str, stream: IO[bytes], allowance: Allowance) -> BinaryIO | Problem:
    """Copy a stream to a nameless temporary file, so that it can be sought in."""
    held = tempfile.SpooledTemporaryFile(max_size=allowance.limits.member)  # noqa: SIM115  # returned
    while block := stream.read(BLOCK):
        if not allowance.take(len(block)):
            held.close()
            return exhausted(name, allowance.limits)
        held.write(block)
    held.seek(0)
    return held  # type: ignore[return-value]  # a BinaryIO in all but its declared type


def _is_web_archive(name: str, start: bytes) -> bool:
    if start.startswith(RECORD) or unpacked_start(start).startswith(RECORD):
        return True
    return name.lower().endswith(".warc.gz") and start.startswith(GZIP)


def _whole(name: str, file: BinaryIO, limits: Limits) -> Found:
    data = file.read(limits.member + 1)
    if len(data) <= limits.member:
        return Clipping(name, data)
    size = (file.seek(0, 2) + 1024**2 - 1) // 1024**2
    message = f"is {size} MB; a clipping has at most {limits.member // 1024**2} MB"
    return Problem(name, 1, "DP502", message, "split it into smaller files")


def _web_archive(name: str, file: BinaryIO, limits: Limits) -> Iterator[Found]:
    try:
        from dossierpress.ingest.containers.warc import read_warc
    except ModuleNotFoundError as error:
        message = f"reading a web archive needs {error.name}, which is not installed"
        yield Problem(name, 1, "DP502", message, "run: pip install 'dossierpress[warc]'")
        return
    yield from read_warc(name, file, limits)


def _zip(name: str, file: BinaryIO, allowance: Allowance, depth: int) -> Iterator[Found]:
    archive = open_zip(name, file, allowance.limits)
    if isinstance(archive, Problem):
        yield archive
        return
    with archive:
        if not _DOCUMENT.isdisjoint(archive.namelist()):
            file.seek(0)
            yield _whole(name, file, allowance.limits)
            return
        web = partial(_web_archive, limits=allowance.limits)
        webs: dict[str, Reader] = {".warc": web, ".warc.gz": web}
        if is_wacz(archive):
            yield from read_wacz(name, archive, allowance, webs)
            return
        inner = partial(_inner_zip, allowance=allowance, depth=depth + 1)
        yield from read_zip(name, archive, allowance, {**webs, ".zip": inner, ".wacz": inner})


def _inner_zip(name: str, stream: BinaryIO, allowance: Allowance, depth: int) -> Iterator[Found]:
    """Read an archive in an archive; one in that is refused, as a bomb would have it."""
    if depth > 1:
        message = "is an archive in an archive in an archive"
        yield Problem(name, 1, "DP537", message, "unpack the outer one and add what is in it")
        return
    held = spool(name, stream, allowance)
    if isinstance(held, Problem):
        yield held
        return
    with held:
        yield from _zip(name, held, allowance, depth)
