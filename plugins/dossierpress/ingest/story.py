"""A story: what a segment of a clipping says, field by field, before it is an article.

The parts of the head are read one by one into a `_Notes`; a part that nothing understands is not
dropped but named in a problem.
"""

from dataclasses import dataclass, field, replace

from dossierpress.edtf import When
from dossierpress.errors import Problem
from dossierpress.ingest.agencies import agency_name, is_agency
from dossierpress.ingest.body import compose_body, without_bullet
from dossierpress.ingest.byline import are_names, read_names
from dossierpress.ingest.caption import read_caption
from dossierpress.ingest.dateline import Dateline, read_dateline
from dossierpress.ingest.headers import Header, read_header
from dossierpress.ingest.headline import headline_key, is_section, is_short
from dossierpress.ingest.kinds import HEADING, TEXT, Kind, Part
from dossierpress.ingest.links import bare_url
from dossierpress.ingest.segment import Segment
from dossierpress.ingest.signature import Signature, read_signature
from dossierpress.ingest.stamps import Stamp, read_stamps
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
    notes = _Notes(name, publisher)
    segment = _without_timeline(segment)
    title = _find_title(segment.head)
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
    return notes.story(body, segment)


def _without_timeline(segment: Segment) -> Segment:
    """Leave dates that stand over the entries of a timeline to its text."""
    if not segment.head or not _is_bare_date(segment.head[-1]):
        return segment
    if not any(_is_bare_date(part) for part in segment.body[:-1]):
        return segment
    return replace(segment, head=segment.head[:-1], body=(segment.head[-1], *segment.body))


def _is_bare_date(part: Part) -> bool:
    stamps = read_stamps(part.text, part.line.first) if part.kind is Kind.SIGNATURE else ()
    return bool(stamps) and all(stamp.raw == stamp.date for stamp in stamps)


def _find_title(head: tuple[Part, ...]) -> tuple[int, str] | None:
    """The position and the words of the headline."""
    for index, part in enumerate(head):
        header = read_header(part.text) if part.kind is Kind.HEADER else None
        if header is not None and header.key == "title":
            return index, header.value
    for index, part in enumerate(head):
        if part.kind is Kind.HEADING:
            return index, HEADING.sub("", part.text, count=1).strip(" #")
    keys = [headline_key(part.text) for part in head]
    texts = [index for index, part in enumerate(head) if part.kind in TEXT]
    for index in texts:
        if keys[index] and keys[index] in keys[index + 1 :] and not is_short(head[index].text):
            return index, head[index].text
    headlines = [index for index in texts if head[index].kind is Kind.HEADLINE] or texts
    for index in headlines:
        if not is_section(head[index].text) or index == headlines[-1]:
            return index, head[index].text
    return None


def _read_body(notes: "_Notes", parts: tuple[Part, ...]) -> str:
    """Read the text and what stands below it; return the text as Markdown."""
    last = max((i for i, part in enumerate(parts) if _closes_text(part)), default=-1)
    kept: list[Part] = []
    for index, part in enumerate(parts):
        if index == 0 and part.kind in TEXT:
            part = notes.take_dateline(part)
        if index > last or not _is_text(part):
            notes.read(part, above=False)
        else:
            kept.append(part)
    while kept and kept[-1].kind is Kind.RULE:
        kept.pop()
    return compose_body(kept)


def _closes_text(part: Part) -> bool:
    """Whether a part can be the last of a text; what stands below it is not of it."""
    return part.kind in (*TEXT, Kind.BULLET, Kind.CAPTION) and _is_text(part)


def _is_text(part: Part) -> bool:
    """Whether a part between paragraphs is one of them."""
    if part.kind in (Kind.NOISE, Kind.END):
        return False
    if part.kind is Kind.CAPTION:
        caption = read_caption(part.text)
        return caption is None or not caption.sure
    if part.kind is Kind.SIGNATURE:
        return not any(stamp.raw != stamp.date for stamp in read_stamps(part.text, 0))
    return True


