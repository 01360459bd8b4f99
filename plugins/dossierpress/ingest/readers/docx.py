"""Reads Word documents: paragraphs, headings, lists, tables and links, one story or several."""

import io
import re
import zipfile
from collections.abc import Iterator
from typing import Any

import docx as word
from docx.oxml.ns import qn

from dossierpress.errors import Problem
from dossierpress.ingest.clipping import Clipping
from dossierpress.ingest.paragraphs import Document, Link, Paragraph
from dossierpress.ingest.readers.bounds import empty, too_large
from dossierpress.ingest.readers.exports.read import read_any
from dossierpress.ingest.story import Story

MAX_UNPACKED = 64 * 1024 * 1024
"""The most bytes that a document may unpack to."""
MAX_PARTS = 2000
"""The most files that a document may be made of."""
_HEADING = re.compile(r"heading (\d)", re.IGNORECASE)
_NO_TITLE = re.compile(
    r"(?:microsoft word - .*|document\d*|untitled|python-docx.*|word document)?", re.I
)
_HINT = "open it in Word, save it anew, or copy the text of the story into a .txt file"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"


def read(clipping: Clipping, publisher: str | None = None) -> Iterator[Story | Problem]:
    """Yield the stories of a document, or the documents of a database's export."""
    found = read_paragraphs(clipping)
    if isinstance(found, Problem):
        yield found
        return
    yield from read_any(clipping.name, found, publisher)


def read_paragraphs(clipping: Clipping) -> Document | Problem:
    """Return a document's paragraphs; a `Problem` where it cannot be read within bounds."""
    refusal = too_large(clipping) or _refuse(clipping)
    if refusal is not None:
        return refusal
    try:
        document = word.Document(io.BytesIO(clipping.data))
        paragraphs = tuple(_paragraphs(document))
        title = str(document.core_properties.title or "").strip()
    except Exception as error:  # a broken file fails anywhere in zipfile, lxml or python-docx
        message = f"is a broken Word document: {type(error).__name__}"
        return Problem(clipping.name, 1, "DP550", message, _HINT)
    if not any(paragraph.text.strip() for paragraph in paragraphs):
        return empty(clipping)
    return Document(paragraphs, None if _NO_TITLE.fullmatch(title) else title)


def _refuse(clipping: Clipping) -> Problem | None:
    if not clipping.data.startswith(b"PK"):
        hint = "open it with its password and save it without"
        return Problem(clipping.name, 1, "DP552", "is a document under a password", hint)
    try:
        with zipfile.ZipFile(io.BytesIO(clipping.data)) as archive:
            members = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError) as error:
        return Problem(clipping.name, 1, "DP550", f"is a broken Word document: {error}", _HINT)
    size = sum(member.file_size for member in members)
    if size > MAX_UNPACKED or len(members) > MAX_PARTS:
        message = f"unpacks to {size // 1024**2} MB in {len(members)} parts"
        return Problem(clipping.name, 1, "DP553", message, "save only its text, and add that")
    return None


def _paragraphs(document: Any) -> Iterator[Paragraph]:
    gap = 0
    styles = {style.style_id: style for style in document.styles}
    for element in document.element.body.iter(qn("w:p")):
        if any(above.tag == _FALLBACK for above in element.iterancestors()):
            continue
        words, links = _words(element, document.part.rels)
        for number, line in enumerate(words.split("\n")):
            if not line.strip():
                gap += number == 0
                continue
            level = _level(element, styles)
            own = tuple(link for link in links if link.text in line)
            yield Paragraph(line, level, _is_item(element, styles), own, gap if number == 0 else 0)
            gap = 0


def _words(element: Any, relations: Any) -> tuple[str, tuple[Link, ...]]:
    """The words of a paragraph and its links; what was deleted or is in a box of its own is not."""
    words: list[str] = []
    links: list[Link] = []
    for node in element.iter():
        if _paragraph_of(node) is not element and node is not element:
            continue
        if node.tag == qn("w:t"):
            words.append(node.text or "")
        elif node.tag == qn("w:tab"):
            words.append(" ")
        elif node.tag in (qn("w:br"), qn("w:cr")):
            words.append("\n")
        elif node.tag == qn("w:noBreakHyphen"):
            words.append("-")
        elif node.tag == qn("w:hyperlink"):
            relation = relations.get(node.get(qn("r:id")))
            url = str(relation.target_ref) if relation is not None and relation.is_external else ""
            text = "".join(t.text or "" for t in node.iter(qn("w:t")))
            if url.startswith(("http://", "https://")) and text.strip():
                links.append(Link(text.strip(), url))
    return "".join(words), tuple(links)


def _paragraph_of(node: Any) -> Any:
    return next((above for above in node.iterancestors() if above.tag == qn("w:p")), None)


def _styles_of(element: Any, styles: dict[str, Any]) -> Iterator[str]:
    """The names of a paragraph's style and of those that it is based on."""
    style = styles.get(element.style) if element.style else None
    for _ in range(6):
        if style is None:
            return
        yield str(style.name)
        style = style.base_style


def _level(element: Any, styles: dict[str, Any]) -> int:
    """1 for a title, 2 for a first heading and so on; 0 for text."""
    for name in _styles_of(element, styles):
        if name.casefold() == "title":
            return 1
        match = _HEADING.fullmatch(name)
        if match:
            return int(match[1]) + 1
    return 0


def _is_item(element: Any, styles: dict[str, Any]) -> bool:
    numbered = element.pPr is not None and element.pPr.numPr is not None
    listed = any(name.startswith("List") and name != "List Paragraph"
                 for name in _styles_of(element, styles))  # fmt: skip
    return (numbered or listed) and not _level(element, styles)
