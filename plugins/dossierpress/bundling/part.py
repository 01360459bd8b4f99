"""One dossier of a publication, within the rights of its release and of today.

An article is cut to the narrower of its rights then and now. One that was withdrawn since, or whose
file is gone, keeps its headline and what says where it stood.
"""

from collections.abc import Iterable
from dataclasses import replace

from dossierpress.library.tombstones import survivors
from dossierpress.library.withdrawn import tombstone, without_texts
from dossierpress.model import (
    Article,
    DossierId,
    Entity,
    EntityId,
    Library,
    Registry,
)
from dossierpress.publication import Publication
from dossierpress.rights import narrower


def part_of(of: Publication, dossier: DossierId, now: Library) -> Publication:
    """Return a publication of one dossier, its articles, and what these name and belong to.

    Args:
        of: the publication as it was at the release.
        dossier: the dossier.
        now: what the files say today, for the rights.
    """
    articles = tuple(
        within(article, now.by_ref.get(article.ref))
        for article in of.library.articles
        if article.ref.dossier == dossier
    )
    refs = {a.ref for a in articles if a.ref in now.by_ref and not a.is_withdrawn}
    assignments = tuple(item for item in of.assignments if item.article in refs)
    topics = {item.topic for item in assignments}
    mentions = {ref: of.mentions.get(ref, ()) for ref in refs}
    named = {m.entity for found in mentions.values() for m in found if m.entity is not None}
    entities = _entities(of.library.registry, named)
    kept = {entity.id for entity in entities}
    library = Library(
        dossiers=tuple(item for item in of.library.dossiers if item.id == dossier),
        articles=articles,
        registry=Registry(entities),
        topics=tuple(topic for topic in of.library.topics if topic.id in topics),
        decisions=tuple(item for item in of.library.decisions if item.subject in kept),
    )
    return Publication(library, mentions, assignments, ())


def within(then: Article, now: Article | None) -> Article:
    """Return an article as it was, within its rights then and now."""
    if now is None:
        return without_texts(then)
    if now.is_withdrawn:
        return tombstone(replace(then, corrections=now.corrections))
    return replace(then, rights=narrower(then.rights, now.rights))


def _entities(registry: Registry, named: Iterable[EntityId]) -> tuple[Entity, ...]:
    """Return what is named, and the tombstones that lead there; ties to others are left out."""
    ids = set(named)
    former = {old for old, new in survivors(registry).items() if new in ids}
    kept = ids | former
    return tuple(
        replace(entity, relations=tuple(r for r in entity.relations if r.to in kept))
        for entity in registry.entities
        if entity.id in kept
    )
