"""Finds every place where a known text stands, before any rule has chosen."""

from collections.abc import Iterator

from dossierpress.matching.lexicon import Lexicon
from dossierpress.matching.patterns import compile_patterns
from dossierpress.model import LinkOverride
from dossierpress.text.folding import fold_key
from dossierpress.text.prose import Prose

Hit = tuple[str, int, int, str]
"""A folded text that stands between word boundaries, its place in the field, the surface."""


def find_hits(prose: Prose, lexicon: Lexicon) -> list[Hit]:
    """Return every hit of the lexicon in one field, overlapping ones too."""
    folded = prose.folded
    source = folded.source
    found = lexicon.patterns.find(folded.text)
    if len(folded.starts) == 1:  # nothing was cut out: offsets are the same
        return [(key, start, end, source[start:end]) for key, start, end in found]
    places = folded.spans([(start, end) for _, start, end in found])
    return [
        (found[number][0], start, end, source[start:end])
        for number, (start, end) in enumerate(places)
    ]


def find_override(prose: Prose, override: LinkOverride) -> Iterator[Hit]:
    """Yield every place where the text of an article's own `links:` stands."""
    key = fold_key(override.text)
    folded = prose.folded
    if not key:
        return
    for _, start, end in compile_patterns((key,)).find(folded.text):
        first, last = folded.span(start, end)
        yield key, first, last, folded.source[first:last]
