"""The texts that a file of a site holds, also where it is compressed."""

import gzip
import zipfile
from collections.abc import Iterator
from io import BytesIO

LARGEST = 256 * 1024 * 1024
"""The most bytes that are unpacked of one compressed file, to look into it."""


def text_of(data: bytes) -> str | None:
    """Return a file's text; None where it is no text."""
    return None if b"\0" in data[:8192] else data.decode("utf-8", "replace")


def unpacked(data: bytes) -> Iterator[str]:
    """Yield the texts within a compressed file; one that cannot be read shows no one a sentence."""
    try:
        if data[:2] == b"\x1f\x8b":
            with gzip.open(BytesIO(data)) as packed:
                yield packed.read(LARGEST).decode("utf-8", "replace")
        elif data[:4] == b"PK\x03\x04":
            with zipfile.ZipFile(BytesIO(data)) as archive:
                for member in archive.infolist():
                    if member.file_size <= LARGEST:
                        yield archive.read(member).decode("utf-8", "replace")
    except (OSError, EOFError, zipfile.BadZipFile, RuntimeError, NotImplementedError):
        return
