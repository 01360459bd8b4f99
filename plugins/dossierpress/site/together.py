"""Which entities are named in the same articles, and in which."""

from collections import Counter, defaultdict
from collections.abc import Sequence

from dossierpress.model import Article, Entity, EntityId
from dossierpress.site.index import Index, Naming
from dossierpress.site.model import Together
from dossierpress.site.order import sort_key

MOST = 15
_ARTICLES = 5


def together(index: Index, entity: Entity, namings: Sequence[Naming]) -> tuple[Together, ...]:
    """Return the entities that are named in the same articles most often, with the newest of them.

    Args:
        index: the publication.
        entity: whose company is asked for.
        namings: the articles that name it, newest first.
    """
    counts = Counter(
        other
        for naming in namings
        for other in index.named_in(naming.article)
        if other != entity.id
    )
    ranked = sorted(
        counts, key=lambda other: (-counts[other], sort_key(index.entities[other].name), other)
    )[:MOST]
    shared = _shared(index, namings, frozenset(ranked))
    return tuple(
        Together(
            index.links.entity(index.entities[other]),
            counts[other],
            tuple(index.links.article(article) for article in shared[other]),
            counts[other] - len(shared[other]),
        )
        for other in ranked
    )


def _shared(
    index: Index, namings: Sequence[Naming], wanted: frozenset[EntityId]
) -> dict[EntityId, list[Article]]:
    found: dict[EntityId, list[Article]] = defaultdict(list)
    for naming in namings:
        for other in wanted.intersection(index.named_in(naming.article)):
            if len(found[other]) < _ARTICLES:
                found[other].append(naming.article)
    return found
