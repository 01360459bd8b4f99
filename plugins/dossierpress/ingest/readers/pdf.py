"""Reads the text layer of PDF documents, one story or several.

What a PDF says of its own making (CreationDate) is no date of the story, and is not read.
"""

import io
import logging
from collections.abc import Iterator
from typing import Any

from pypdf import PageObject, PdfReader
from pypdf.errors import DependencyError

from dossierpress.errors import Problem
from dossierpress.ingest.clipping import Clipping
from dossierpress.ingest.decode import clean
from dossierpress.ingest.paragraphs import Document, Paragraph
from dossierpress.ingest.printed import PrintedLine, paragraphs_of
from dossierpress.ingest.readers.bounds import too_large
from dossierpress.ingest.readers.exports.read import read_any
from dossierpress.ingest.story import Story

MAX_PAGES = 2000
"""The most pages of a document."""
MAX_PAGE = 8 * 1024 * 1024
"""The most bytes of drawing commands of one page."""
MAX_CONTENT = 64 * 1024 * 1024
"""The most bytes of drawing commands of all pages."""
SAME_LINE = 0.4
"""Words whose heights differ by less of their size stand on one line."""
_HINT = "open it, copy the text of the story into a .txt file and add that"
_SILENT = logging.NullHandler()
"""What the library logs of broken files is told again in problems."""


def read(clipping: Clipping, publisher: str | None = None) -> Iterator[Story | Problem]:
    """Yield the problems of single pages, then the stories of the document."""
    logging.getLogger("pypdf").addHandler(_SILENT)
    problems: list[Problem] = []
    found = too_large(clipping) or _document(clipping, problems)
    yield from problems
    if isinstance(found, Problem):
        yield found
        return
    yield from read_any(clipping.name, found, publisher)


def _document(clipping: Clipping, problems: list[Problem]) -> Document | Problem:
    try:
        reader = PdfReader(io.BytesIO(clipping.data))
        if reader.is_encrypted and not reader.decrypt(""):
            return _sealed(clipping)
        count = len(reader.pages)
        title = clean(str(reader.metadata.title or "")) if reader.metadata else ""
    except DependencyError:
        return _sealed(clipping)
    except Exception as error:  # a broken file fails anywhere in pypdf
        message = f"is a broken PDF: {type(error).__name__}"
        return Problem(clipping.name, 1, "DP550", message, _HINT)
    if count > MAX_PAGES:
        message = f"has {count} pages; a clipping has at most {MAX_PAGES}"
        return Problem(clipping.name, 1, "DP553", message, "split it into smaller documents")
    lines: list[PrintedLine] = []
    left = MAX_CONTENT
    for number in range(count):
        try:
            page = reader.pages[number]
            size = _content_size(page)
            left -= size
            if size > MAX_PAGE or left < 0:
                raise ValueError(f"{size // 1024**2} MB of drawing")
            lines += _lines(page, number + 1)
        except Exception as error:  # as above, page by page
            reason = str(error) if isinstance(error, ValueError) else type(error).__name__
            message = f"page {number + 1} was left out: {reason}"[:200]
            problems.append(Problem(clipping.name, number + 1, "DP557", message, _HINT))
    paragraphs = paragraphs_of(lines)
    if not paragraphs:
        message = f"has no text on its {count} page{'s' * (count != 1)}, as if it were scanned"
        hint = "let a program for text recognition (OCR) add the text, and add that"
        return Problem(clipping.name, 1, "DP551", message, hint)
    return Document(paragraphs, title or None, _place)


def _sealed(clipping: Clipping) -> Problem:
    hint = "open it with its password and save it without"
    return Problem(clipping.name, 1, "DP552", "is a PDF under a password", hint)


def _content_size(page: PageObject) -> int:
    contents = page.get_contents()
    return len(contents.get_data()) if contents is not None else 0


def _place(first: Paragraph, start: int, last: Paragraph, end: int) -> str:
    pages = f"s {first.place}-{last.place}" if first.place != last.place else f" {first.place}"
    return f"page{pages}, paragraphs {start}-{end}"


def _lines(page: PageObject, number: int) -> list[PrintedLine]:
    """The lines of a page in the order in which they were printed, which is that of reading."""
    pieces: list[tuple[float, float, str]] = []

    def visit(text: str, cm: Any, tm: Any, font: Any, size: Any) -> None:
        """Keep words with their height on the page and the size of their letters."""
        if text.strip():
            scale = abs(float(tm[3])) or abs(float(tm[1])) or 1.0
            outer = abs(float(cm[3])) or 1.0
            height = float(tm[5]) * float(cm[3] or 1.0) + float(cm[5])
            pieces.append((height, float(size or 10.0) * scale * outer, text))

    page.extract_text(visitor_text=visit)
    lines: list[PrintedLine] = []
    height: float | None = None
    for at, size, text in pieces:
        for index, raw in enumerate(text.strip("\n").split("\n")):
            words = clean(raw)
            if not words:
                continue
            same = height is not None and index == 0 and abs(height - at) < SAME_LINE * size
            if same and lines:
                blank = "" if not raw[:1].isspace() and lines[-1].text.endswith(" ") else " "
                joined = clean(f"{lines[-1].text}{blank}{words}")
                lines[-1] = PrintedLine(number, joined, lines[-1].size, lines[-1].drop)
                continue
            drop = max(0.0, height - at) if height is not None else 0.0
            lines.append(PrintedLine(number, words, size, drop))
            height = at
    return lines
