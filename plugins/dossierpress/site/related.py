"""Which articles are related: those that name the same seldom named entities.

The weight of an entity is its inverse document frequency (Spärck Jones 1972), log(N / n): to share
an entity that few of the N articles name says much, to share one that half of them name little.
"""

import math
from collections import defaultdict

from dossierpress.model import Article, ArticleRef, EntityId
from dossierpress.site.index import Index
from dossierpress.site.model import Link, Related

MOST = 5
SELDOM = 60
"""An entity that more articles name than this relates none of them."""
_TIES = 3
_LEAST = 1.0
"""The least weight of what two articles share; below it they are together by chance."""


def related(index: Index, article: Article) -> tuple[Related, ...]:
    """Return the articles that share the most with one, the strongest tie first.

    Copies of the same story are left out: the page lists them apart.
    """
    total = len(index.articles)
    cluster = index.clusters.by_article.get(article.ref)
    copies = {member.article for member in cluster.members} if cluster else set()
    weights: dict[ArticleRef, float] = defaultdict(float)
    shared: dict[ArticleRef, list[tuple[float, EntityId]]] = defaultdict(list)
    for entity in index.named_in(article):
        namings = index.namings[entity]
        if not 1 < len(namings) <= SELDOM:
            continue
        weight = math.log(total / len(namings))
        for naming in namings:
            ref = naming.article.ref
            if ref != article.ref and ref not in copies:
                weights[ref] += weight
                shared[ref].append((-weight, entity))
    best = sorted(
        (ref for ref, weight in weights.items() if weight >= _LEAST),
        key=lambda ref: (-round(weights[ref], 9), index.place[ref]),
    )
    return tuple(Related(index.rows[ref], _ties(index, shared[ref])) for ref in best[:MOST])


def _ties(index: Index, shared: list[tuple[float, EntityId]]) -> tuple[Link, ...]:
    names = (index.entities[entity] for _, entity in sorted(shared)[:_TIES])
    return tuple(index.entity_link(entity) for entity in names)
