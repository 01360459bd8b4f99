"""An export's documents in order, counted against what it declares."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dossierpress.errors import Problem
from dossierpress.ingest.lines import Line
from dossierpress.ingest.paragraphs import Document, lines_of, read_document
from dossierpress.ingest.readers.exports.cut import Cut, cut
from dossierpress.ingest.readers.exports.document import read_piece
from dossierpress.ingest.readers.exports.layouts import Layout, find_layout
from dossierpress.ingest.story import Story


def read_any(
    name: str, document: Document, publisher: str | None = None
) -> Iterator[Story | Problem]:
    """Yield the stories of a document, which may be a database's export; places are its own."""
    layout = find_layout([line.text for line in lines_of(document)])
    if layout is None:
        yield from read_document(name, document, publisher)
        return
    for found in read_lines(name, lines_of(document), layout):
        if isinstance(found, Story):
            first = document.paragraphs[found.first - 1]
            last = document.paragraphs[found.last - 1]
            place = document.places(first, found.first, last, found.last)
            found = replace(found, place=place)
        yield found


def read_lines(name: str, lines: Sequence[Line], layout: Layout) -> Iterator[Story | Problem]:
    """Yield the documents of an export, then what is wrong with their number."""
    found = cut(lines, layout)
    read = 0
    for number, piece in enumerate(found.pieces, 1):
        story = read_piece(name, piece, layout, piece.number or number)
        read += isinstance(story, Story)
        yield story
    problem = _counted(name, found, read, layout)
    if problem is not None:
        yield problem


def _counted(name: str, found: Cut, read: int, layout: Layout) -> Problem | None:
    if found.declared is None or found.declared == read:
        return None
    numbers = sorted({piece.number for piece in found.pieces if piece.number is not None})
    which = f" (numbers {_ranges(numbers)})" if numbers else ""
    message = f"{layout.name} declares {found.declared} documents; {read} were read{which}"
    hint = "if the file holds a part of the search, nothing; else see what is missing"
    return Problem(name, 1, "DP555", message, hint)


def _ranges(numbers: Sequence[int]) -> str:
    """Numbers as "1-3, 7"."""
    parts: list[str] = []
    start = previous = numbers[0]
    for number in [*numbers[1:], None]:
        if number is not None and number == previous + 1:
            previous = number
            continue
        parts.append(str(start) if start == previous else f"{start}-{previous}")
        if number is not None:
            start = previous = number
    return ", ".join(parts[:20]) + (" …" if len(parts) > 20 else "")
