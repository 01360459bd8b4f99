"""A story: what a segment of a clipping says, field by field, before it is an article."""

from dataclasses import dataclass

from dossierpress.edtf import When
from dossierpress.errors import Problem
from dossierpress.ingest.body import compose_body, is_body
from dossierpress.ingest.kinds import TEXT, Kind, Part
from dossierpress.ingest.notes import Notes
from dossierpress.ingest.segment import Segment
from dossierpress.ingest.stamps import Stamp
from dossierpress.ingest.tail import find_tail
from dossierpress.ingest.timeline import without_timeline
from dossierpress.ingest.title import find_title
from dossierpress.model import Image, Rights


@dataclass(frozen=True)
class Story:
    """What a clipping says about one story.

    Attributes:
        body: Markdown.
        stamps: its statements of dates, not yet read.
        lines: the lines of the clipping that it was made of, as "41-47".
        anchors: in words, what showed that a story begins here.
        place: where in the clipping it stands, where lines say nothing, as "entry 3".
        captured: when this story was captured, where its format says so.
        rights: what its format says of its rights, as `metadata` for a bibliographic record.
        problems: what was left out, and why.
    """

    title: str
    body: str
    first: int
    last: int
    subtitle: str | None = None
    publisher: str | None = None
    agency: str | None = None
    authors: tuple[str, ...] = ()
    dateline: str | None = None
    url: str | None = None
    language: str | None = None
    section: str | None = None
    standfirst: tuple[str, ...] = ()
    images: tuple[Image, ...] = ()
    stamps: tuple[Stamp, ...] = ()
    anchors: tuple[str, ...] = ()
    archived_url: str | None = None
    place: str | None = None
    captured: When | None = None
    rights: Rights | None = None
    problems: tuple[Problem, ...] = ()

    @property
    def lines(self) -> str:
        """The lines of the clipping that the story was made of, or its place."""
        if self.place is not None:
            return self.place
        return str(self.first) if self.first == self.last else f"{self.first}-{self.last}"


def read_story(name: str, segment: Segment, publisher: str | None = None) -> Story | Problem:
    """Read one segment of the clipping called `name`; a `Problem` where it has no headline."""
    notes = Notes(name, publisher)
    segment = without_timeline(segment)
    title = find_title(segment.head)
    if title is None:
        opening = (*segment.head, *segment.body)[0].text
        return Problem(
            name,
            segment.first,
            "DP506",
            f"lines {segment.first} to {segment.last} have no headline: {opening[:80]!r}",
            "put the headline on a line of its own above the text",
        )
    at, notes.title = title
    for part in segment.head[:at]:
        notes.read(part, above=True)
    for part in segment.head[at + 1 :]:
        notes.read(part, above=False)
    body = _read_body(notes, segment.body)
    if not body:
        hint = "add the text below the headline, or keep the article as a metadata record"
        notes.report("DP514", segment.first, "a headline without a text", hint)
    return _story(notes, body, segment)


def _read_body(notes: Notes, parts: tuple[Part, ...]) -> str:
    """Read the text and what stands below it; return the text as Markdown."""
    tail = find_tail(parts)
    last = max((i for i, part in enumerate(parts[:tail]) if _closes_text(part)), default=-1)
    kept: list[Part] = []
    for part in parts[tail:]:
        notes.read_tail(part)
    for index, part in enumerate(parts[:tail]):
        if index == 0 and part.kind in TEXT:
            part = notes.take_dateline(part)
        if index > last or not is_body(part):
            notes.read(part, above=False)
        else:
            kept.append(part)
    while kept and kept[-1].kind is Kind.RULE:
        kept.pop()
    return compose_body(kept)


def _closes_text(part: Part) -> bool:
    """Whether a part can be the last of a text; what stands below it is not of it."""
    return part.kind in (*TEXT, Kind.BULLET, Kind.CAPTION) and is_body(part)


def _story(notes: Notes, body: str, segment: Segment) -> Story:
    return Story(
        title=notes.title,
        body=body,
        first=segment.first,
        last=segment.last,
        subtitle=notes.subtitle,
        publisher=notes.publisher,
        agency=notes.agency,
        authors=tuple(notes.authors),
        dateline=notes.dateline,
        url=notes.url,
        language=notes.language,
        section=notes.section,
        standfirst=tuple(notes.standfirst),
        images=tuple(notes.images),
        stamps=tuple(notes.stamps),
        anchors=segment.anchors,
        problems=tuple(notes.problems),
    )
