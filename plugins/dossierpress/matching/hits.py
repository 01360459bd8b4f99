"""Finds every place where a known text stands, before any rule has chosen."""

from collections.abc import Iterator
from dataclasses import dataclass

from dossierpress.matching.lexicon import Lexicon
from dossierpress.model import LinkOverride
from dossierpress.text.folding import Folded, fold_key
from dossierpress.text.prose import Prose


@dataclass(frozen=True)
class Hit:
    """A folded text that stands between word boundaries; offsets are those of the field."""

    key: str
    start: int
    end: int
    surface: str


def find_hits(prose: Prose, lexicon: Lexicon) -> Iterator[Hit]:
    """Yield every hit of the lexicon in one field, overlapping ones too."""
    folded = prose.folded
    keys = lexicon.keys
    for number, start, end in lexicon.automaton.find_matches_as_indexes(
        folded.text, overlapping=True
    ):
        if _is_bounded(folded.text, start, end):
            yield _hit(keys[number], folded, start, end)


def find_override(prose: Prose, override: LinkOverride) -> Iterator[Hit]:
    """Yield every place where the text of an article's own `links:` stands."""
    folded = prose.folded
    key = fold_key(override.text)
    start = folded.text.find(key) if key else -1
    while start >= 0:
        end = start + len(key)
        if _is_bounded(folded.text, start, end):
            yield _hit(key, folded, start, end)
        start = folded.text.find(key, end)


def _hit(key: str, folded: Folded, start: int, end: int) -> Hit:
    source_start, source_end = folded.span(start, end)
    return Hit(key, source_start, source_end, folded.source[source_start:source_end])


def _is_bounded(text: str, start: int, end: int) -> bool:
    before = start == 0 or not text[start - 1].isalnum() or not text[start].isalnum()
    after = end == len(text) or not text[end].isalnum() or not text[end - 1].isalnum()
    return before and after
