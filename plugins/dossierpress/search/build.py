"""A publication → the files of its search, below `search/`."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain, pairwise
from pathlib import Path

from dossierpress.search.cards import blocks
from dossierpress.search.document import ENTITY, Document
from dossierpress.search.documents import documents
from dossierpress.search.encoding import packed
from dossierpress.search.facets import entities, facets
from dossierpress.search.inverted import invert
from dossierpress.search.known import Known
from dossierpress.search.names import NameShard, name_shards
from dossierpress.search.postings import shards
from dossierpress.search.root import root
from dossierpress.search.scripts import scripts
from dossierpress.search.wording import script_words
from dossierpress.site.addresses import SEARCH
from dossierpress.site.index import Index
from dossierpress.site.model.output import OutputFile

FOLDER = "search"


def search_files(
    index: Index, written: Iterable[Document] = (), file: Path | None = None
) -> tuple[OutputFile, ...]:
    """Return all files of the search.

    Args:
        index: the publication as its site looks it up.
        written: the pages that are written by hand.
        file: where what was read in articles is kept for the next run; None keeps nothing.
    """
    named = [(entity.id, entity.name, entity.kind) for entity in index.entities.values()]
    known = Known(file)
    found = index_files(chain(documents(index, known), written), name_shards(index), named, known)
    return tuple(
        replace(file, target=f"{FOLDER}/{file.target}")
        for file in (*found, *scripts(index.url(SEARCH), script_words(index.words)))
    )


def index_files(
    documents: Iterable[Document],
    names: Iterable[NameShard] = (),
    named: Iterable[tuple[str, str, str]] = (),
    known: Known | None = None,
) -> tuple[OutputFile, ...]:
    """Return the files of an index.

    Args:
        documents: what is found.
        names: what entities, topics and dossiers are called.
        named: id, name and kind of each entity that a document names.
        known: what earlier runs read in the documents.
    """
    inverted = invert(documents, known)
    terms, names = list(shards(inverted)), list(names)
    articles = [document.facets for document in inverted.documents if document.facets]
    vocabulary = "\n".join(sorted(term for term in inverted.terms if term[0] != ENTITY))
    files = [
        *_numbered("terms", (shard.postings for shard in terms)),
        *_numbered("places", (shard.places for shard in terms)),
        *_numbered("names", (shard.content for shard in names)),
        *_numbered("cards", blocks(inverted.documents)),
        OutputFile("vocabulary.gz", packed(vocabulary.encode())),
        OutputFile("facets.gz", packed(facets(articles))),
        OutputFile("entities.gz", packed(entities(articles, named))),
    ]
    digest = hashlib.sha256()
    for file in files:
        digest.update(file.content)
    content = root(
        inverted,
        _starts([(shard.first, shard.last) for shard in terms]),
        _starts([(shard.first, shard.last) for shard in names]),
        digest.hexdigest()[:12],
    )
    return (*files, OutputFile("root.gz", packed(content)))


def _numbered(folder: str, contents: Iterable[bytes]) -> Iterator[OutputFile]:
    for number, content in enumerate(contents):
        yield OutputFile(f"{folder}/{number}.gz", packed(content))


def _starts(ends: list[tuple[str, str]]) -> list[str]:
    """Return for each shard the shortest text that is after the shard before and not after it."""
    found = [""] if ends else []
    for (_, last), (first, _) in pairwise(ends):
        shared = next((n for n, (a, b) in enumerate(zip(last, first)) if a != b), len(last))  # noqa: B905
        found.append(first[: shared + 1])
    return found
