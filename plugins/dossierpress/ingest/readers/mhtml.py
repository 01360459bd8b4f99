"""Reads pages saved as MHTML: the root part is a web page, the rest are its pictures and styles."""

import email
from collections.abc import Iterator
from datetime import UTC
from email.message import Message
from email.utils import parsedate_to_datetime

from dossierpress.edtf import When, parse_when
from dossierpress.errors import Problem
from dossierpress.ingest.clipping import Clipping
from dossierpress.ingest.decode import clean
from dossierpress.ingest.readers import html
from dossierpress.ingest.story import Story


def read(clipping: Clipping, publisher: str | None = None) -> Iterator[Story | Problem]:
    """Yield the story of the saved page; when it was saved is the anchor of its relative dates."""
    try:
        message = email.message_from_bytes(clipping.data)
        root = root_part(message)
        data = root.get_payload(decode=True) if root is not None else None
    except (RecursionError, ValueError, LookupError):
        root, data = None, None
    if root is None or not isinstance(data, bytes):
        hint = "save the page again, as HTML or as MHTML"
        yield Problem(clipping.name, 1, "DP523", "holds no web page", hint)
        return
    charset = root.get_content_charset()
    yield from html.read(
        Clipping(
            clipping.name,
            data,
            f"text/html; charset={charset}" if charset else "text/html",
            clipping.captured_at or saved_at(message),
            clipping.url or saved_from(message, root),
        ),
        publisher,
    )


def root_part(message: Message) -> Message | None:
    """Return the part that `start` names, else the first one that is HTML."""
    pages = [part for part in message.walk() if part.get_content_type() in _PAGES]
    start = message.get_param("start")
    named = [part for part in pages if isinstance(start, str) and part.get("Content-ID") == start]
    return next(iter((*named, *pages)), None)


def saved_from(message: Message, root: Message) -> str | None:
    """Return the address that the page was saved from."""
    fields = (message.get("Snapshot-Content-Location"), root.get("Content-Location"))
    found = (clean(str(field)).replace(" ", "") for field in fields if field)
    return next((url for url in found if url.startswith(("http://", "https://"))), None)


def saved_at(message: Message) -> When | None:
    """Return the moment that the page was saved at."""
    try:
        moment = parsedate_to_datetime(str(message.get("Date") or ""))
    except (TypeError, ValueError, IndexError, OverflowError):
        return None
    # "-0000" is a time in UTC from a place that is not told.
    text = (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).isoformat()
    try:
        return parse_when(text)
    except ValueError:
        return None


_PAGES = frozenset({"text/html", "application/xhtml+xml"})
