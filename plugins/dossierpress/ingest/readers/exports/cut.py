"""The documents of an export: where each begins and ends."""

from collections.abc import Sequence
from dataclasses import dataclass

from dossierpress.ingest.lines import Line
from dossierpress.ingest.readers.exports.layouts import Layout

HEAD = 12
"""So many lines of a document may be printed again at the top of its next page."""


@dataclass(frozen=True)
class Piece:
    """The lines of one document, and the number that the export gives it."""

    number: int | None
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Cut:
    """The documents of an export, and how many it says that there are."""

    pieces: tuple[Piece, ...]
    declared: int | None = None


def cut(lines: Sequence[Line], layout: Layout) -> Cut:
    """Cut an export into its documents."""
    forms = filter(None, (layout.declared, layout.start))
    counting = [form for form in forms if "total" in form.groupindex]
    totals = [
        int(match["total"].replace(",", ""))
        for line in lines
        for form in counting
        if (match := form.fullmatch(line.text))
    ]
    pieces = _by_start(lines, layout) if layout.start else _by_end(lines, layout)
    kept = tuple(piece for piece in pieces if piece.lines)
    return Cut(kept, max(totals, default=None))


def _by_start(lines: Sequence[Line], layout: Layout) -> list[Piece]:
    """Cut at opening lines; one that repeats the current number is a page's header.

    So are the lines below it that the document has in its head already.
    """
    assert layout.start is not None  # noqa: S101  # the caller asked
    pieces: list[Piece] = []
    current: list[Line] = []
    number: int | None = None
    repeated: set[str] = set()
    for line in lines:
        match = layout.start.fullmatch(line.text)
        if match is not None:
            found = int(match["number"])
            if number is not None and found <= number and found != 1:
                repeated = {above.text for above in current[:HEAD]}
                continue
            if found == number:
                repeated = {above.text for above in current[:HEAD]}
                continue
            if number is not None:
                pieces.append(Piece(number, tuple(current)))
            number, current, repeated = found, [], set()
        elif number is not None and line.text in repeated:
            continue
        elif number is not None and not layout.is_dropped(line.text):
            current.append(line)
            repeated = set()
    if number is not None:
        pieces.append(Piece(number, tuple(current)))
    return pieces


def _by_end(lines: Sequence[Line], layout: Layout) -> list[Piece]:
    """Cut at closing lines; what stands below the last one is no document."""
    assert layout.end is not None  # noqa: S101  # a layout has one of the two
    pieces: list[Piece] = []
    current: list[Line] = []
    for line in lines:
        if layout.end.fullmatch(line.text):
            pieces.append(Piece(None, tuple(current)))
            current = []
        elif not layout.is_dropped(line.text):
            current.append(line)
    return pieces
