"""Finds the `term:` words of topic rules in a text.

A term is compared folded and as whole words; its last word may stand in the plural.
"""

import re
from collections.abc import Iterable

from dossierpress.text.folding import fold_key
from dossierpress.text.prose import Prose
from dossierpress.text.sentences import Span


def term_pattern(term: str) -> re.Pattern[str]:
    """Return the pattern that finds a term in folded text: as it is, or in the plural."""
    key = fold_key(term)
    stem = re.escape(key)
    endings = r"(?:e?s)?"
    if key.endswith("y") and len(key) > 2 and key[-2] not in "aeiou":
        stem, endings = re.escape(key[:-1]), r"(?:y|ys|ies)"
    return re.compile(rf"(?<!\w){stem}{endings}(?!\w)")


def find_term(prose: Prose, pattern: re.Pattern[str]) -> Iterable[Span]:
    """Yield the spans of a term in the field's text."""
    folded = prose.folded
    for match in pattern.finditer(folded.text):
        yield folded.span(match.start(), match.end())
