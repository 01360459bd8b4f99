"""Reads RSS, Atom and JSON feeds: a story an entry.

A feed is judged by its entries: one that breaks half-way gives those before the break.
"""

from collections.abc import Iterator

from dossierpress.errors import Problem
from dossierpress.ingest.clipping import Clipping
from dossierpress.ingest.sniff import MAX_BYTES
from dossierpress.ingest.story import Story
from dossierpress.ingest.web.entries import Entry, tell_entry
from dossierpress.ingest.web.jsonfeed import read_json_feed
from dossierpress.ingest.web.xmlfeed import read_xml_feed

_ENTITIES = tuple("<!ENTITY".encode(encoding) for encoding in ("utf-8", "utf-16-le", "utf-16-be"))


def read(clipping: Clipping, publisher: str | None = None) -> Iterator[Story | Problem]:
    """Yield the story of each entry, and a problem for each that has no title."""
    entries = _entries(clipping)
    if isinstance(entries, Problem):
        yield entries
        return
    if not entries:
        hint = "open the feed in a browser, and save it once it has entries"
        yield Problem(clipping.name, 1, "DP501", "the feed has no entries", hint)
    for number, entry in enumerate(entries, start=1):
        yield tell_entry(clipping.name, number, entry, publisher)


def _entries(clipping: Clipping) -> tuple[Entry, ...] | Problem:
    data = clipping.data
    if len(data) > MAX_BYTES:
        size = f"{len(data) // 1024**2} MB; a feed has at most {MAX_BYTES // 1024**2} MB"
        return Problem(clipping.name, 1, "DP521", f"is {size}", "split it into smaller files")
    if data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        return read_json_feed(clipping.name, data)
    if any(mark in data for mark in _ENTITIES):
        hint = "save the feed again from its site; feeds need no entities of their own"
        return Problem(clipping.name, 1, "DP521", "declares XML entities, which can grow", hint)
    try:
        return read_xml_feed(data)
    except (ValueError, OverflowError, RecursionError) as error:
        # feedparser's second try, at what is not well-formed, stumbles over some references.
        hint = "save the feed again from its site, or add the pages of its stories"
        return Problem(clipping.name, 1, "DP550", f"is no feed that can be read: {error}", hint)
