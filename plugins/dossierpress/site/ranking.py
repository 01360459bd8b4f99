"""What some articles name and belong to, the most frequent first."""

from collections import Counter
from collections.abc import Iterable

from dossierpress.model import Article, Entity
from dossierpress.site.index import Index
from dossierpress.site.model import Counted, CountedKind
from dossierpress.site.order import by_kind, sort_key


def most_named(index: Index, articles: Iterable[Article], limit: int) -> tuple[Counted, ...]:
    """Return the entities that most of some articles name."""
    return tuple(counted for _, counted in _ranked(index, articles)[:limit])


def most_named_kinds(
    index: Index, articles: Iterable[Article], limit: int
) -> tuple[CountedKind, ...]:
    """Return the entities that most of some articles name, `limit` of each kind."""
    return by_kind(index.words, _ranked(index, articles), limit)


def most_assigned(index: Index, articles: Iterable[Article]) -> tuple[Counted, ...]:
    """Return the topics that some articles belong to, with counts."""
    counts = Counter(
        assignment.topic
        for article in articles
        for assignment in index.topics_of.get(article.ref, ())
    )
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return tuple(Counted(index.links.topic(index.topics[topic]), n) for topic, n in ranked)


def _ranked(index: Index, articles: Iterable[Article]) -> list[tuple[Entity, Counted]]:
    counts = Counter(entity for article in articles for entity in index.named_in(article))
    found = [(index.entities[entity], count) for entity, count in counts.items()]
    found.sort(key=lambda item: (-item[1], sort_key(item[0].name), item[0].id))
    return [(entity, Counted(index.links.entity(entity), count)) for entity, count in found]