@dataclass
class _Notes:
    """What has been read of one story so far."""

    name: str
    own_publisher: str | None
    title: str = ""
    subtitle: str | None = None
    publisher: str | None = None
    agency: str | None = None
    authors: list[str] = field(default_factory=list)
    dateline: str | None = None
    url: str | None = None
    language: str | None = None
    section: str | None = None
    standfirst: list[str] = field(default_factory=list)
    images: list[Image] = field(default_factory=list)
    stamps: list[Stamp] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def report(self, code: str, line: int, message: str, hint: str) -> None:
        """Add a problem of this clipping."""
        self.problems.append(Problem(self.name, line, code, message, hint))

    def leave_out(self, part: Part) -> None:
        """Name a line that is kept in no field."""
        hint = "add it to the article by hand if it matters"
        self.report("DP507", part.line.first, f"left out: {part.text[:80]!r}", hint)

    def read(self, part: Part, above: bool) -> None:
        """Read a part of the head, or below the text; `above` is above the headline."""
        reader = {
            Kind.SIGNATURE: self._signature,
            Kind.URL: self._url,
            Kind.HEADER: self._header,
            Kind.CAPTION: self._caption,
            Kind.BULLET: self._bullet,
        }.get(part.kind)
        if part.kind in (Kind.RULE, Kind.END):
            return
        if part.kind is Kind.HEADING:
            part = Part(part.line, Kind.HEADLINE)
        if reader is not None:
            reader(part)
        elif part.kind in TEXT:
            self._text(part, above)
        else:
            self.leave_out(part)

    def take_dateline(self, part: Part) -> Part:
        """Take the dateline off the first paragraph."""
        found = read_dateline(part.text) if part.kind is Kind.DATELINE else None
        if found is None:
            return part
        self._place(found, part.line.first)
        return Part(replace(part.line, text=found.rest), Kind.PROSE)

    def _place(self, found: Dateline, line: int) -> None:
        self.dateline = self.dateline or found.place
        self.agency = self.agency or found.agency
        if found.date:
            self.stamps.append(Stamp("published", found.date, found.date, line))

    def _signature(self, part: Part) -> None:
        found = read_signature(part.text, part.line.first) or Signature(unknown=(part.text,))
        self.authors += [name for name in found.authors if name not in self.authors]
        self.agency = self.agency or found.agency
        self.dateline = self.dateline or found.place
        self.stamps += found.stamps
        for text in found.unknown:
            if bare_url(text) and self.url is None:
                self.url = bare_url(text)
            elif self._is_own_publisher(text):
                continue
            elif is_section(text) and self.section is None:
                self.section = text
            else:
                self.leave_out(Part(replace(part.line, text=text), part.kind))

    def _url(self, part: Part) -> None:
        if self.url is not None:
            self.leave_out(part)
        else:
            self.url = bare_url(part.text)

    def _bullet(self, part: Part) -> None:
        self.standfirst.append(without_bullet(part.text))

    def _caption(self, part: Part) -> None:
        found = read_caption(part.text)
        if found is not None:
            self.images.append(Image(found.text, found.credit))

    def _header(self, part: Part) -> None:
        header = read_header(part.text)
        if header is None or not self._labelled(header, part):
            self.leave_out(part)

    def _labelled(self, header: Header, part: Part) -> bool:
        """Fill the field that a label names; false where that cannot be done."""
        value = header.value
        match header.key:
            case "publisher" if is_agency(value):
                return self._once("agency", agency_name(value))
            case "publisher" | "url" if bare_url(value):
                return self._once("url", bare_url(value) or value)
            case "agency":
                return self._once("agency", agency_name(value))
            case "publisher" | "subtitle" | "section" | "dateline" | "language":
                return self._once(header.key, value)
            case "authors":
                byline = read_names(value)
                self.authors += byline.authors if byline else ()
                return bool(byline and byline.authors)
            case "standfirst":
                self.standfirst.append(value)
            case "caption":
                found = read_caption(value)
                self.images.append(Image(found.text, found.credit) if found else Image(value))
            case "credit" if self.images and self.images[-1].credit is None:
                self.images[-1] = Image(self.images[-1].caption, value)
            case "body" if not value:
                pass
            case _:
                return False
        return True

    def _once(self, name: str, value: str) -> bool:
        if getattr(self, name) is not None:
            return False
        setattr(self, name, value)
        return True

    def _is_own_publisher(self, text: str) -> bool:
        return self.own_publisher is not None and text.casefold() == self.own_publisher.casefold()

    def _text(self, part: Part, above: bool) -> None:
        text = part.text
        if headline_key(text) == headline_key(self.title):
            return
        if self._is_own_publisher(text):
            return
        if is_section(text) and self.section is None:
            self.section = text
        elif above or (part.kind is Kind.HEADLINE and (is_short(text) or are_names(text))):
            self.leave_out(part)
        elif part.kind is Kind.HEADLINE and self.subtitle is None and not self.standfirst:
            self.subtitle = text
        else:
            self.standfirst.append(text)

    def story(self, body: str, segment: Segment) -> Story:
        """Return what was read."""
        return Story(
            title=self.title,
            body=body,
            first=segment.first,
            last=segment.last,
            subtitle=self.subtitle,
            publisher=self.publisher,
            agency=self.agency,
            authors=tuple(self.authors),
            dateline=self.dateline,
            url=self.url,
            language=self.language,
            section=self.section,
            standfirst=tuple(self.standfirst),
            images=tuple(self.images),
            stamps=tuple(self.stamps),
            anchors=segment.anchors,
            problems=tuple(self.problems),
        )
