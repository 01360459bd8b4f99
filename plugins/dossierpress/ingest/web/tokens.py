"""Two texts compared by the words that they have in common."""

import re
from collections import Counter
from dataclasses import dataclass

_WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Tokens:
    """The words of a text in lower case, each as often as it stands there."""

    counts: Counter[str]
    total: int

    def share_in(self, other: "Tokens") -> float:
        """Return which share of these words the other text has too."""
        return (self.counts & other.counts).total() / self.total if self.total else 0.0

    def f1(self, other: "Tokens") -> float:
        """Return the harmonic mean of what each text has of the other."""
        common = (self.counts & other.counts).total()
        return 2 * common / (self.total + other.total) if common else 0.0


def tokens_of(text: str) -> Tokens:
    """Return the words of a text, counted."""
    counts = Counter(_WORD.findall(text.casefold()))
    return Tokens(counts, counts.total())
