"""Documents → the inverted index: for each term its postings, by field and document.

Pages are numbered after names, articles after pages, and each by the length of their bodies. So a
posting in a body need not say how long the body is, which its weight depends on: a short table
says which numbers have which length.
"""

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from dossierpress.search.document import ENTITY, FIELDS, Document
from dossierpress.search.known import Known, Said, Vocabulary, numbers
from dossierpress.search.terms import split

PLACE_BITS = 16
"""A place in a field is the number of a word; words beyond 2¹⁶ share the last place."""
DOCUMENT_BITS = 32
"""What of a posting is the document's number; the field stands above it."""
LAST_PLACE = (1 << PLACE_BITS) - 1
_RANK = {"page": 1, "article": 2}


@dataclass(frozen=True)
class Inverted:
    """The whole index, before it is cut.

    Attributes:
        documents: in the order of their numbers.
        pages: the number of the first page written by hand; `articles` that of the first article.
        terms: the terms by number.
        postings: by a term's number, where it stands, ascending: the field's number, the
            document's (`DOCUMENT_BITS`) and the place (`PLACE_BITS`), packed into one.
        lengths: for each field, how many terms each document has in it.
    """

    documents: tuple[Document, ...]
    pages: int
    articles: int
    terms: tuple[str, ...]
    postings: Sequence[Sequence[int]]
    lengths: tuple["array[int]", ...]


def invert(documents: Iterable[Document], known: Known | None = None) -> Inverted:
    """Return the index of some documents.

    Args:
        documents: what is found.
        known: what earlier runs read in them; it learns what this one reads.
    """
    known = known or Known()
    vocabulary = known.vocabulary
    read = [(document, _read(document, vocabulary)) for document in documents]
    _remember(known, read)
    lengths = [[field.length for field in fields] for _, fields in read]
    rank = [_RANK.get(document.kind, 0) for document, _ in read]
    order = sorted(range(len(read)), key=lambda n: (rank[n], lengths[n][-1], n))
    postings: list[list[int]] = [[] for _ in vocabulary.numbers]
    for field in range(len(FIELDS)):
        for number, old in enumerate(order):
            base = (field << DOCUMENT_BITS | number) << PLACE_BITS
            for place, key in enumerate(read[old][1][field].keys, base):
                if key >= 0:
                    postings[key].append(place)
    terms = [name for name, where in zip(vocabulary.numbers, postings, strict=True) if where]
    known.write(len(terms))
    return Inverted(
        tuple(read[old][0] for old in order),
        rank.count(0),
        len(rank) - rank.count(_RANK["article"]),
        tuple(terms),
        [where for where in postings if where],
        tuple(array("i", (lengths[old][field] for old in order)) for field in range(len(FIELDS))),
    )


class _Field(NamedTuple):
    """The numbers of a field's terms by place, -1 for a word without one; how many terms."""

    keys: "array[int]"
    length: int


def _read(document: Document, vocabulary: Vocabulary) -> tuple[_Field, ...]:
    """Return the terms of each field, in their order."""
    look_up = vocabulary.__getitem__

    def keys(text: str) -> "array[int]":
        return array("i", map(look_up, split(text)))

    names = array("i", [vocabulary.number(ENTITY + name) for name in document.names])
    names.extend(map(look_up, split(document.name_words)))
    said = document.said
    if said is not None:
        found = (numbers(said.title), names, numbers(said.standfirst), numbers(said.body))
    else:
        title = f"{document.title} {document.subtitle}"
        found = (keys(title), names, keys(document.standfirst), keys(document.body))
    return tuple([_field(keys) for keys in found])


def _field(keys: "array[int]") -> _Field:
    keys = keys[:LAST_PLACE] if len(keys) > LAST_PLACE else keys
    return _Field(keys, len(keys) - keys.count(-1))


def _remember(known: Known, read: Iterable[tuple[Document, tuple[_Field, ...]]]) -> None:
    """Keep what was read in articles for the next run."""
    for document, (title, _, standfirst, body) in read:
        if document.digest and document.said is None:
            texts = [field.keys.tobytes() for field in (title, standfirst, body)]
            known.keep(document.digest, Said(document.shown, document.excerpt, *texts))
