"""Reads RTF: paragraphs and links, one story or several."""

import re
from collections.abc import Iterator

from striprtf.striprtf import rtf_to_text

from dossierpress.errors import Problem
from dossierpress.ingest.clipping import Clipping
from dossierpress.ingest.paragraphs import Document, Link, Paragraph
from dossierpress.ingest.readers.bounds import empty, too_large
from dossierpress.ingest.readers.exports.read import read_any
from dossierpress.ingest.story import Story

_INNER = r"(?:[^{}]|\{(?:[^{}]|\{[^{}]{0,2000}\}){0,2000}\}){0,2000}"
_FIELD = re.compile(
    r"\{\\field\s*(?:\\\w+\s*)*\{\\\*\\fldinst\b[^\"]{0,400}?HYPERLINK\s*"
    r"\"(?P<url>[^\"\s{}\\]{1,2000})\"[^{}]{0,200}\}{1,3}\s*"
    rf"\{{\\fldrslt(?P<text>{_INNER})\}}\s*\}}"
)
_TITLE = re.compile(r"\{\\info\b.{0,2000}?\{\\title\s+([^{}\\]{1,300})\}", re.DOTALL)
_PICTURE = re.compile(r"\\(?:pict|objdata)\b[^{}]{0,200}?\s([0-9a-fA-F\s]{200,})")
_OPEN, _MIDDLE, _CLOSE = "\ue000", "\ue001", "\ue002"
"""Private characters round an address and the words of its link; no text has them."""
_LINK = re.compile(
    f"{_OPEN}(?P<url>[^{_OPEN}-{_CLOSE}]*){_MIDDLE}(?P<text>[^{_OPEN}-{_CLOSE}\n]*){_CLOSE}"
)
_MARKS = re.compile(f"[{_OPEN}-{_CLOSE}]")
_TOO_LONG = 8 * 1024 * 1024


def read(clipping: Clipping, publisher: str | None = None) -> Iterator[Story | Problem]:
    """Yield the stories of a document, or the documents of a database's export."""
    found = read_paragraphs(clipping)
    if isinstance(found, Problem):
        yield found
        return
    yield from read_any(clipping.name, found, publisher)


def read_paragraphs(clipping: Clipping) -> Document | Problem:
    """Return a document's paragraphs; a `Problem` where it cannot be read within bounds."""
    refusal = too_large(clipping)
    if refusal is not None:
        return refusal
    source = _PICTURE.sub("", clipping.data.replace(b"\x00", b"").decode("latin-1"))
    if len(source) > _TOO_LONG:
        message = f"is {len(source) // 1024**2} MB of text and markup"
        return Problem(clipping.name, 1, "DP553", message, "split it into smaller documents")
    title = _TITLE.search(source)
    try:
        marked = _FIELD.sub(_mark, source)
        text = str(rtf_to_text(marked, errors="replace"))  # type: ignore[no-untyped-call]  # no hints
    except Exception as error:  # broken control words fail anywhere in striprtf
        message = f"is a broken RTF document: {type(error).__name__}"
        hint = "open it in Word, save it anew, or copy its text into a .txt file"
        return Problem(clipping.name, 1, "DP550", message, hint)
    paragraphs = tuple(_paragraphs(text))
    if not paragraphs:
        return empty(clipping)
    return Document(paragraphs, title[1].strip() if title else None)


def _mark(match: re.Match[str]) -> str:
    """Put the address before the words of a link, and private characters round both."""
    url = "".join(_unicode(char) for char in match["url"])
    start = f"{{{_unicode(_OPEN)}{url}{_unicode(_MIDDLE)}}}"
    return f"{start}{{{match['text']}}}{{{_unicode(_CLOSE)}}}"


def _unicode(char: str) -> str:
    """A character as RTF writes it: a number of 16 bits with its sign."""
    code = ord(char)
    return f"\\u{code if code < 32768 else code - 65536}?"


def _paragraphs(text: str) -> Iterator[Paragraph]:
    gap = 0
    for line in text.split("\n"):
        plain = _MARKS.sub("", _LINK.sub(lambda match: match["text"], line))
        if not plain.strip():
            gap += 1
            continue
        links = tuple(
            Link(match["text"].strip(), match["url"])
            for match in _LINK.finditer(line)
            if match["url"].startswith(("http://", "https://")) and match["text"].strip()
        )
        yield Paragraph(plain, links=links, gap=gap)
        gap = 0
