"""Which mentions the page shows as links: the first of each entity where a link may stand."""

from bisect import bisect_right
from collections.abc import Iterable

from dossierpress.matching.decision import Decision
from dossierpress.matching.occurrences import Occurrence
from dossierpress.model import Article, EntityId
from dossierpress.rights import published

_ORDER = ("body", "standfirst", "summary")
"""The fields that bear links, the body first; headlines and captions bear none."""


def first_linkable(
    article: Article, decided: Iterable[tuple[Occurrence, Decision]]
) -> frozenset[int]:
    """Return the indexes of the occurrences to be linked.

    A mention is linkable in the body, else the standfirst, else the summary; not in a heading,
    a link, a picture's text or code, and not in text that the article's rights keep back.

    Args:
        article: the article, whose rights count.
        decided: its occurrences in reading order, each with what was decided.
    """
    shown = {field.name: len(field.text) for field in published(article)}
    chosen: dict[str, dict[EntityId, int]] = {name: {} for name in _ORDER}
    here: dict[EntityId, int] | None = None
    spans: tuple[tuple[int, int], ...] = ()
    prose, limit = None, 0
    for index, (occurrence, decision) in enumerate(decided):
        if occurrence.prose is not prose:
            prose = occurrence.prose
            here = chosen.get(prose.field.name)
            spans, limit = prose.masked.unlinkable, shown.get(prose.field.name, 0)
        entity = decision.entity
        if here is None or entity is None or entity in here or occurrence.end > limit:
            continue
        if not (spans and _inside(spans, occurrence.start)):
            here[entity] = index
    linked: dict[EntityId, int] = {}
    for name in reversed(_ORDER):
        linked.update(chosen[name])
    return frozenset(linked.values())


def _inside(spans: tuple[tuple[int, int], ...], start: int) -> bool:
    index = bisect_right(spans, start, key=lambda span: span[0])
    return index > 0 and spans[index - 1][1] > start
