"""Numbers and words as bytes, as `client/bytes.js` reads them."""

import gzip
from collections.abc import Iterable, Sequence

LEVEL = 6
"""Of compression; with no time and no name in the file, the same content gives the same bytes."""

_SMALL = tuple(bytes((n,)) if n < 128 else bytes((n & 127 | 128, n >> 7)) for n in range(1 << 14))


def number(value: int) -> bytes:
    """Return a number of seven bits a byte, the lowest first (LEB128)."""
    if value < len(_SMALL):
        return _SMALL[value]
    parts = bytearray()
    while value > 127:
        parts.append(value & 127 | 128)
        value >>= 7
    parts.append(value)
    return bytes(parts)


def numbers(values: Iterable[int]) -> bytes:
    """Return numbers one after the other."""
    listed = list(values)
    largest = max(listed, default=0)
    if largest < 128:
        return bytes(listed)
    if largest < len(_SMALL):
        return b"".join([_SMALL[value] for value in listed])
    return b"".join(map(number, listed))


def streams(parts: Sequence[bytes]) -> bytes:
    """Return some byte strings as one: the length of each, then each."""
    return b"".join([number(len(parts)), *(number(len(part)) for part in parts), *parts])


def packed(content: bytes) -> bytes:
    """Return bytes compressed by gzip."""
    return gzip.compress(content, LEVEL, mtime=0)
