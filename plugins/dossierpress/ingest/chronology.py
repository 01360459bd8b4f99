"""The dates of one story, settled from all its stamps together."""

from collections.abc import Iterable
from dataclasses import dataclass

from dossierpress.edtf import parse_when
from dossierpress.errors import Problem
from dossierpress.ingest.date_order import Ordering
from dossierpress.ingest.dates import Anchor, Reading, Status, read_date, read_in_order
from dossierpress.ingest.other_languages import read_other_language
from dossierpress.ingest.stamps import ACCESSED, MODIFIED, PUBLISHED, Stamp
from dossierpress.model import DateNote


@dataclass(frozen=True)
class Chronology:
    """What is known of a story's dates: EDTF dates or RFC 3339 times, and how each is known."""

    published: str | None = None
    modified: str | None = None
    accessed: str | None = None
    notes: tuple[DateNote, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def day(self) -> str | None:
        """The date that the story is filed under: published, else modified."""
        return self.published or self.modified


def settle(
    name: str,
    stamps: Iterable[Stamp],
    anchors: tuple[Anchor, ...] = (),
    language: str | None = None,
    ordering: Ordering | None = None,
) -> Chronology:
    """Settle the dates of a story in the clipping called `name`, in a language if it is known.

    The given anchors come first; then the capture and the other dates that the story itself
    states in full. The first statement of a field counts; another that differs is reported.
    """
    stated = tuple(dict.fromkeys(stamps))
    anchors = (*anchors, *_own_anchors(stated, language, ordering))
    known: dict[str, str] = {}
    notes: list[DateNote] = []
    problems: list[Problem] = []
    for stamp in stated:
        others = tuple(anchor for anchor in anchors if anchor.name != stamp.field)
        reading = _read(stamp, language, ordering, others) or _unread()
        if reading.value is None:
            problems.append(_unknown(name, stamp, reading))
        elif known.setdefault(stamp.field, reading.value) != reading.value:
            problems.append(_second(name, stamp, known[stamp.field]))
            continue
        notes.append(_note(stamp, reading))
    return Chronology(
        known.get(PUBLISHED),
        known.get(MODIFIED),
        known.get(ACCESSED),
        tuple(dict.fromkeys(notes)),
        tuple(problems),
    )


def _own_anchors(
    stamps: Iterable[Stamp], language: str | None, ordering: Ordering | None
) -> tuple[Anchor, ...]:
    """The story's own full dates, the capture first."""
    found = []
    for stamp in stamps:
        reading = _read(stamp, language, ordering)
        if reading is not None and reading.anchor is None and reading.value:
            found.append(Anchor(stamp.field, parse_when(reading.value)))
    return tuple(sorted(found, key=lambda anchor: not anchor.of_capture))


def _read(
    stamp: Stamp,
    language: str | None,
    ordering: Ordering | None,
    anchors: tuple[Anchor, ...] = (),
) -> Reading | None:
    """Read a stamp's words, or take the date that its format gives."""
    if stamp.value is not None:
        return Reading(Status.EXACT, stamp.value)
    reading = read_date(stamp.date, anchors) or read_other_language(stamp.date, language)
    if ordering is not None and reading is not None and reading.status is Status.AMBIGUOUS:
        value = read_in_order(stamp.date, ordering.order)
        return Reading(Status.RESOLVED, value, by=str(ordering)) if value else reading
    return reading


def _note(stamp: Stamp, reading: Reading) -> DateNote:
    anchor = str(reading.anchor) if reading.anchor else reading.by or None
    return DateNote(stamp.field, stamp.raw, reading.status, reading.value, anchor)


def _unread() -> Reading:
    return Reading(Status.AMBIGUOUS, reason="no form of a date that is known here")


def _unknown(name: str, stamp: Stamp, reading: Reading) -> Problem:
    unanchored = reading.status is Status.UNANCHORED
    return Problem(
        name,
        stamp.line,
        "DP508" if unanchored else "DP509",
        f"{stamp.field} stays empty: {stamp.raw!r}: {reading.reason}",
        "give the time of the capture with --accessed; remove the article first if it is written"
        if unanchored
        else f"write {stamp.field}: into the article if you know the date",
    )


def _second(name: str, stamp: Stamp, kept: str) -> Problem:
    return Problem(
        name,
        stamp.line,
        "DP507",
        f"left out: {stamp.raw!r}: the story already says {stamp.field}: {kept}",
        "check which of the two is right",
    )
