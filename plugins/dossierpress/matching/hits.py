"""Finds every place where a known text stands, before any rule has chosen."""

from collections.abc import Iterator
from typing import NamedTuple

from dossierpress.matching.lexicon import Lexicon
from dossierpress.matching.patterns import compile_patterns
from dossierpress.model import LinkOverride
from dossierpress.text.folding import fold_key
from dossierpress.text.prose import Prose


class Hit(NamedTuple):
    """A folded text that stands between word boundaries; offsets are those of the field."""

    key: str
    start: int
    end: int
    surface: str


def find_hits(prose: Prose, lexicon: Lexicon) -> Iterator[Hit]:
    """Yield every hit of the lexicon in one field, overlapping ones too."""
    folded = prose.folded
    source, span = folded.source, folded.span
    for key, start, end in lexicon.patterns.find(folded.text):
        first, last = span(start, end)
        yield Hit(key, first, last, source[first:last])


def find_override(prose: Prose, override: LinkOverride) -> Iterator[Hit]:
    """Yield every place where the text of an article's own `links:` stands."""
    key = fold_key(override.text)
    folded = prose.folded
    if not key:
        return
    for _, start, end in compile_patterns((key,)).find(folded.text):
        first, last = folded.span(start, end)
        yield Hit(key, first, last, folded.source[first:last])
