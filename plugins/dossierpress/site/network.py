"""Who is named together, as a drawing: entities on a circle, lines between those that share.

A circle, not a springy layout: each name has its own place at the rim, so that none covers another
and the same data give the same drawing on every machine. Neighbours on the circle are chosen so
that those who share most stand side by side.
"""

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import combinations

from dossierpress.model import Article, EntityId
from dossierpress.site.index import Index
from dossierpress.site.model import Edge, Network, Node
from dossierpress.site.order import sort_key
from dossierpress.site.plain import shorten

MOST = 12
FEWEST = 3
_EDGES = 36
_WIDTH, _HEIGHT, _RADIUS = 600, 340, 130
_LABEL = 26

Pair = tuple[EntityId, EntityId]


def network(
    index: Index, articles: Iterable[Article], centre: EntityId | None = None
) -> Network | None:
    """Return the network of what some articles name; None where it would be too small.

    Args:
        index: the publication.
        articles: the articles that count.
        centre: the entity that all of them name, if there is one; it stands in the middle.
    """
    named = [frozenset(index.named_in(article)) for article in articles]
    counts = Counter(entity for entities in named for entity in entities if entity != centre)
    ranked = sorted(counts, key=lambda e: (-counts[e], sort_key(index.entities[e].name), e))[:MOST]
    if len(ranked) < FEWEST:
        return None
    pairs = _pairs(named, frozenset(ranked))
    placed = _around(ranked, pairs)
    most = max(counts.values())
    nodes = {
        entity: _node(index, entity, counts[entity], most, place, len(placed))
        for place, entity in enumerate(placed)
    }
    ties = dict(pairs)
    if centre is not None:
        nodes[centre] = _middle(index, centre, len(named))
        ties |= {(centre, entity): counts[entity] for entity in placed}
    best = sorted(ties, key=lambda pair: (centre not in pair, -ties[pair], pair))[:_EDGES]
    widest = max((ties[pair] for pair in best), default=1)
    edges = tuple(
        Edge(nodes[one], nodes[other], 1 + round(3 * ties[one, other] / widest), ties[one, other])
        for one, other in sorted(best, key=lambda pair: (-ties[pair], pair))
    )
    return Network(tuple(nodes.values()), edges, _WIDTH, _HEIGHT)


def _pairs(named: Iterable[frozenset[EntityId]], wanted: frozenset[EntityId]) -> Counter[Pair]:
    """Return how many articles name both of each two entities, in the order of their ids."""
    return Counter(
        pair for entities in named for pair in combinations(sorted(entities & wanted), 2)
    )


def _around(ranked: Sequence[EntityId], pairs: Counter[Pair]) -> list[EntityId]:
    """Return the order on the circle: after each entity the one that it shares most with."""
    left = list(ranked)
    placed = [left.pop(0)]
    while left:
        last = placed[-1]
        nearest = max(left, key=lambda e: (pairs[min(last, e), max(last, e)], -left.index(e)))
        left.remove(nearest)
        placed.append(nearest)
    return placed


def _node(index: Index, entity: EntityId, count: int, most: int, place: int, number: int) -> Node:
    # Half a step from the top, so that no label stands above or below the circle's middle.
    angle = 2 * math.pi * (place + 0.5) / number
    x = round(_WIDTH / 2 + _RADIUS * math.sin(angle))
    y = round(_HEIGHT / 2 - _RADIUS * math.cos(angle))
    radius = 3 + round(5 * math.sqrt(count / most))
    is_right = 2 * place + 1 <= number
    gap = radius + 5
    link = index.links.entity(index.entities[entity])
    label_x = x + gap if is_right else x - gap
    anchor = "start" if is_right else "end"
    return Node(link, shorten(link.text, _LABEL), x, y, radius, label_x, y + 4, anchor, count)


def _middle(index: Index, entity: EntityId, count: int) -> Node:
    link = index.links.entity(index.entities[entity])
    x, y, radius = _WIDTH // 2, _HEIGHT // 2, 9
    return Node(link, shorten(link.text, _LABEL), x, y, radius, x, y - radius - 5, "middle", count)
