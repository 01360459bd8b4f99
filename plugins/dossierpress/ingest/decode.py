"""From bytes to lines of clean text, without guessing more than the bytes allow.

A byte order mark decides; else strict UTF-8; else Windows-1252, which is reported. Text that is
mostly UTF-8 and broken in places is refused: to read it as Windows-1252 would garble every
accented letter. Line numbers are those that an editor shows for the original file.
"""

import codecs
import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from dossierpress.errors import Problem
from dossierpress.ingest.clipping import Clipping
from dossierpress.ingest.lines import Line

_MULTIBYTE = re.compile(
    rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"
)
_NEWLINE = re.compile(r"\r\n|\r|\n")
_INNER_BREAK = re.compile("[\u000b\u000c\u2028\u2029]")
_BLANKS = re.compile(r"\s+")


def _cleaning() -> dict[int, str | None]:
    """What each odd character becomes: controls go, C1 codes are what Windows meant by them."""
    table: dict[int, str | None] = dict.fromkeys((*range(32), 127))
    table[ord("\t")] = " "
    for code in range(0x80, 0xA0):
        table[code] = bytes([code]).decode("cp1252", "ignore") or None
    invisible = (0x00AD, 0x200B, 0x2060, 0xFEFF, 0xFFFE, 0xFFFF)
    overrides = (0x202A, 0x202B, 0x202C, 0x202D, 0x202E, 0x2066, 0x2067, 0x2068, 0x2069)
    table |= dict.fromkeys((*invisible, *overrides), None)
    return table


_CLEAN = _cleaning()


@dataclass(frozen=True)
class Text:
    """What a clipping says, as lines, and what was noticed while decoding it.

    Attributes:
        whole: the text itself, for formats in which blanks and empty lines mean something.
    """

    lines: tuple[Line, ...]
    encoding: str
    problems: tuple[Problem, ...] = ()
    whole: str = ""


@lru_cache(maxsize=1)  # asked twice of each: what format it is in, and by that format's reader
def decode(clipping: Clipping) -> Text | Problem:
    """Decode a clipping that `sniff.refuse` let through; a `Problem` where that cannot be done."""
    data = clipping.data
    for bom, encoding in (
        (codecs.BOM_UTF8, "utf-8-sig"),
        (codecs.BOM_UTF16_LE, "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16"),
    ):
        if data.startswith(bom):
            try:
                return _text(data.decode(encoding), encoding)
            except UnicodeDecodeError as error:
                return _broken(clipping, error)
    try:
        return _text(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        return _as_windows(clipping, error)


def split(text: str) -> tuple[Line, ...]:
    """Cut a text into its lines that have words, numbered as they stand in the text."""
    lines: list[Line] = []
    gap = 0
    for number, whole in enumerate(_NEWLINE.split(text), start=1):
        found = False
        for raw in _INNER_BREAK.split(whole):
            words = clean(raw)
            if not words:
                continue
            lines.append(Line(number, number, words, gap, _indent(raw)))
            gap, found = 0, True
        if not found:
            gap += 1
    return tuple(lines)


def clean(text: str) -> str:
    """Return a text of one line: every blank a plain space, nothing invisible, composed (NFC)."""
    if text.isascii():
        if text.isprintable():  # the same as below, many times faster
            return " ".join(text.split())
    else:
        text = unicodedata.normalize("NFC", text)
    return _BLANKS.sub(" ", text.translate(_CLEAN)).strip()


def _indent(raw: str) -> int:
    if not raw[:1].isspace():
        return 0
    return len(raw.expandtabs(4)) - len(raw.expandtabs(4).lstrip())


def _as_windows(clipping: Clipping, error: UnicodeDecodeError) -> Text | Problem:
    data = clipping.data
    sequences = len(_MULTIBYTE.findall(data))
    stray = sum(byte > 0x7F for byte in _MULTIBYTE.sub(b"", data))
    if sequences > stray:
        return _broken(clipping, error)
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        return _broken(clipping, error)
    noticed = Problem(
        clipping.name,
        _line_of(data, error.start),
        "DP504",
        "is not UTF-8; it was read as Windows-1252",
        "check names and quotation marks; save the file as UTF-8 if they are wrong",
    )
    return _text(text, "cp1252", noticed)


def _text(whole: str, encoding: str, *noticed: Problem) -> Text:
    return Text(split(whole), encoding, noticed, whole)


def _broken(clipping: Clipping, error: UnicodeDecodeError) -> Problem:
    byte = f"0x{clipping.data[error.start]:02X}" if error.start < len(clipping.data) else "its end"
    return Problem(
        clipping.name,
        _line_of(clipping.data, error.start),
        "DP503",
        f"cannot be decoded: {byte} belongs to no encoding that fits the rest",
        "open the file in the program it came from and save it as UTF-8",
    )


def _line_of(data: bytes, offset: int) -> int:
    return len(re.findall(rb"\r\n|\r|\n", data[:offset])) + 1
