"""Names that need no decision any more: the registry has them, or a curator refused them."""

from collections.abc import Iterable
from dataclasses import dataclass

from dossierpress.matching.candidates.lists import GROUPS
from dossierpress.matching.lexicon import Lexicon
from dossierpress.model import Decision
from dossierpress.text.folding import fold_key

_ENDINGS = ("s", "es")
_LONGEST = 8
"""Words of the longest known name that is looked for inside a longer run."""


@dataclass(frozen=True)
class Known:
    """Folded names that are no candidates.

    Attributes:
        registered: names, aliases, surnames and `not:` texts of the registry.
        rejected: what the decisions refuse.
    """

    registered: frozenset[str]
    rejected: frozenset[str]

    def has(self, key: str) -> bool:
        """Say whether a name is known: as it is, in the plural, or as known names in a row."""
        return self._is_one(key) or self._is_row(tuple(key.split())) or self._is_of(key)

    def _is_one(self, key: str) -> bool:
        if key in self.registered or key in self.rejected:
            return True
        return any(
            key.endswith(ending) and len(key) > 4 and key.removesuffix(ending) in self.registered
            for ending in _ENDINGS
        )

    def _is_of(self, key: str) -> bool:
        """Say whether a known name only says where it is: "Quds Force of Iran"."""
        name, link, place = key.rpartition(" of ")
        if " " not in name or not link:
            return False
        return self._is_one(name) and self._is_one(place.removeprefix("the "))

    def _is_row(self, words: tuple[str, ...]) -> bool:
        """Say whether words are nothing but known names, peoples and numbers, side by side."""
        if len(words) < 2:
            return False
        reached = {0}
        for end in range(1, len(words) + 1):
            for start in range(max(0, end - _LONGEST), end):
                part = " ".join(words[start:end])
                if start in reached and part != " ".join(words) and self._is_part(part):
                    reached.add(end)
        return len(words) in reached

    def _is_part(self, part: str) -> bool:
        return part in GROUPS or part.isdigit() or self._is_one(part)


def known_names(lexicon: Lexicon, decisions: Iterable[Decision]) -> Known:
    """Collect what the registry knows and what curators refused as a candidate."""
    keys = {*lexicon.senses, *lexicon.not_texts}
    keys |= {key.removeprefix("the ") for key in keys}
    rejected = {
        fold_key(decision.subject)
        for decision in decisions
        if decision.kind == "candidate" and decision.verdict == "rejected"
    }
    return Known(frozenset(keys), frozenset(rejected))
