"""RSS and Atom as entries, by feedparser, from bytes alone."""

import time
from io import BytesIO
from typing import Any

import feedparser

from dossierpress.ingest.dates import Status, read_date
from dossierpress.ingest.web.entries import Entry


def read_xml_feed(data: bytes) -> tuple[Entry, ...]:
    """Return the entries of an RSS or Atom feed, as many as can be read."""
    # Bytes in a file: a bare string could be taken for an address and fetched. Links are made
    # absolute and markup is cleaned where the text is made.
    parsed = feedparser.parse(BytesIO(data), sanitize_html=False, resolve_relative_uris=False)
    return tuple(_entry(parsed.get("feed", {}), entry) for entry in parsed.get("entries", ()))


def _entry(feed: Any, entry: Any) -> Entry:
    contents = [c for c in entry.get("content", ()) if c.get("value")]
    content = max(contents, key=lambda found: len(found["value"]), default=None)
    authors = [_text(author, "name") for author in entry.get("authors", ())]
    return Entry(
        title=_text(entry, "title"),
        content=content["value"] if content else None,
        summary=_text(entry, "summary"),
        url=_url(entry),
        authors=tuple(name for name in authors if name),
        published=_date(entry, "published"),
        modified=_date(entry, "updated"),
        publisher=_text(entry.get("source") or {}, "title") or _text(feed, "title"),
        language=(content or {}).get("language") or _text(feed, "language"),
        section=next((term for tag in entry.get("tags", ()) if (term := _text(tag, "term"))), None),
    )


def _url(entry: Any) -> str | None:
    for link in entry.get("links", ()):
        if link.get("rel", "alternate") == "alternate" and link.get("href"):
            return str(link["href"])
    name = _text(entry, "id")
    return _text(entry, "link") or (name if name and name.startswith("http") else None)


def _date(entry: Any, key: str) -> str | None:
    """The words of a date; in another form where only feedparser can read them."""
    # `in` and not `get`: feedparser answers for a missing "updated" with "published".
    if key not in entry:
        return None
    raw = _text(entry, key)
    reading = read_date(raw) if raw else None
    if reading is not None and reading.status is Status.EXACT:
        return raw
    parsed = entry.get(f"{key}_parsed")
    return time.strftime("%Y-%m-%dT%H:%M:%SZ", parsed) if parsed else raw


def _text(value: Any, key: str) -> str | None:
    found = value.get(key)
    return found if isinstance(found, str) and found.strip() else None
