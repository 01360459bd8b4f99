"""One document of an export, field by field."""

import re
from collections.abc import Sequence

from dossierpress.errors import Problem
from dossierpress.ingest.body import compose_body
from dossierpress.ingest.byline import Byline, read_names
from dossierpress.ingest.dateline import in_title_case, read_dateline
from dossierpress.ingest.kinds import Kind, Part, classify
from dossierpress.ingest.lines import Line
from dossierpress.ingest.links import bare_url
from dossierpress.ingest.readers.exports.cut import Piece
from dossierpress.ingest.readers.exports.fields import Fields
from dossierpress.ingest.readers.exports.head import read_head
from dossierpress.ingest.readers.exports.layouts import Layout
from dossierpress.ingest.record import natural_name
from dossierpress.ingest.stamps import PUBLISHED, Stamp
from dossierpress.ingest.story import Story
from dossierpress.ingest.wrapping import unwrap

_BY = re.compile(r"^(?:by|from)\b:?\s+", re.IGNORECASE)


def read_piece(name: str, piece: Piece, layout: Layout, number: int) -> Story | Problem:
    """Read a document; a `Problem` where it has no headline, or neither a text nor a day."""
    fields = Fields(name)
    _read_labels(fields, read_head(fields, piece.lines, layout), layout)
    if "title" not in fields.values or not (fields.body or "published" in fields.values):
        first = piece.lines[0]
        message = f"document {number} fits no layout of {layout.name}: {first.text[:60]!r}"
        hint = "add that document by itself, with its headline on a line of its own"
        return Problem(name, first.first, "DP556", message, hint)
    if not fields.body:
        hint = "add the text below the headline, or keep the article as a metadata record"
        line = fields.at["title"].first
        fields.problems.append(Problem(name, line, "DP514", "a headline without a text", hint))
    return _story(fields, piece, layout, number)


def _read_labels(fields: Fields, lines: Sequence[Line], layout: Layout) -> None:
    """Read labelled lines, and the text between or below them."""
    current: str | None = None
    ended = False
    for line in lines:
        label = layout.label(line.text)
        if any(form.fullmatch(line.text) for form in layout.body_start):
            current, ended = "body", False
        elif any(form.fullmatch(line.text) for form in layout.body_end):
            current, ended = "unused", True
        elif label is not None:
            current, value = label
            ended = ended or (bool(fields.body) and current != "body")
            if current == "body":
                ended = False
                if value:
                    fields.body.append(Line(line.first, line.last, value, line.gap, line.indent))
            else:
                fields.put(current, line, value)
        elif current not in (None, "body") and (ended or line.gap == 0):
            if current != "unused" and line.gap == 0:
                fields.extend(current or "", line)
        elif layout.labelled_text and current != "body":
            if bare_url(line.text):
                fields.put("link", line, line.text)
            elif current is None:
                fields.leave_out(line)
        elif not ended:
            current = "body"
            fields.body.append(line)


def _story(fields: Fields, piece: Piece, layout: Layout, number: int) -> Story:
    values = fields.values
    byline = _byline(fields, layout)
    parts = [Part(part.line, _kind(part)) for part in unwrap(fields.body)]
    dateline = in_title_case(values["dateline"]) if "dateline" in values else None
    agency = byline.agency
    if parts and classify(parts[0].text) is Kind.DATELINE:
        opening = read_dateline(parts[0].text)
        if opening is not None and (opening.place or opening.agency):
            line = parts[0].line
            rest = Line(line.first, line.last, opening.rest, line.gap, line.indent)
            parts[0] = Part(rest, Kind.PROSE)
            dateline, agency = dateline or opening.place, agency or opening.agency
    published = values.get("published")
    return Story(
        title=values["title"],
        body=compose_body(parts),
        first=piece.lines[0].first,
        last=piece.lines[-1].last,
        publisher=values.get("publisher"),
        agency=agency,
        authors=byline.authors,
        dateline=dateline.rstrip(" ,.;:-–—") if dateline else None,
        url=bare_url(values.get("url") or values.get("link") or ""),
        language=values.get("language"),
        section=values.get("section"),
        standfirst=tuple(filter(None, [values.get("standfirst")])),
        stamps=(Stamp(PUBLISHED, published, published, fields.at["published"].first),)
        if published
        else (),
        anchors=(f"document {piece.number or number} of a {layout.name} export",),
        problems=tuple(fields.problems),
    )


def _kind(part: Part) -> Kind:
    """A text of an export is all prose, but for its bullets."""
    return Kind.BULLET if part.kind is Kind.BULLET else Kind.PROSE


def _byline(fields: Fields, layout: Layout) -> Byline:
    text = _BY.sub("", fields.values.get("authors", "")).strip(" ;,")
    if not text:
        return Byline()
    if layout.names == "inverted":
        text = "; ".join(natural_name(name) for name in text.split(";"))
    found = read_names(text)
    if found is None or not (found.authors or found.agency):
        fields.leave_out(fields.at["authors"], fields.values["authors"])
    return found or Byline()
