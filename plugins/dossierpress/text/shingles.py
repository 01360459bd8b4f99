"""Shingles: every run of five words of a text, as numbers that are the same on any machine.

Two texts that share most of their shingles are copies of one, whatever stands round them.
Source: Broder, On the resemblance and containment of documents, 1997.
"""

import re
from array import array
from collections.abc import Iterable, Sequence
from hashlib import blake2b

from dossierpress.text.words import words_of

SIZE = 5
"""Words in a shingle."""
NEAR = 0.6
"""The least share of the smaller text's shingles that a near-duplicate has in common."""
FEWEST = 20
"""A text of fewer shingles is compared with none: a sentence may be quoted anywhere."""
MOST_WORDS = 500_000
"""So many different words are remembered; then the memory is cleared."""
_ADDRESS = re.compile(r"\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*(?:\s[^()]*)?\)|https?://\S+")
"""What Markdown says of a link besides its words: copies of one text link to other places."""
_MASK = (1 << 64) - 1
_FACTORS = tuple(pow(0x9E3779B97F4A7C15, place, 1 << 64) for place in range(SIZE))


class _Numbers(dict[str, tuple[int, ...]]):
    """The numbers of each word, one for each place in a shingle, worked out at first sight."""

    def __missing__(self, word: str) -> tuple[int, ...]:
        number = int.from_bytes(blake2b(word.encode(), digest_size=8).digest(), "big")
        self[word] = tuple((number * factor) & _MASK for factor in _FACTORS)
        return self[word]


class Shingler:
    """Turns texts into shingles; remembers the words, which texts share."""

    def __init__(self) -> None:
        self._numbers = _Numbers()

    def shingles(self, text: str) -> frozenset[int]:
        """Return the shingles of Markdown; one of a text that has fewer than five words."""
        if len(self._numbers) > MOST_WORDS:
            self._numbers.clear()
        words = words_of(_ADDRESS.sub(" ", text))
        if not words:
            return frozenset()
        return _runs([self._numbers[word] for word in words])


def _runs(numbers: Sequence[tuple[int, ...]]) -> frozenset[int]:
    """Hash each run of words; what is shorter than a run is one run."""
    size = min(SIZE, len(numbers))
    places = ([word[place] for word in numbers[place:]] for place in range(size))
    sums = (sum(run) & _MASK for run in zip(*places, strict=False))
    # The low bits of a product know nothing of the high ones; a sample looks at them.
    return frozenset(value ^ (value >> 32) for value in sums)


def sample(shingles: Iterable[int], one_in: int) -> list[int]:
    """Return the shingles that a fixed rule picks, one in so many, the same in every text."""
    return [shingle for shingle in shingles if shingle % one_in == 0]


def packed(shingles: Iterable[int]) -> Sequence[int]:
    """Return shingles in ascending order and in little memory."""
    return array("Q", sorted(shingles))


def containment(one: Sequence[int], other: Sequence[int]) -> float:
    """Return the share of the smaller text's shingles that the larger one has as well."""
    smaller, larger = sorted((one, other), key=len)
    return len(set(smaller).intersection(larger)) / max(1, len(smaller))
