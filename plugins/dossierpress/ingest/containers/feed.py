"""Bytes as they come, read by line or by length; and gzip members, which survive damage.

A web archive packs each record into a gzip member of its own, so that a damaged one can be passed
over: the next member begins at the next magic number that unpacks into a record.
"""

import io
import zlib
from collections.abc import Iterator
from typing import BinaryIO

BLOCK = 65536
LONGEST_LINE = 65536
GZIP = b"\x1f\x8b\x08"
RECORD = b"WARC/"
_START = 1024
"""Enough packed bytes to see what a member begins with."""


class DamagedError(Exception):
    """The bytes end too early, or cannot be unpacked; its text says which."""


class Feed:
    """A stream of blocks, as much of a file as warcio needs.

    Attributes:
        headers_left: how many bytes `readline` still gives; headers are read by line, and one
            without an end would otherwise fill the memory.
    """

    def __init__(self, blocks: Iterator[bytes], headers_left: int) -> None:
        self._blocks = blocks
        self._buffer = io.BytesIO()
        self._left = 0
        self._at = 0
        self.headers_left = headers_left

    def read(self, length: int) -> bytes:
        """Return that many bytes, or fewer at the end."""
        parts = []
        while length > 0 and (self._left or self._fill()):
            part = self._buffer.read(min(length, self._left))
            self._took(len(part))
            length -= len(part)
            parts.append(part)
        return parts[0] if len(parts) == 1 else b"".join(parts)

    def readline(self, length: int = LONGEST_LINE) -> bytes:
        """Return the bytes up to a line's end, or up to a bound."""
        length = min(length, LONGEST_LINE, self.headers_left)
        parts = []
        while length > 0 and (self._left or self._fill()):
            part = self._buffer.readline(min(length, self._left))
            self._took(len(part))
            self.headers_left -= len(part)
            length -= len(part)
            parts.append(part)
            if part.endswith(b"\n"):
                break
        return b"".join(parts)

    def skip_to(self, mark: bytes) -> bytes | None:
        """Go to the next place where `mark` stands.

        Returns:
            The last bytes that were passed over, a few at least where there were any; None where
            there is no such place.
        """
        passed = b""
        while True:
            start = self._buffer.tell()
            rest = self._buffer.read(self._left)
            found = rest.find(mark)
            if found >= 0:
                self._buffer.seek(start + found)
                self._took(found)
                return passed + rest[:found]
            passed = rest[-BLOCK:]
            tail = rest[-len(mark) + 1 :] if len(mark) > 1 else b""
            block = next(self._blocks, b"")
            self._at += len(rest) - len(tail)
            self._buffer, self._left = io.BytesIO(tail + block), len(tail) + len(block)
            if not block:
                return None

    def tell(self) -> int:
        """Return how many bytes have been passed."""
        return self._at

    def close(self) -> None:
        """Do nothing: who opened the file closes it."""

    def _fill(self) -> bool:
        block = next(self._blocks, b"")
        self._buffer, self._left = io.BytesIO(block), len(block)
        return bool(block)

    def _took(self, size: int) -> None:
        self._left -= size
        self._at += size


def blocks_of(file: BinaryIO, start: bytes = b"") -> Iterator[bytes]:
    """Yield what was read already, then a file's blocks."""
    if start:
        yield start
    while block := file.read(BLOCK):
        yield block


class Members:
    """The gzip members of a file, one after the other.

    Attributes:
        at: where in the file the present member begins.
        lost: whether bytes were passed over before it that no error has told of.

    Args:
        blocks: the file's bytes.
        ratio: how many times larger than its packed form a member may be.
        spared: below this size, unpacked, the ratio is not looked at.
    """

    def __init__(self, blocks: Iterator[bytes], ratio: int, spared: int) -> None:
        self._blocks = blocks
        self._ratio = ratio
        self._spared = spared
        self._buffer = b""
        self._read = 0
        self._told = False
        self.at = 0
        self.lost = False

    def next(self) -> Iterator[bytes] | None:
        """Return the unpacked blocks of the next member; None at the end.

        What comes after a damaged member, and is none, is passed over. The blocks raise
        `DamagedError` where they cannot be unpacked, and must be read to their end.
        """
        while len(self._buffer) < BLOCK and self._more():
            pass
        told, self._told, self.lost = self._told, False, False
        if not self._buffer.strip(b"\0"):
            return None
        if not _begins(self._buffer):
            self.lost = not told
            if not self._resync():
                return None
        self.at = self._read - len(self._buffer)
        return self._unpacked()

    def _unpacked(self) -> Iterator[bytes]:
        packed = zlib.decompressobj(wbits=31)
        data, self._buffer = self._buffer, b""
        size = 0
        try:
            while not packed.eof:
                block = packed.decompress(data, BLOCK)
                data = packed.unconsumed_tail
                size += len(block)
                taken = self._read - len(data) - self.at
                if size > self._spared and size > self._ratio * taken:
                    self._buffer, self._told = data, True
                    raise DamagedError(f"it would unpack into over {self._ratio} times its size")
                if block:
                    yield block
                elif not data and not packed.eof:
                    if not self._more():
                        self._told = True
                        raise DamagedError("it ends in the middle")
                    data, self._buffer = self._buffer, b""
        except zlib.error as error:
            # Behind the damage, and not at its start, so that it is not found once more.
            self._buffer, self._told = data[len(GZIP) :], True
            raise DamagedError(f"it cannot be unpacked ({error})") from error
        self._buffer = packed.unused_data

    def _resync(self) -> bool:
        """Go to the next member that unpacks into a record."""
        while True:
            at = self._buffer.find(GZIP)
            while at >= 0:
                while len(self._buffer) - at < _START and self._more():
                    pass
                if _begins(self._buffer[at : at + _START]):
                    self._buffer = self._buffer[at:]
                    return True
                at = self._buffer.find(GZIP, at + 1)
            self._buffer = self._buffer[-len(GZIP) + 1 :]
            if not self._more():
                return False

    def _more(self) -> bool:
        block = next(self._blocks, b"")
        self._buffer += block
        self._read += len(block)
        return bool(block)


def _begins(data: bytes) -> bool:
    """Say whether a record begins here."""
    return unpacked_start(data[:_START]).startswith(RECORD)


def unpacked_start(data: bytes) -> bytes:
    """Return the first bytes of what a gzip member holds; nothing where it is none."""
    if not data.startswith(GZIP):
        return b""
    try:
        return zlib.decompressobj(wbits=31).decompress(data, 64)
    except zlib.error:
        return b""
