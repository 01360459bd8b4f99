"""Web archives (WARC, WARC.gz): each HTML page that was captured with status 200.

One record is in memory at a time. A damaged record is named by its place, and reading goes on at
the next one. warcio reads the headers and undoes the transfer; which bytes are a record, and how
much of it is held, is decided here. Source: ISO 28500:2017 (WARC 1.1).
"""

import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from warcio.bufferedreaders import ChunkedDataReader
from warcio.exceptions import ArchiveLoadFailed
from warcio.recordloader import ArcWarcRecord, ArcWarcRecordLoader
from warcio.statusandheaders import StatusAndHeadersParserException

from dossierpress.edtf import When, parse_when
from dossierpress.errors import Problem
from dossierpress.ingest.clipping import Clipping
from dossierpress.ingest.containers.feed import (
    BLOCK,
    GZIP,
    RECORD,
    DamagedError,
    Feed,
    Members,
    blocks_of,
)
from dossierpress.ingest.containers.limits import Limits
from dossierpress.ingest.containers.names import shown, within

HTML = frozenset({"text/html", "application/xhtml+xml"})
UNPACKED = frozenset({"", "identity", "gzip", "x-gzip", "deflate"})
"""The content encodings that are undone."""

_DAMAGE = (
    DamagedError, ArchiveLoadFailed, StatusAndHeadersParserException, EOFError, ValueError,
    TypeError, AttributeError,
)  # fmt: skip
"""What a damaged record makes warcio raise; the last two, where a header is missing."""
_AGAIN = "capture the page once more, or get the archive once more"


@dataclass(frozen=True)
class Page:
    """A captured page: what warcio understood of its record, and its bytes."""

    url: str
    media_type: str
    captured_at: When | None
    data: bytes


def read_warc(name: str, file: BinaryIO, limits: Limits) -> Iterator[Clipping | Problem]:
    """Yield a clipping for each HTML page, in the archive's order.

    Args:
        name: what problems call the archive.
        file: its bytes; read once, from the front, never sought in.
        limits: how large a page and its headers may be.
    """
    found = False
    for page in _pages(name, file, limits):
        found = True
        if isinstance(page, Problem):
            yield page
        else:
            called = within(name, page.url)
            yield Clipping(called, page.data, page.media_type, page.captured_at, page.url)
    if not found:
        yield Problem(name, 1, "DP536", "holds no HTML page that was captured with status 200",
                      "check that it is the archive that you mean")  # fmt: skip


def _pages(name: str, file: BinaryIO, limits: Limits) -> Iterator[Page | Problem]:
    start = file.read(BLOCK)
    blocks = blocks_of(file, start)
    if not start.startswith(GZIP):
        yield from _records(name, Feed(blocks, limits.header), limits, 0)
        return
    members = Members(blocks, limits.ratio, limits.member)
    while (unpacked := members.next()) is not None:
        if members.lost:
            yield _damaged(name, members.at, "", DamagedError("what stands before it is no record"))
        yield from _records(name, Feed(unpacked, limits.header), limits, members.at)
    if members.lost:
        yield _damaged(name, members.at, "", DamagedError("what stands behind it is no record"))


def _records(name: str, feed: Feed, limits: Limits, offset: int) -> Iterator[Page | Problem]:
    """Read the records of a plain archive, or of one gzip member that begins at `offset`."""
    loader = ArcWarcRecordLoader(verify_http=False)
    told = False
    while True:
        at = offset or feed.tell()
        url = ""
        try:
            passed = feed.skip_to(RECORD)
            if passed is None:
                return
            if passed.strip(b"\r\n\0") and not told:
                yield _damaged(name, at, "", DamagedError("its length is wrong"))
            told = False
            at = offset or feed.tell()
            feed.headers_left = limits.header
            record = loader.parse_record_stream(feed, known_format="warc")
            url = record.rec_headers.get_header("WARC-Target-URI") or ""
            page = _page(name, record, limits)
            _finish(record)
        except _DAMAGE as error:
            yield _damaged(name, at, url, error)
            told = True
            continue
        if page is not None:
            yield page


def _page(name: str, record: ArcWarcRecord, limits: Limits) -> Page | Problem | None:
    """Return the page of a record, and None where it is something else."""
    headers, http = record.rec_headers, record.http_headers
    if record.rec_type != "response" or http is None or http.get_statuscode() != "200":
        return None
    said = http.get_header("Content-Type") or ""
    if said.partition(";")[0].strip().lower() not in HTML:
        return None
    url = headers.get_header("WARC-Target-URI") or ""
    packing = (http.get_header("Content-Encoding") or "").strip().lower()
    if packing not in UNPACKED:
        message = f"is packed as {shown(packing)}, which is not read"
        return Problem(within(name, url), 1, "DP535", message, _AGAIN)
    data = _content(record, limits.member)
    if len(data) > limits.member:
        message = f"is over {limits.member // 1024**2} MB"
        return Problem(within(name, url), 1, "DP532", message, "save its text by itself")
    return Page(url, shown(said), _when(headers.get_header("WARC-Date")), data)


def _content(record: ArcWarcRecord, most: int) -> bytes:
    """Read the payload, and no more than one byte beyond the bound.

    warcio undoes chunks, whose sizes the record's length bounds; it would unpack without a bound.
    """
    if record.length is not None and record.length > 2 * most:
        return b"\0" * (most + 1)
    http, stream = record.http_headers, record.raw_stream
    if (http.get_header("Transfer-Encoding") or "").strip().lower() == "chunked":
        stream = ChunkedDataReader(stream)
    data = bytes(stream.read(2 * most))
    packing = (http.get_header("Content-Encoding") or "").strip().lower()
    return _unpacked(data, packing, most + 1)


def _unpacked(data: bytes, packing: str, most: int) -> bytes:
    """Undo a content encoding; what is not packed as it says is taken as it is."""
    windows = {"gzip": (31,), "x-gzip": (31,), "deflate": (15, -15)}.get(packing, ())
    for window in windows:
        try:
            return zlib.decompressobj(wbits=window).decompress(data, most)
        except zlib.error:
            continue
    return data[:most]


def _finish(record: ArcWarcRecord) -> None:
    """Read a record to its end, where its checksum stands.

    Raises:
        DamagedError: it has no length, or ends before it.
    """
    if record.length is None:
        raise DamagedError("it does not say how long it is")
    while record.raw_stream.limit > 0:
        if not record.raw_stream.read(BLOCK):
            raise DamagedError("it ends in the middle")


def _when(text: str | None) -> When | None:
    try:
        return parse_when(text or "")
    except ValueError:
        return None


def _damaged(name: str, at: int, url: str, error: Exception) -> Problem:
    reason = str(error) if isinstance(error, DamagedError) else "its headers cannot be read"
    called = within(name, url) if url else name
    message = f"the record at byte {at} is damaged: {reason}; the rest is read"
    return Problem(called, 1, "DP535", message, _AGAIN)
