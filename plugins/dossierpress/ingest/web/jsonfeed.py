"""JSON Feed, versions 1 and 1.1 (jsonfeed.org), as entries."""

import json
from typing import Any

from dossierpress.errors import Problem
from dossierpress.ingest.web.entries import Entry


def read_json_feed(name: str, data: bytes) -> tuple[Entry, ...] | Problem:
    """Return the entries of a JSON feed; a `Problem` where it is no JSON."""
    try:
        feed = json.loads(data.decode("utf-8-sig", "replace"), strict=False)
    except (ValueError, RecursionError):
        hint = "save the feed again; its end may be missing"
        return Problem(name, 1, "DP523", "is no feed that can be read: its JSON is broken", hint)
    items = feed.get("items") if isinstance(feed, dict) else None
    if not isinstance(items, list):
        return ()
    return tuple(_entry(feed, item) for item in items if isinstance(item, dict))


def _entry(feed: dict[str, Any], item: dict[str, Any]) -> Entry:
    html = _text(item.get("content_html"))
    return Entry(
        title=_text(item.get("title")),
        content=html or _text(item.get("content_text")),
        summary=_text(item.get("summary")),
        is_html=html is not None,
        url=_text(item.get("url")) or _text(item.get("external_url")) or _text(item.get("id")),
        authors=_names(item) or _names(feed),
        published=_text(item.get("date_published")),
        modified=_text(item.get("date_modified")),
        publisher=_text(feed.get("title")),
        language=_text(item.get("language")) or _text(feed.get("language")),
        section=next(filter(None, map(_text, _list(item.get("tags")))), None),
    )


def _names(value: dict[str, Any]) -> tuple[str, ...]:
    people = _list(value.get("authors")) or [value.get("author")]
    found = (_text(person.get("name")) for person in people if isinstance(person, dict))
    return tuple(name for name in found if name)


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _text(value: Any) -> str | None:
    return value if isinstance(value, str) and value.strip() else None
