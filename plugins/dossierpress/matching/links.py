"""Which mentions the page shows as links: the first of each entity where a link may stand."""

from bisect import bisect_right
from collections.abc import Sequence

from dossierpress.model import Article, EntityId, Mention
from dossierpress.rights import published
from dossierpress.text.prose import Prose

_ORDER = ("body", "standfirst", "summary")
"""The fields that bear links, the body first; headlines and captions bear none."""


def first_linkable(
    article: Article, proses: Sequence[Prose], mentions: Sequence[Mention]
) -> frozenset[int]:
    """Return the indexes of the mentions to be linked.

    A mention is linkable in the body, else the standfirst, else the summary; not in a heading,
    a link, a picture's text or code, and not in text that the article's rights keep back.
    """
    shown = {field.name: len(field.text) for field in published(article)}
    unlinkable = {prose.field.name: prose.masked.unlinkable for prose in proses}
    chosen: dict[EntityId, int] = {}
    for name in _ORDER:
        for index, mention in enumerate(mentions):
            if mention.field != name or mention.entity is None or mention.entity in chosen:
                continue
            spans = unlinkable.get(name, ())
            if mention.end <= shown.get(name, 0) and not _inside(spans, mention):
                chosen[mention.entity] = index
    return frozenset(chosen.values())


def _inside(spans: tuple[tuple[int, int], ...], mention: Mention) -> bool:
    index = bisect_right(spans, mention.start, key=lambda span: span[0])
    return index > 0 and spans[index - 1][1] > mention.start
