"""A dossier of a release → the archive that is handed on."""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from dossierpress.bundling.archive import archive
from dossierpress.bundling.bag import bag
from dossierpress.bundling.crate import NAME, crate
from dossierpress.bundling.describing import citation_cff, datapackage, zenodo
from dossierpress.bundling.edition import NOTE, Edition
from dossierpress.bundling.files import article_file, dossier_file, registry_file, topic_file
from dossierpress.bundling.tables import tables
from dossierpress.citation.csl import csl_item
from dossierpress.citation.plain import plain
from dossierpress.citation.reference import article_reference
from dossierpress.publication import Publication
from dossierpress.release.snapshot import Snapshot

Pages = Callable[[Publication], Mapping[str, bytes]]
"""Makes the offline pages of a publication, by path."""


@dataclass(frozen=True)
class Bundle:
    """An archive; `name` is that of its file."""

    name: str
    data: bytes


def bundle(
    of: Edition, part: Publication, snapshot: Snapshot, changes: str, pages: Pages
) -> Bundle:
    """Return the bundle of a dossier.

    Args:
        of: the dossier as a thing to be cited.
        part: the dossier's own articles and what they name, as `part_of` returns it.
        snapshot: the release.
        changes: `CHANGES.md`.
        pages: makes the pages that can be read offline.
    """
    payload = dict(_payload(of, part, snapshot, changes, pages))
    titles = {
        f"articles/{article.ref.article}.md": article.title for article in part.library.articles
    }
    payload[NAME] = crate(of, {path: payload[path] for path in sorted(payload)}, titles)
    info = (
        ("Bag-Software-Agent", f"DossierPress {snapshot.program}"),
        ("Bagging-Date", of.day),
        ("External-Description", of.description),
        ("External-Identifier", f"{of.dossier.id} {of.version}"),
        ("Source-Organization", of.publication),
    )
    return Bundle(f"{of.name}.zip", archive(of.name, bag(payload, info), of.date.earliest))


def _payload(
    of: Edition, part: Publication, snapshot: Snapshot, changes: str, pages: Pages
) -> Iterable[tuple[str, bytes]]:
    library = part.library
    found = tables(part)
    yield "README.md", _readme(of, part).encode()
    yield "CHANGES.md", changes.encode()
    yield "CITATION.cff", citation_cff(of)
    yield ".zenodo.json", zenodo(of)
    yield "datapackage.json", datapackage(of, found)
    yield "references.json", _references(part)
    yield "release.json", _release(snapshot)
    yield "dossier.yml", dossier_file(of.dossier)
    if of.dossier.introduction.strip():
        yield "index.md", f"{of.dossier.introduction.strip()}\n".encode()
    for article in library.articles:
        yield f"articles/{article.ref.article}.md", article_file(article)
    if library.registry.entities:
        yield "entities.yml", registry_file(library.registry)
    for topic in library.topics:
        yield f"topics/{topic.id}.md", topic_file(topic)
    for table in found:
        yield f"data/{table.name}.csv", table.csv()
    for path, data in pages(part).items():
        yield f"site/{path}", data


def _references(part: Publication) -> bytes:
    items = [csl_item(article_reference(article)) for article in part.library.articles]
    return (json.dumps(items, ensure_ascii=False, indent=1) + "\n").encode()


def _release(snapshot: Snapshot) -> bytes:
    known = {
        "version": snapshot.version,
        "date": snapshot.date,
        "previous": snapshot.previous,
        "snapshot_digest": snapshot.digest,
        "program": snapshot.program,
    }
    return (json.dumps(known, ensure_ascii=False, indent=1) + "\n").encode()


def _readme(of: Edition, part: Publication) -> str:
    licence = of.dossier.licence or "No licence is given."
    number = len(part.library.articles)
    return f"""# {of.dossier.title}

{of.description}

Release {of.version} of {of.day}, from {of.publication}; {number} articles.

Cite it as: {plain(of.reference)}

## What is here

- `site/index.html`: the dossier's pages, to be opened in a browser; they need no network
- `articles/`: the articles as Markdown, as far as their rights allow
- `entities.yml`, `topics/`, `dossier.yml`: the registry, topics and dossier that they are read with
- `data/`, `datapackage.json`: the same as tables, with a description of each column
- `references.json`: the articles as CSL-JSON, for Zotero and other reference managers
- `CITATION.cff`, `.zenodo.json`, `ro-crate-metadata.json`: how to cite, deposit and describe it
- `CHANGES.md`: what changed, release by release
- `release.json`: the release, and the digest of the snapshot that it was made from

## Is it whole?

The folder above this one is a bag (BagIt, RFC 8493). `dossier verify FILE.zip`, or any BagIt
program, compares each file with its digest, without a network. So does
`sha256sum -c manifest-sha256.txt` there.

## Rights

Licence: {licence}. {NOTE}
"""
