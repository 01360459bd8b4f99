"""Leads every reference to the entity that stands now.

Articles' `links:`, topic rules, relations and `needs:` may name an id that was renamed or merged;
its tombstone says who took its place. Their files are not rewritten: this is done once, after
loading.
"""

from collections.abc import Mapping
from dataclasses import replace

from dossierpress.model import Article, Atom, Clause, Entity, EntityId, Library, Registry


def survivors(registry: Registry) -> Mapping[EntityId, EntityId]:
    """Return, for each tombstone, the entity at the end of its way; a circle leads nowhere."""
    found: dict[EntityId, EntityId] = {}
    for entity in registry.entities:
        seen = {entity.id}
        last = entity
        while last.replaced_by and last.replaced_by not in seen:
            if last.replaced_by not in registry.by_id:
                break
            last = registry.by_id[last.replaced_by]
            seen.add(last.id)
        if last.id != entity.id and last.replaced_by is None:
            found[entity.id] = last.id
    return found


def settle(library: Library) -> Library:
    """Return the library with every reference led to the entity that stands now."""
    now = survivors(library.registry)
    if not now:
        return library
    return replace(
        library,
        registry=Registry(tuple(_entity(entity, now) for entity in library.registry.entities)),
        articles=tuple(_article(article, now) for article in library.articles),
        topics=tuple(replace(topic, rule=_clause(topic.rule, now)) for topic in library.topics),
    )


def _entity(entity: Entity, now: Mapping[EntityId, EntityId]) -> Entity:
    return replace(
        entity,
        relations=tuple(replace(r, to=now.get(r.to, r.to)) for r in entity.relations),
        aliases=tuple(
            replace(alias, needs=tuple(now.get(EntityId(need), need) for need in alias.needs))
            for alias in entity.aliases
        ),
    )


def _article(article: Article, now: Mapping[EntityId, EntityId]) -> Article:
    if not any(link.entity in now for link in article.links):
        return article
    links = tuple(
        replace(link, entity=now.get(link.entity, link.entity) if link.entity else None)
        for link in article.links
    )
    return replace(article, links=links)


def _clause(clause: Clause, now: Mapping[EntityId, EntityId]) -> Clause:
    return Clause(*(_parts(parts, now) for parts in (clause.all, clause.any, clause.none)))


def _parts(
    parts: tuple[Atom | Clause, ...], now: Mapping[EntityId, EntityId]
) -> tuple[Atom | Clause, ...]:
    return tuple(
        _clause(part, now)
        if isinstance(part, Clause)
        else replace(part, value=now.get(EntityId(part.value), part.value))
        if part.type == "entity"
        else part
        for part in parts
    )
