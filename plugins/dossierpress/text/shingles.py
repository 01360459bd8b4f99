"""Shingles: every run of five words of a text, as numbers that are the same on any machine.

Two texts that share most of their shingles are copies of one, whatever stands round them.
Source: Broder, On the resemblance and containment of documents, 1997.
"""

import re
from array import array
from collections.abc import Callable, Iterable, Sequence
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
_ONE, _TWO, _FIVE = 11400714785074694791, 14029467366897019727, 2870177450012600261
"""The primes of xxHash, as CPython's tuples use them."""


def written_out(numbers: tuple[int, ...]) -> int:
    """Hash some numbers below 2**60 as CPython hashes a tuple of them (Objects/tupleobject.c).

    The hash is a signed number of 64 bits.
    """
    total = _FIVE
    for number in numbers:
        total = (total + number * _TWO) & _MASK
        total = ((total << 31) | (total >> 33)) & _MASK
        total = (total * _ONE) & _MASK
    total = (total + (len(numbers) ^ (_FIVE ^ 3527539))) & _MASK
    total = 1546275796 if total == _MASK else total
    return total - (1 << 64) if total >> 63 else total


_SAMPLE = tuple(range(SIZE))
_hash: Callable[[tuple[int, ...]], int] = (
    hash if hash(_SAMPLE) == written_out(_SAMPLE) else written_out
)
"""What hashes a run: Python itself, ten times as fast, where it does it as CPython does."""


class _Numbers(dict[str, int]):
    """The number of each word, below 2**60, worked out at first sight."""

    def __missing__(self, word: str) -> int:
        number = int.from_bytes(blake2b(word.encode(), digest_size=8).digest(), "big") >> 4
        self[word] = number
        return number


class Shingler:
    """Turns texts into shingles; remembers the words, which texts share."""

    def __init__(self) -> None:
        self._numbers = _Numbers()

    def shingles(self, text: str) -> frozenset[int]:
        """Return the shingles of Markdown; one of a text that has fewer than five words."""
        if len(self._numbers) > MOST_WORDS:
            self._numbers.clear()
        if "](" in text or "://" in text:
            text = _ADDRESS.sub(" ", text)
        words = words_of(text)
        if not words:
            return frozenset()
        numbers = list(map(self._numbers.__getitem__, words))
        size = min(SIZE, len(numbers))
        runs = zip(*(numbers[place:] for place in range(size)), strict=False)
        return frozenset(map(_hash, runs))


def sample(shingles: Iterable[int], one_in: int) -> list[int]:
    """Return the shingles that a fixed rule picks, one in so many, the same in every text."""
    return [shingle for shingle in shingles if shingle % one_in == 0]


def packed(shingles: Iterable[int]) -> Sequence[int]:
    """Return shingles in ascending order and in little memory."""
    return array("q", sorted(shingles))


def containment(one: Sequence[int], other: Sequence[int]) -> float:
    """Return the share of the smaller text's shingles that the larger one has as well."""
    smaller, larger = sorted((one, other), key=len)
    return len(set(smaller).intersection(larger)) / max(1, len(smaller))
