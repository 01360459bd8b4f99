"""Reads BibTeX and BibLaTeX: a record an entry."""

import logging
import re
from collections.abc import Iterator

from bibtexparser.entrypoint import parse_string
from bibtexparser.middlewares import MonthIntMiddleware, SeparateCoAuthors
from bibtexparser.middlewares.names import parse_single_name_into_parts
from bibtexparser.model import Entry
from pylatexenc.latex2text import LatexNodes2Text

from dossierpress.errors import Problem
from dossierpress.ingest.clipping import Clipping
from dossierpress.ingest.decode import decode
from dossierpress.ingest.record import Dated, Record, first_of, read_record
from dossierpress.ingest.record_dates import from_parts, from_text
from dossierpress.ingest.sniff import refuse
from dossierpress.ingest.story import Story

_PUBLISHERS = (
    "journaltitle", "journal", "newspaper", "maintitle", "booktitle", "organization", "publisher",
    "howpublished",
)  # fmt: skip
"""The fields that may name who published it, the best first."""
_SILENT = logging.NullHandler()
"""What the library logs is told again in problems."""


def read(clipping: Clipping, publisher: str | None = None) -> Iterator[Story | Problem]:
    """Yield an article of metadata for each entry, then the problems of what is none."""
    text = refuse(clipping) or decode(clipping)
    if isinstance(text, Problem):
        yield text
        return
    yield from text.problems
    logging.getLogger("bibtexparser").addHandler(_SILENT)
    try:
        library = parse_string(
            text.whole, append_middleware=[MonthIntMiddleware(), SeparateCoAuthors()]
        )
    except (RecursionError, ValueError) as error:
        yield _unreadable(clipping.name, 1, "the file", error)
        return
    for number, entry in enumerate(library.entries, 1):
        line = (entry.start_line or 0) + 1
        try:
            record = _record(number, line, entry)
        except RecursionError as error:
            yield _unreadable(clipping.name, line, f"record {number}", error)
            continue
        yield read_record(clipping.name, record)
    for block in library.failed_blocks:
        line = (block.start_line or 0) + 1
        yield _unreadable(clipping.name, line, "an entry", block.error)
    if not library.entries and not library.failed_blocks:
        hint = "export the list again; what stands behind % is a comment"
        yield Problem(clipping.name, 1, "DP501", "there is no record in it", hint)


def _unreadable(name: str, line: int, what: str, error: Exception | None) -> Problem:
    reason = " ".join(str(error).split())[:120] or "its braces do not match"
    message = f"{what} cannot be read: {reason}"
    return Problem(name, line, "DP560", message, "mend it, and add the clipping again")


def _record(number: int, line: int, entry: Entry) -> Record:
    fields = {key.casefold(): field.value for key, field in entry.fields_dict.items()}

    def text(*keys: str) -> str | None:
        found = first_of(
            value if isinstance(value := fields.get(key), str) else None for key in keys
        )
        return _plain(found) if found else None

    authors = fields.get("author", [])
    return Record(
        number,
        line,
        title=": ".join(filter(None, (text("title"), text("subtitle")))),
        authors=tuple(map(_name, authors if isinstance(authors, list) else [str(authors)])),
        publisher=text(*_PUBLISHERS),
        published=_published(fields),
        accessed=from_text(text("urldate")),
        url=_address(fields.get("url")) or _address(fields.get("howpublished")),
        archived_url=_address(fields.get("archiveurl")),
        language=text("langid", "language"),
        section=text("section"),
        abstract=text("abstract"),
    )


def _published(fields: dict[str, object]) -> Dated | None:
    """BibLaTeX's `date` is EDTF; BibTeX has `year`, `month` and `day`."""
    if fields.get("date"):
        return from_text(str(fields["date"]).strip("{}"))
    parts = [str(fields.get(key) or "").strip("{} ") for key in ("year", "month", "day")]
    if not parts[0]:
        return None
    return Dated(" ".join(filter(None, parts)), from_parts(*parts) or from_parts(parts[0]))


def _address(value: object) -> str | None:
    found = re.search(r"https?://[^\s{}]+", str(value or ""))
    return found[0].replace("\\", "") if found else None


def _name(name: str) -> str:
    """A name in braces is whole; any other is put in its natural order."""
    if name.startswith("{") and name.endswith("}"):
        return _plain(name)
    try:
        parts = parse_single_name_into_parts(name, strict=False)
    except ValueError:
        return _plain(name)
    jr = f", {' '.join(parts.jr)}" if parts.jr else ""
    return _plain(" ".join([*parts.first, *parts.von, *parts.last])) + jr


def _plain(text: str) -> str:
    found: str = LatexNodes2Text().latex_to_text(text)
    return found.strip()
