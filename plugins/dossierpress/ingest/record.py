"""A bibliographic record: what a reference manager knows of a story, which is not its text.

An abstract is the publisher's words, so that it is neither a `summary` (the curator's own words)
nor shown under `metadata` rights, which every record has. It is kept as the body: names in it are
found, and not a word of it is published unless the curator raises the article's rights.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from dossierpress.edtf import parse_when
from dossierpress.errors import Problem
from dossierpress.ingest.agencies import agency_name, is_agency
from dossierpress.ingest.decode import clean
from dossierpress.ingest.language import language_tag
from dossierpress.ingest.links import bare_url
from dossierpress.ingest.markdown import escape
from dossierpress.ingest.stamps import ACCESSED, PUBLISHED, Stamp
from dossierpress.ingest.story import Story
from dossierpress.model import Rights

_TAG = re.compile(r"</?(?:i|b|em|strong|sup|sub|span|p|br|jats:\w+)\b[^<>]{0,200}>", re.IGNORECASE)


@dataclass(frozen=True)
class Dated:
    """A date of a record: its words, and the EDTF date that they are, where that is sure."""

    raw: str
    value: str | None


@dataclass(frozen=True)
class Record:
    """One record.

    Attributes:
        number: its place in the clipping, counted from 1.
        line: where it begins, in a format that has lines.
    """

    number: int
    line: int
    title: str
    authors: tuple[str, ...] = ()
    publisher: str | None = None
    published: Dated | None = None
    accessed: Dated | None = None
    url: str | None = None
    archived_url: str | None = None
    language: str | None = None
    section: str | None = None
    abstract: str | None = None


def read_record(name: str, record: Record) -> Story | Problem:
    """Return a record of the clipping called `name` as a story without a text."""
    title = plain(record.title)
    if not title:
        hint = "give it a title in the program that it came from"
        return Problem(name, record.line, "DP506", f"record {record.number} has no title", hint)
    dates = ((PUBLISHED, record.published), (ACCESSED, record.accessed))
    agencies = [agency_name(author) for author in record.authors if is_agency(author)]
    accessed = record.accessed.value if record.accessed else None
    return Story(
        title=title,
        body=_paragraphs(record.abstract or ""),
        first=record.line,
        last=record.line,
        publisher=plain(record.publisher) or None,
        agency="/".join(agencies) or None,
        authors=tuple(a for a in map(plain, record.authors) if a and not is_agency(a)),
        url=web_address(record.url),
        archived_url=web_address(record.archived_url),
        language=language_tag(record.language.strip()) if record.language else None,
        section=plain(record.section) or None,
        stamps=tuple(
            Stamp(field, dated.raw, dated.raw, record.line, dated.value)
            for field, dated in dates
            if dated is not None
        ),
        anchors=("record",),
        place=f"record {record.number}",
        captured=parse_when(accessed) if accessed else None,
        rights=Rights.METADATA,
    )


def plain(text: str | None) -> str:
    """Return a field as one line without markup."""
    return clean(_TAG.sub("", text)) if text else ""


def web_address(text: str | None) -> str | None:
    """Return an address that a browser opens, or None."""
    return bare_url(text.strip()) if text else None


def first_of(values: Iterable[str | None]) -> str | None:
    """Return the first text that says anything."""
    return next((value.strip() for value in values if value and value.strip()), None)


def natural_name(name: str) -> str:
    """Return "Doe, Jane" as Jane Doe; a name without a comma is kept."""
    family, comma, given = name.partition(",")
    return f"{given.strip()} {family.strip()}".strip() if comma else name.strip()


def _paragraphs(text: str) -> str:
    parts = re.split(r"\n\s*\n|</(?:p|jats:p)>", text)
    return "\n\n".join(escape(words) for words in map(plain, parts) if words)
