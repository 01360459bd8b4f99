"""What the corpus itself says of a word's capitals."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from dossierpress.matching.candidates.words import Sentence
from dossierpress.matching.words import FUNCTION_WORDS

COMMON = 0.4
"""From this share of lower-case occurrences on, a word is a common word."""


@dataclass(frozen=True)
class CaseCounts:
    """How often each folded word stands without a capital, and with one that means something.

    Attributes:
        lower: occurrences without a capital.
        upper: occurrences with one, as a whole run, not at the beginning of a sentence nor in a
            headline of capitals.
        pairs: neighbours with capitals, as "white house", not at the beginning of a sentence.
    """

    lower: Counter[str]
    upper: Counter[str]
    pairs: Counter[str]

    def lower_share(self, key: str) -> float | None:
        """Return the share of lower-case occurrences; None where the corpus does not say."""
        lower, upper = self.lower[key], self.upper[key]
        return lower / (lower + upper) if lower + upper else None

    def is_common(self, key: str) -> bool:
        """Say whether a word is a common word of this corpus."""
        return key in FUNCTION_WORDS or (self.lower_share(key) or 0.0) >= COMMON


def count_cases(sentences: Iterable[tuple[Sentence, bool]]) -> CaseCounts:
    """Count the words of sentences; each comes with whether its capitals may be trusted."""
    lower: Counter[str] = Counter()
    upper: Counter[str] = Counter()
    pairs: Counter[str] = Counter()
    for sentence, is_trusted in sentences:
        lower.update(sentence.lower)
        for run in sentence.runs if is_trusted else ():
            firm = run[1:] if run[0].begins else run
            if len(run) == 1:
                upper.update(word.key for word in firm)
            pairs.update(f"{one.key} {other.key}" for one, other in pairwise(firm))
    return CaseCounts(lower, upper, pairs)
