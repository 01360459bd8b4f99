"""A dossier of a release as other programs describe a data set: CFF, Zenodo, Frictionless.

Sources: Citation File Format 1.2.0, Zenodo's deposit metadata, Frictionless Data Package 1.
"""

import hashlib
import json
from collections.abc import Iterable
from typing import Any

import yaml

from dossierpress.bundling.edition import NOTE, Edition
from dossierpress.bundling.tables import Table

_THREE_LETTERS = {
    "ar": "ara", "de": "deu", "en": "eng", "es": "spa", "fa": "fas", "fr": "fra", "he": "heb",
    "it": "ita", "ku": "kur", "nl": "nld", "pt": "por", "ru": "rus", "tr": "tur", "uk": "ukr",
    "ur": "urd", "zh": "zho",
}  # fmt: skip
"""ISO 639-1 to 639-2/T, as Zenodo asks for languages; one that is not here is left out."""


def citation_cff(of: Edition) -> bytes:
    """Return `CITATION.cff`. Names are those of entities: which word is a surname is not known."""
    known = {
        "cff-version": "1.2.0",
        "message": "If you use this dossier, please cite it as below.",
        "type": "dataset",
        "title": of.dossier.title,
        "authors": [{"name": name} for name in of.creators],
        "abstract": of.description,
        "version": of.version,
        "date-released": of.day,
        "license": of.licence[0] if of.licence else None,
        "url": of.url,
    }
    given = {key: value for key, value in known.items() if value}
    return str(yaml.safe_dump(given, allow_unicode=True, sort_keys=False, width=100)).encode()


def zenodo(of: Edition) -> bytes:
    """Return `.zenodo.json`."""
    known = {
        "upload_type": "dataset",
        "title": of.dossier.title,
        "creators": [{"name": name} for name in of.creators],
        "description": of.description,
        "version": of.version,
        "publication_date": of.day,
        "access_right": "open",
        "license": of.licence[0].lower() if of.licence else None,
        "language": _THREE_LETTERS.get(of.dossier.language.partition("-")[0].lower()),
        "notes": NOTE,
    }
    return _json({key: value for key, value in known.items() if value})


def datapackage(of: Edition, tables: Iterable[Table]) -> bytes:
    """Return `datapackage.json`, which says what each column of each table holds."""
    id_ = of.licence
    known: dict[str, Any] = {
        "profile": "tabular-data-package",
        "name": str(of.dossier.id),
        "title": of.dossier.title,
        "description": of.description,
        "version": of.version,
        "homepage": of.url,
        "contributors": [{"title": name, "role": "author"} for name in of.creators],
        "licenses": [{"name": id_[0], "path": id_[1]}] if id_ else None,
        "resources": [_resource(table) for table in tables],
    }
    return _json({key: value for key, value in known.items() if value})


def _resource(table: Table) -> dict[str, Any]:
    data = table.csv()
    schema: dict[str, Any] = {
        "fields": [
            {
                "name": column.name,
                "type": column.type,
                "description": column.description,
                **({"constraints": {"required": True}} if column.required else {}),
            }
            for column in table.columns
        ],
        "missingValues": [""],
    }
    if table.key:
        schema["primaryKey"] = list(table.key)
    if table.links:
        schema["foreignKeys"] = [
            {"fields": [column], "reference": {"resource": other, "fields": [target]}}
            for column, other, target in table.links
        ]
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "description": table.description,
        "path": f"data/{table.name}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(data),
        "hash": f"sha256:{hashlib.sha256(data).hexdigest()}",
        "schema": schema,
    }


def _json(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()
