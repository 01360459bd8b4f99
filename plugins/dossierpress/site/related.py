"""Which articles are related: those that name the same seldom named entities.

The weight of an entity is its inverse document frequency (Spärck Jones 1972), log(N / n): to share
an entity that few of the N articles name says much, to share one that half of them name little.
"""

from collections import defaultdict
from heapq import nsmallest

from dossierpress.model import ArticleRef, EntityId
from dossierpress.site.index import Index
from dossierpress.site.model import Link, Related

MOST = 5
_TIES = 3
_LEAST = 1.0
"""The least weight of what two articles share; below it they are together by chance."""


def related(index: Index, ref: ArticleRef) -> tuple[Related, ...]:
    """Return the articles that share the most with one, the strongest tie first.

    Copies of the same story are left out: the page lists them apart.
    """
    cluster = index.cluster_of.get(ref)
    apart = {index.place[member.article] for member in cluster.members} if cluster else set()
    apart.add(index.place[ref])
    weights: dict[int, float] = defaultdict(float)
    named = [
        (entity, index.seldom[entity])
        for entity in index.named_in(index.by_ref[ref])
        if entity in index.seldom
    ]
    for _, (weight, places) in named:
        for place in places:
            weights[place] += weight
    best = nsmallest(
        MOST,
        (
            (-round(weight, 9), place)
            for place, weight in weights.items()
            if weight >= _LEAST and place not in apart
        ),
    )
    return tuple(
        Related(
            index.rows[index.articles[place].ref],
            _ties(index, [(-weight, e) for e, (weight, places) in named if place in places]),
        )
        for _, place in best
    )


def _ties(index: Index, shared: list[tuple[float, EntityId]]) -> tuple[Link, ...]:
    names = (index.entities[entity] for _, entity in sorted(shared)[:_TIES])
    return tuple(index.links.entity(entity) for entity in names)
