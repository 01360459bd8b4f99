"""The size of a ZIP archive's table of contents, found before anything reads the table.

`zipfile` reads the whole table at once and makes an object of each entry; a table of a gigabyte
would take many times that in memory. Source: APPNOTE.TXT 6.3.10, 4.3.14 and 4.3.16.
"""

import struct
from typing import BinaryIO

_END = b"PK\x05\x06"
_END_SIZE = 22
_END64 = b"PK\x06\x06"
_END64_SIZE = 56
_LOCATOR_SIZE = 20
_LONGEST_COMMENT = 65535
_IN_ZIP64 = 0xFFFFFFFF


def directory_size(file: BinaryIO) -> int | None:
    """Return how many bytes the table of contents says it has; None where there is no table."""
    size = file.seek(0, 2)
    start = max(0, size - _END_SIZE - _LONGEST_COMMENT - _LOCATOR_SIZE - _END64_SIZE)
    file.seek(start)
    tail = file.read(size - start)
    end = tail.rfind(_END)
    if end < 0 or len(tail) - end < _END_SIZE:
        return None
    (told,) = struct.unpack_from("<L", tail, end + 12)
    at = tail.rfind(_END64, 0, end)
    if told == _IN_ZIP64 and at >= 0 and len(tail) - at >= _END64_SIZE:
        (told,) = struct.unpack_from("<Q", tail, at + 40)
    return int(told)
