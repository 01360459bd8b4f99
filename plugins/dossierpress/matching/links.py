"""Which mentions the page shows as links: the first of each entity where a link may stand."""

from bisect import bisect_right
from collections.abc import Sequence

from dossierpress.model import Article, EntityId
from dossierpress.rights import published
from dossierpress.text.prose import Prose

Place = tuple[str, int, int, EntityId | None]
"""A field's name, start and end in it, and what stands there, if anything."""

_ORDER = ("body", "standfirst", "summary")
"""The fields that bear links, the body first; headlines and captions bear none."""


def first_linkable(
    article: Article, proses: Sequence[Prose], places: Sequence[Place]
) -> frozenset[int]:
    """Return the indexes of the places to be linked.

    A mention is linkable in the body, else the standfirst, else the summary; not in a heading,
    a link, a picture's text or code, and not in text that the article's rights keep back.
    """
    shown = {field.name: len(field.text) for field in published(article)}
    unlinkable = {prose.field.name: prose.masked.unlinkable for prose in proses}
    chosen: dict[EntityId, int] = {}
    for name in _ORDER:
        spans, end = unlinkable.get(name, ()), shown.get(name, 0)
        for index, (field, start, last, entity) in enumerate(places):
            if field != name or entity is None or entity in chosen:
                continue
            if last <= end and not (spans and _inside(spans, start)):
                chosen[entity] = index
    return frozenset(chosen.values())


def _inside(spans: tuple[tuple[int, int], ...], start: int) -> bool:
    index = bisect_right(spans, start, key=lambda span: span[0])
    return index > 0 and spans[index - 1][1] > start
