"""What is read of one story, line by line, into the field that each line fills.

A line that nothing understands is not dropped but named in a problem.
"""

from dataclasses import dataclass, field, replace

from dossierpress.errors import Problem
from dossierpress.ingest.agencies import agency_name, is_agency
from dossierpress.ingest.body import without_bullet
from dossierpress.ingest.breadcrumb import read_breadcrumb
from dossierpress.ingest.byline import are_names, read_names
from dossierpress.ingest.caption import read_caption
from dossierpress.ingest.dateline import Dateline, read_dateline
from dossierpress.ingest.headers import Header, read_header
from dossierpress.ingest.headline import headline_key, is_section, is_short
from dossierpress.ingest.kinds import TEXT, Kind, Part
from dossierpress.ingest.links import bare_url
from dossierpress.ingest.signature import Signature, read_signature
from dossierpress.ingest.stamps import Stamp
from dossierpress.model import Image


@dataclass
class Notes:
    """What has been read of one story so far.

    Attributes:
        name: the clipping.
        own_publisher: the publisher that the curator names; a line with that name says nothing new.
    """

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

    def read_tail(self, part: Part) -> None:
        """Read a part of the tail: a wire service's credit; all else may be another story's."""
        if part.kind in (Kind.RULE, Kind.END):
            return
        found = read_signature(part.text, part.line.first) if part.kind is Kind.SIGNATURE else None
        if found is not None and found == Signature(agency=found.agency) and found.agency:
            self._signature(part)
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
        if found.agency and self.agency not in (None, found.agency):
            self.leave_out(Part(replace(part.line, text=found.agency), part.kind))
        self.agency = self.agency or found.agency
        self.dateline = self.dateline or found.place
        self.stamps += found.stamps
        for text in found.unknown:
            if bare_url(text) and self.url is None:
                self.url = bare_url(text)
            elif self._is_own_publisher(text):
                continue
            elif is_section(text) and self.section is None:
                self._section(Part(replace(part.line, text=text), part.kind))
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

    def _section(self, part: Part) -> None:
        """Take the last part of a path, which may end in the headline; name the parts above it."""
        path = read_breadcrumb(part.text)
        if path is None:
            self.section = part.text
            return
        names = [*path.above, path.section]
        if headline_key(names[-1]) == headline_key(self.title):
            names.pop()
        self.section = names.pop() if names else None
        if names:
            self.leave_out(Part(replace(part.line, text=" / ".join(names)), part.kind))

    def _is_own_publisher(self, text: str) -> bool:
        return self.own_publisher is not None and text.casefold() == self.own_publisher.casefold()

    def _text(self, part: Part, above: bool) -> None:
        text = part.text
        if headline_key(text) == headline_key(self.title):
            return
        if self._is_own_publisher(text):
            return
        if is_section(text) and self.section is None:
            self._section(part)
        elif above or (part.kind is Kind.HEADLINE and (is_short(text) or are_names(text))):
            self.leave_out(part)
        elif part.kind is Kind.HEADLINE and self.subtitle is None and not self.standfirst:
            self.subtitle = text
        else:
            self.standfirst.append(text)
