"""Which texts are near-duplicates of each other, without comparing each with each.

The smaller of two texts must have a share of its shingles in the larger one. So the two share
some of the rarest shingles of the smaller: only these are put into an index, and only texts that
are found through it often enough are compared. Shingles that no other text has drop out before.
Source: Bayardo, Ma, Srikant, Scaling up all pairs similarity search, 2007 (prefix filtering).
"""

from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from math import ceil

from dossierpress.text.shingles import FEWEST, NEAR, containment, packed, sample

EXACT_UP_TO = 20_000
"""Beyond so many texts, pairs are looked for in a sample of the shingles, then compared in full."""
ONE_IN = 16
LOOSER = 0.75
"""In a sample, this part of the share suffices, since it is an estimate."""
CROWD = 64
"""Of the texts that have one rare shingle, so many are looked at: the latest. What more have is
the wording of a form, and all of it is one cluster through its neighbours."""
SLACK = 8
"""One shingle in so many is put into the index beyond the few that would do, and as many must be
found there: chance finds a few, copies share them all."""
_PARTS = 16

Shingles = Sequence[int]
"""The shingles of a text in ascending order."""


@dataclass(frozen=True, order=True)
class Pair:
    """Two texts, by their places, and the share of the smaller one's shingles in the larger."""

    first: int
    second: int
    share: float


def near_duplicates(
    texts: Sequence[Shingles], near: float = NEAR, exact_up_to: int = EXACT_UP_TO
) -> Iterator[Pair]:
    """Yield the pairs of texts that are near-duplicates; of equal texts, each with the first."""
    firsts: dict[bytes, int] = {}
    kept: list[int] = []
    for place, text in enumerate(texts):
        if len(text) < FEWEST:
            continue
        first = firsts.setdefault(array("q", text).tobytes(), place)
        if first != place:
            yield Pair(first, place, 1.0)
        else:
            kept.append(place)
    looked: Sequence[Shingles] = [texts[place] for place in kept]
    share = near
    if len(texts) > exact_up_to:
        looked = [packed(sample(text, ONE_IN)) for text in looked]
        share = near * LOOSER
    for one, other in _candidates(looked, share):
        first, second = sorted((kept[one], kept[other]))
        common = containment(texts[first], texts[second])
        if common >= near:
            yield Pair(first, second, common)


def _candidates(texts: Sequence[Shingles], near: float) -> Iterator[tuple[int, int]]:
    """Yield each pair that shares enough of the rarest shingles of the smaller text.

    Of a text's n shingles, c = near * n must be common to both. If its n - c + k rarest are in the
    index, at least k of those are common, since only c - k others are left.
    """
    common = _common(texts)
    index: dict[int, list[int]] = {}
    needed: dict[int, int] = {}
    for place in sorted(range(len(texts)), key=lambda place: (len(texts[place]), place)):
        text = texts[place]
        shared = [shingle for shingle in text if shingle in common]
        counts = Counter(chain.from_iterable(index[s][-CROWD:] for s in shared if s in index))
        yield from ((other, place) for other in sorted(counts) if counts[other] >= needed[other])
        least = ceil(near * len(text))
        needed[place] = 1 + len(text) // SLACK
        # The shingles that no other text has are the rarest of all, and lead nowhere.
        rarest = len(text) - least + needed[place] - (len(text) - len(shared))
        if rarest > 0:
            shared.sort(key=lambda shingle: (common[shingle], shingle))
            for shingle in shared[:rarest]:
                index.setdefault(shingle, []).append(place)


def _common(texts: Sequence[Shingles]) -> dict[int, int]:
    """Return the shingles that two texts or more have, and how many have each.

    Counted in parts, so that the many that one text alone has are not all held at once.
    """
    common: dict[int, int] = {}
    step = (1 << 64) // _PARTS
    for start in range(-1 << 63, 1 << 63, step):
        counts: Counter[int] = Counter()
        for text in texts:
            counts.update(text[bisect_left(text, start) : bisect_left(text, start + step)])
        common.update((shingle, count) for shingle, count in counts.items() if count > 1)
    return common
