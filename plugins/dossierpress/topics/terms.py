"""Finds the `term:` words of topic rules in a text.

A term is compared folded and as whole words; its last word may stand in the plural. Of all terms
only those are searched for whose first word stands in the text, so that many rules cost little.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from dossierpress.text.folding import fold_key
from dossierpress.text.prose import Prose
from dossierpress.text.sentences import Span

_WORD = re.compile(r"\w+")
FEW = 60
"""Fewer words than this are sooner looked for in a text one by one than among its words."""


@dataclass(frozen=True)
class Terms:
    """The terms of all rules.

    Attributes:
        patterns: each term and what finds it in folded text.
        by_opening: for each folded word, the terms that may begin with it; for the empty word
            those that begin with a sign.
    """

    patterns: Mapping[str, re.Pattern[str]]
    by_opening: Mapping[str, tuple[str, ...]]

    def possible(self, proses: Sequence[Prose]) -> Iterator[str]:
        """Yield each term that may stand in a text, once."""
        texts = [prose.folded.text for prose in proses]
        if len(self.by_opening) < FEW:
            met = [word for word in self.by_opening if any(word in text for text in texts)]
        else:
            words = {word for text in texts for word in _WORD.findall(text)}
            met = [word for word in self.by_opening if not word or word in words]
        yield from dict.fromkeys(term for word in met for term in self.by_opening[word])


def terms_of(terms: Iterable[str]) -> Terms:
    """Prepare terms for `possible`."""
    patterns = {term: term_pattern(term) for term in terms}
    by_opening: dict[str, list[str]] = {}
    for term in patterns:
        for word in openings(term):
            by_opening.setdefault(word, []).append(term)
    return Terms(patterns, {word: tuple(found) for word, found in by_opening.items()})


def openings(term: str) -> tuple[str, ...]:
    """Return the folded words of which one is the first wherever a term stands."""
    key = fold_key(term)
    first = _WORD.match(key)
    if first is None:
        return ("",)
    if first.end() < len(key):
        return (first[0],)
    stem, endings = _forms(key)
    return tuple(f"{stem}{ending}" for ending in endings)


def term_pattern(term: str) -> re.Pattern[str]:
    """Return the pattern that finds a term in folded text: as it is, or in the plural."""
    stem, endings = _forms(fold_key(term))
    return re.compile(rf"(?<!\w){re.escape(stem)}(?:{'|'.join(endings)})(?!\w)")


def _forms(key: str) -> tuple[str, tuple[str, ...]]:
    """Return what stays of a term in the plural, and how it may end."""
    if key.endswith("y") and len(key) > 2 and key[-2] not in "aeiou":
        return key[:-1], ("y", "ys", "ies")
    return key, ("es", "s", "")


def find_term(prose: Prose, pattern: re.Pattern[str]) -> Iterable[Span]:
    """Yield the spans of a term in the field's text."""
    folded = prose.folded
    for match in pattern.finditer(folded.text):
        yield folded.span(match.start(), match.end())
