"""Which articles are related: those that name the same seldom named entities.

The weight of an entity is its inverse document frequency (Spärck Jones 1972), log(N / n): to share
an entity that few of the N articles name says much, to share one that half of them name little.
"""

from collections import defaultdict
from heapq import nsmallest

from dossierpress.model import ArticleRef, EntityId
from dossierpress.site.index import Index
from dossierpress.site.model import Related

MOST = 5
_TIES = 3
_LEAST = 1.0
"""The least weight of what two articles share; below it they are together by chance."""


Tie = tuple[ArticleRef, tuple[EntityId, ...]]
"""A related article, and the entities that tie it most."""


def related(index: Index, ref: ArticleRef) -> tuple[Related, ...]:
    """Return the articles that share the most with one, the strongest tie first.

    Copies of the same story are left out: the page lists them apart.
    """
    return tuple(
        Related(
            index.rows[other],
            tuple(index.links.entity(index.entities[entity]) for entity in shared),
        )
        for other, shared in index.ask(ties, ref)
    )


def ties(index: Index, ref: ArticleRef) -> tuple[Tie, ...]:
    """Return the related articles by their address, the strongest tie first."""
    cluster = index.cluster_of.get(ref)
    apart = {index.place[member.article] for member in cluster.members} if cluster else set()
    apart.add(index.place[ref])
    seldom = index.seldom
    weights: dict[int, float] = defaultdict(float)
    named = [
        (entity, *seldom[entity])
        for entity in index.named_in(index.by_ref[ref])
        if entity in seldom
    ]
    for _, weight, places in named:
        for place in places:
            weights[place] += weight
    found = [
        (-round(weight, 9), place)
        for place, weight in weights.items()
        if weight >= _LEAST and place not in apart
    ]
    return tuple(
        (
            index.articles[place].ref,
            _strongest([(-weight, entity) for entity, weight, all_ in named if place in all_]),
        )
        for _, place in nsmallest(MOST, found)
    )


def _strongest(shared: list[tuple[float, EntityId]]) -> tuple[EntityId, ...]:
    return tuple(entity for _, entity in sorted(shared)[:_TIES])
