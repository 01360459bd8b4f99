"""Reads RIS, which every database and reference manager exports: a record an entry."""

import re
from collections.abc import Iterator
from typing import Any

import rispy

from dossierpress.errors import Problem
from dossierpress.ingest.clipping import Clipping
from dossierpress.ingest.decode import decode
from dossierpress.ingest.record import Record, first_of, natural_name, read_record
from dossierpress.ingest.record_dates import from_text
from dossierpress.ingest.sniff import refuse
from dossierpress.ingest.story import Story

_START = re.compile(r"^[ \t]*(?P<tag>TY {1,2}-)", re.MULTILINE)
_TAG = re.compile(r"^[ \t]*([A-Z][A-Z0-9]) {1,2}-(?:[ \t]|$)", re.MULTILINE)


def read(clipping: Clipping, publisher: str | None = None) -> Iterator[Story | Problem]:
    """Yield an article of metadata for each record."""
    text = refuse(clipping) or decode(clipping)
    if isinstance(text, Problem):
        yield text
        return
    yield from text.problems
    starts = [match.start("tag") for match in _START.finditer(text.whole)]
    ends = [*starts[1:], len(text.whole)]
    for number, (start, end) in enumerate(zip(starts, ends, strict=True), 1):
        line = text.whole.count("\n", 0, start) + 1
        yield _read(clipping.name, number, line, text.whole[start:end])


def _read(name: str, number: int, line: int, entry: str) -> Story | Problem:
    """Read one entry; an ER line that is missing is not missed."""
    lines = _TAG.sub(r"\1  - ", entry).strip()
    closed = lines if re.search(r"^ER {2}-", lines, re.MULTILINE) else f"{lines}\nER  - "
    try:
        entries: list[dict[str, Any]] = rispy.loads(closed)
    except Exception as error:  # rispy names no errors of its own
        entries, reason = [], str(error)
    else:
        reason = "it has no fields"
    if not entries:
        message = f"record {number} cannot be read: {reason}"[:200]
        return Problem(name, line, "DP560", message, "export it again, or add it by hand")
    return read_record(name, _record(number, line, entries[0]))


def _record(number: int, line: int, entry: dict[str, Any]) -> Record:
    def text(*keys: str) -> str | None:
        return first_of(" ".join(v) if isinstance(v := entry.get(key), list) else v for key in keys)

    urls = [url for url in entry.get("urls", []) if isinstance(url, str)]
    names = entry.get("authors") or entry.get("first_authors") or []
    return Record(
        number,
        line,
        title=text("title", "primary_title") or "",
        authors=tuple(natural_name(name) for name in names),
        publisher=text(
            "secondary_title", "journal_name", "alternate_title3", "alternate_title2", "publisher"
        ),
        published=from_text(text("date", "publication_year", "year")),
        accessed=from_text(text("access_date")),
        url=first_of(urls),
        language=text("language"),
        section=text("section"),
        abstract=text("abstract", "notes_abstract"),
    )
