"""`ro-crate-metadata.json`: the bundle as a research object (RO-Crate 1.2, attached crate)."""

import hashlib
import json
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

from dossierpress.bundling.edition import NOTE, Edition

NAME = "ro-crate-metadata.json"
_PROFILE = "https://w3id.org/ro/crate/1.2"
_TYPES = {
    ".cff": "application/yaml", ".css": "text/css", ".csv": "text/csv", ".html": "text/html",
    ".json": "application/json", ".md": "text/markdown", ".yml": "application/yaml",
}  # fmt: skip
"""Media types by the endings that a bundle has; the system's own table differs between machines."""


def crate(of: Edition, files: Mapping[str, bytes], titles: Mapping[str, str]) -> bytes:
    """Return the metadata of a crate.

    Args:
        of: what the crate is.
        files: its other files, by path.
        titles: what to call some of them.
    """
    people = [
        {"@id": f"#creator-{number}", "@type": _maker(of), "name": name}
        for number, name in enumerate(of.creators, 1)
    ]
    licence = of.licence
    root: dict[str, Any] = {
        "@id": "./",
        "@type": "Dataset",
        "name": of.dossier.title,
        "description": of.description,
        "datePublished": of.day,
        "version": of.version,
        "inLanguage": of.dossier.language,
        "creator": [{"@id": person["@id"]} for person in people],
        "isPartOf": {"@id": "#publication"},
        "license": {"@id": licence[1]} if licence else of.dossier.licence or "No licence is given.",
        "usageInfo": NOTE,
        "hasPart": [{"@id": quote(path)} for path in files],
    }
    if of.url:
        root["url"] = of.url
    graph: list[dict[str, Any]] = [
        {
            "@id": NAME,
            "@type": "CreativeWork",
            "about": {"@id": "./"},
            "conformsTo": {"@id": _PROFILE},
        },
        root,
        {"@id": "#publication", "@type": "CreativeWork", "name": of.publication},
        *people,
    ]
    if licence:
        graph.append({"@id": licence[1], "@type": "CreativeWork", "name": licence[0]})
    graph += [_file(path, data, titles.get(path, path)) for path, data in files.items()]
    whole = {"@context": f"{_PROFILE}/context", "@graph": graph}
    return (json.dumps(whole, ensure_ascii=False, indent=1) + "\n").encode()


def _maker(of: Edition) -> str:
    return "Person" if of.dossier.editors else "Organization"


def _file(path: str, data: bytes, title: str) -> dict[str, Any]:
    ending = path[path.rfind(".") :] if "." in path else ""
    return {
        "@id": quote(path),
        "@type": "File",
        "name": title,
        "encodingFormat": _TYPES.get(ending, "application/octet-stream"),
        "contentSize": str(len(data)),
        "sha256": hashlib.sha256(data).hexdigest(),
    }
