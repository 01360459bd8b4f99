"""The inverted index → shards of some kilobytes, each with the postings of a run of sorted terms.

A posting holds what the weight of lunr's field vector is made of: how often the term stands in the
field, and how long the field is. With the averages of the root, lunr's formula gives the same
weight to the last bit (`client/ranking.js`); the two factors take a third of its room. The places
of the words stand in shards of their own, which only a phrase asks for.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from operator import itemgetter

from dossierpress.search.document import FIELDS
from dossierpress.search.encoding import numbers, streams
from dossierpress.search.inverted import DOCUMENT_BITS, LAST_PLACE, PLACE_BITS, Inverted

SHARD = 5_000
"""How many bytes of postings a shard has, before compression; a frequent term may have more."""

_BODY = len(FIELDS) - 1
_NAMES = FIELDS.index("names")
_DOCUMENT = (1 << DOCUMENT_BITS) - 1

_BEYOND = "\ue000"
"""Up to here JavaScript, which compares halves of characters, sorts as Python does."""
_name = itemgetter(0)

Term = tuple[str, Sequence[int]]
"""A term and its postings."""


@dataclass(frozen=True)
class Shard:
    """The postings of the terms from `first` to `last`.

    Attributes:
        postings: streams of the terms; per term a mask of fields and the number of documents in
            each; per posting the step to its document, how often less one, and the field's
            length where it is not the body.
        places: per posting of a field with places, the steps from word to word.
    """

    first: str
    last: str
    postings: bytes
    places: bytes


def shards(index: Inverted) -> Iterator[Shard]:
    """Yield the shards in the order of their terms."""
    terms = sorted(zip(index.terms, index.postings, strict=True), key=_name)
    if max(index.terms, default="") >= _BEYOND:
        terms.sort(key=_units)
    for run in _runs(terms):
        yield _shard(run, index.lengths)


def _units(term: Term) -> bytes:
    """Return what a term is sorted by: as JavaScript compares texts."""
    return term[0].encode("utf-16-be")


def _runs(terms: Sequence[Term]) -> Iterator[Sequence[Term]]:
    """Cut the terms into runs of about `SHARD` bytes."""
    start = size = 0
    for end, (name, where) in enumerate(terms, 1):
        size += len(name) + 2 + 2 * len(where)
        if size > SHARD:
            yield terms[start:end]
            start, size = end, 0
    if start < len(terms):
        yield terms[start:]


def _shard(run: Sequence[Term], lengths: Sequence[Sequence[int]]) -> Shard:
    counts: list[int] = []
    steps: list[int] = []
    often: list[int] = []
    sizes: list[int] = []
    places: list[int] = []
    for _, where in run:
        if len(where) == 1:  # as it is with most terms
            of = where[0] >> PLACE_BITS
            field = of >> DOCUMENT_BITS
            counts += (1 << field, 1)
            steps.append(of & _DOCUMENT)
            often.append(0)
            if field != _BODY:
                sizes.append(lengths[field][of & _DOCUMENT])
            if field != _NAMES:
                places.append(where[0] & LAST_PLACE)
            continue
        mask = len(counts)
        counts.append(0)
        last_of = last_field = -1
        before = last_place = 0
        for posting in where:
            of, place = posting >> PLACE_BITS, posting & LAST_PLACE
            if of == last_of:
                often[-1] += 1
                step = place - last_place
            else:
                field = of >> DOCUMENT_BITS
                if field != last_field:
                    counts[mask] |= 1 << field
                    counts.append(0)
                    last_field, before = field, 0
                counts[-1] += 1
                document = of & _DOCUMENT
                steps.append(document - before)
                often.append(0)
                if field != _BODY:
                    sizes.append(lengths[field][document])
                last_of, before, step = of, document, place
            if last_field != _NAMES:
                places.append(step)
            last_place = place
    terms = "\n".join([name for name, _ in run]).encode()
    parts = map(numbers, (counts, steps, often, sizes))
    return Shard(run[0][0], run[-1][0], streams([terms, *parts]), numbers(places))
