"""Reads CSL-JSON, Zotero's JSON export and the answers of Zotero's web API."""

import json
from collections.abc import Iterator
from typing import Any

from dossierpress.errors import Problem
from dossierpress.ingest.clipping import Clipping
from dossierpress.ingest.decode import decode
from dossierpress.ingest.record import Dated, Record, first_of, read_record
from dossierpress.ingest.record_dates import from_parts, from_text, interval
from dossierpress.ingest.sniff import refuse
from dossierpress.ingest.story import Story

_HINT = "export it again as CSL JSON"
_PUBLISHERS = (
    "publicationTitle", "websiteTitle", "blogTitle", "forumTitle", "programTitle", "institution",
    "publisher",
)  # fmt: skip
"""The keys by which Zotero names who published it, the best first."""
_NO_STORY = frozenset({"attachment", "note", "annotation"})


def read(clipping: Clipping, publisher: str | None = None) -> Iterator[Story | Problem]:
    """Yield an article of metadata for each record."""
    text = refuse(clipping) or decode(clipping)
    if isinstance(text, Problem):
        yield text
        return
    try:
        items = _items(json.loads(text.whole))
    except (ValueError, RecursionError) as error:
        line = getattr(error, "lineno", 1)
        yield Problem(clipping.name, line, "DP560", f"is not valid JSON: {error}"[:200], _HINT)
        return
    if not items:
        yield Problem(clipping.name, 1, "DP501", "there is no record in it", _HINT)
    for number, item in enumerate(items, 1):
        if not isinstance(item, dict):
            message = f"record {number} cannot be read: it is no object"
            yield Problem(clipping.name, 1, "DP560", message, _HINT)
        elif item.get("itemType") in _NO_STORY:
            message = f"left out: record {number}, which is a Zotero {item['itemType']}"
            hint = "nothing to do: it belongs to another record"
            yield Problem(clipping.name, 1, "DP507", message, hint)
        else:
            make = _zotero if "itemType" in item else _csl
            yield read_record(clipping.name, make(number, item))


def _items(data: object) -> list[Any]:
    """The records of each form: a list, one record, `{"items": []}`, Zotero's `{"data": {}}`."""
    if isinstance(data, dict):
        data = data["items"] if isinstance(data.get("items"), list) else [data]
    found = data if isinstance(data, list) else []
    return [
        {**item["data"], "meta": item.get("meta")}
        if isinstance(item, dict) and isinstance(item.get("data"), dict)
        else item
        for item in found
    ]


def _text(item: dict[str, Any], *keys: str) -> str | None:
    return first_of(value if isinstance(value := item.get(key), str) else None for key in keys)


def _csl(number: int, item: dict[str, Any]) -> Record:
    archive = _text(item, "archive_location", "archive", "archive-location")
    return Record(
        number,
        1,
        title=_text(item, "title") or "",
        authors=tuple(filter(None, map(_csl_name, _list(item.get("author"))))),
        publisher=_text(item, "container-title", "publisher"),
        published=_csl_date(item.get("issued")),
        accessed=_csl_date(item.get("accessed")),
        url=_text(item, "URL"),
        archived_url=archive,
        language=_text(item, "language"),
        section=_text(item, "section"),
        abstract=_text(item, "abstract"),
    )


def _csl_name(name: object) -> str:
    if not isinstance(name, dict):
        return ""
    particles = ("given", "dropping-particle", "non-dropping-particle", "family", "suffix")
    return _text(name, "literal") or " ".join(filter(None, (_text(name, p) for p in particles)))


def _csl_date(date: object) -> Dated | None:
    """Read `date-parts` with `season` and `circa`, or the words of `raw` or `literal`."""
    if not isinstance(date, dict):
        return from_text(date) if isinstance(date, str) else None
    circa = str(date.get("circa", "")).casefold() in ("true", "1")
    ends = [
        from_parts(*_with_season(part, date.get("season"))[:3], circa=circa)
        for part in _list(date.get("date-parts"))[:2]
        if isinstance(part, list) and part
    ]
    if ends:
        raw = json.dumps(date, ensure_ascii=False, sort_keys=True)
        return Dated(raw[:200], interval(ends[0], ends[-1]))
    return from_text(_text(date, "raw", "literal"))


def _with_season(parts: list[Any], season: object) -> list[Any]:
    number = str(season or "")
    if len(parts) == 1 and number.isdigit() and 1 <= int(number) <= 4:
        return [parts[0], 20 + int(number)]
    return parts


def _zotero(number: int, item: dict[str, Any]) -> Record:
    creators = [c for c in _list(item.get("creators")) if isinstance(c, dict)]
    authors = [c for c in creators if c.get("creatorType", "author") == "author"]
    return Record(
        number,
        1,
        title=_text(item, "title") or "",
        authors=tuple(filter(None, map(_zotero_name, authors))),
        publisher=_text(item, *_PUBLISHERS),
        published=from_text(_text(item, "date")),
        accessed=from_text(_text(item, "accessDate")),
        url=_text(item, "url"),
        archived_url=_text(item, "archiveLocation", "archive"),
        language=_text(item, "language"),
        section=_text(item, "section"),
        abstract=_text(item, "abstractNote"),
    )


def _zotero_name(creator: dict[str, Any]) -> str:
    names = (_text(creator, "firstName"), _text(creator, "lastName"))
    return _text(creator, "name") or " ".join(filter(None, names))


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []
