"""CSL-JSON 1.0.2, which Zotero and most reference managers read."""

import json
from typing import Any

from dossierpress.citation.reference import Reference, is_doubtful, parts
from dossierpress.edtf import When

_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
"""One for all, since a site cites each article."""


def csl_item(reference: Reference) -> dict[str, Any]:
    """Return a reference as a CSL item, without the keys that would be empty.

    Names are `literal`: which of its words is a surname is not known. A date that is no day,
    month or year is `literal` too, as EDTF.
    """
    item = {
        "id": reference.key,
        "type": reference.type,
        "title": reference.title,
        "author": [{"literal": name} for name in reference.authors],
        "container-title": reference.container,
        "section": reference.section,
        "issued": _date(reference.issued),
        "accessed": _date(reference.accessed),
        "URL": reference.url,
        "archive_location": reference.archived,
        "language": reference.language,
        "version": reference.version,
        "note": f"Agency: {reference.agency}" if reference.agency else None,
    }
    return {key: value for key, value in item.items() if value}


def csl(reference: Reference) -> str:
    """Return a reference as a CSL-JSON document: a list of one item."""
    return _ENCODER.encode([csl_item(reference)]) + "\n"


def _date(when: When | None) -> dict[str, Any] | None:
    if when is None:
        return None
    known = parts(when)
    date: dict[str, Any] = {"date-parts": [list(known)]} if known else {"literal": when.text}
    return {**date, "circa": True} if is_doubtful(when) else date
