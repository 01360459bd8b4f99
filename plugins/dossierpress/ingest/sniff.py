"""What a clipping is, judged by its content; a name proves nothing.

Only plain text is read here. Everything else is named, with the way to make text of it.
"""

import codecs
import re

from dossierpress.errors import Problem
from dossierpress.ingest.clipping import Clipping

MAX_BYTES = 32 * 1024 * 1024
"""The largest clipping, in bytes."""
MAX_LINES = 400_000
"""The most lines of a clipping."""

_SAVE_AS_TEXT = "open it, copy the text of the story into a .txt file and add that"

_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive, or an office document, which is one inside"),
    (b"PK\x05\x06", "an empty ZIP archive"),
    (b"\x89PNG\r\n\x1a\n", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Word, Excel or Outlook document"),
    (b"{\\rtf", "an RTF document"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"\x7fELF", "a program"),
    (b"WARC/1.", "a web archive (WARC)"),
)

_MARKUP: tuple[tuple[re.Pattern[bytes], str], ...] = (
    (
        re.compile(rb"<(?:!doctype\s+html|html[\s>]|head[\s>]|body[\s>])", re.I),
        "an HTML page",
    ),
    (re.compile(rb"<\?xml\b", re.I), "an XML document"),
    (re.compile(rb"<(?:rss|feed)[\s>]", re.I), "a news feed"),
)

_BOMS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_CONTROLS = bytes(sorted({*range(32), 127} - {9, 10, 11, 12, 13, 26, 27}))


def refuse(clipping: Clipping) -> Problem | None:
    """Return why this clipping cannot be read as plain text; None where it can."""
    data = clipping.data
    if len(data) > MAX_BYTES:
        size = f"{len(data) // (1024 * 1024)} MB; a clipping has at most {MAX_BYTES // 1024**2} MB"
        return Problem(clipping.name, 1, "DP502", f"is {size}", "split it into smaller files")
    if max(data.count(b"\n"), data.count(b"\r")) > MAX_LINES:
        message = f"has more than {MAX_LINES} lines"
        return Problem(clipping.name, 1, "DP502", message, "split it into smaller files")
    if not data.strip(b" \t\r\n\x0b\x0c\x00\xef\xbb\xbf\xff\xfe"):
        hint = "check that the copy or the download worked"
        return Problem(clipping.name, 1, "DP501", "the clipping is empty", hint)
    look = looks_like(data)
    if look is None:
        return None
    return Problem(clipping.name, 1, "DP502", f"looks like {look}, not plain text", _SAVE_AS_TEXT)


def looks_like(data: bytes) -> str | None:
    """Name the format that these bytes are in; None for plain text."""
    for magic, name in _MAGIC:
        if data.startswith(magic):
            return name
    start = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n")
    for pattern, name in _MARKUP:
        if pattern.match(start):
            return name
    if data.startswith(_BOMS[1:]):
        return None
    if b"\x00" in data:
        if _is_utf16(data):
            return "UTF-16 text without a byte order mark (save it as UTF-8)"
        return "binary data (it holds NUL bytes)"
    sample = data[:65536]
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    return "binary data (it is full of control characters)" if controls * 50 > len(sample) else None


def _is_utf16(data: bytes) -> bool:
    sample = data[:4096]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    half = max(1, len(sample) // 2)
    return max(even, odd) > 0.6 * half and min(even, odd) < 0.05 * half
