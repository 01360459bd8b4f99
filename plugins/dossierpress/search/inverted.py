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
from dossierpress.search.terms import split, term, trimmed

PLACE_BITS = 16
"""A place in a field is the number of a word; words beyond 2¹⁶ share the last place."""
DOCUMENT_BITS = 32
"""What of a posting is the document's number; the field stands above it."""
LAST_PLACE = (1 << PLACE_BITS) - 1
_RANK = {"page": 1, "article": 2}


class Vocabulary(dict[str, int]):
    """The number of each word's term, by the word as it is written; -1 for a word without one."""

    def __init__(self) -> None:
        """Begin without a word."""
        super().__init__()
        self.numbers: dict[str, int] = {}
        """The number of each term, in the order in which the terms were met."""

    def __missing__(self, word: str) -> int:
        plain = trimmed(word)
        if plain != word:  # each word is stemmed once, whatever stands around it
            number = self[plain]
        else:
            found = term(word)
            number = self.number(found) if found else -1
        self[word] = number
        return number

    def number(self, found: str) -> int:
        """Return the number of a term."""
        return self.numbers.setdefault(found, len(self.numbers))


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


def invert(documents: Iterable[Document]) -> Inverted:
    """Return the index of some documents."""
    vocabulary = Vocabulary()
    read = [(document, _read(document, vocabulary)) for document in documents]
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
    return Inverted(
        tuple(read[old][0] for old in order),
        rank.count(0),
        len(rank) - rank.count(_RANK["article"]),
        tuple(vocabulary.numbers),
        postings,
        tuple(array("i", (lengths[old][field] for old in order)) for field in range(len(FIELDS))),
    )


class _Field(NamedTuple):
    """The numbers of a field's terms by place, -1 for a word without one; how many terms."""

    keys: "array[int]"
    length: int


def _read(document: Document, vocabulary: Vocabulary) -> tuple[_Field, ...]:
    """Return the terms of each field."""
    entities = [vocabulary.number(ENTITY + name) for name in document.names]
    look_up = vocabulary.__getitem__
    texts = (
        map(look_up, split(f"{document.title} {document.subtitle}")),
        [*entities, *map(look_up, split(document.name_words))],
        map(look_up, split(document.standfirst)),
        map(look_up, split(document.body)),
    )
    found = [list(text)[:LAST_PLACE] for text in texts]
    return tuple(_Field(array("i", keys), len(keys) - keys.count(-1)) for keys in found)
