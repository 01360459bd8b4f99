"""An entity's page."""

import math
from collections.abc import Iterator
from functools import partial

from dossierpress.model import Alias, Entity, EntityId, Relation, Strength
from dossierpress.site import addresses, dates, wording
from dossierpress.site.bars import bars
from dossierpress.site.facts import fact, position, safe_url
from dossierpress.site.history import episodes, release_facts
from dossierpress.site.index import Index
from dossierpress.site.linked.entity import entity_data
from dossierpress.site.model import (
    EntityPage,
    Fact,
    Link,
    OtherName,
    Page,
    RelationRow,
    Relations,
    Value,
)
from dossierpress.site.network import network
from dossierpress.site.plain import shorten
from dossierpress.site.ranking import most_assigned
from dossierpress.site.sightings import RECENT, by_year, year_links
from dossierpress.site.together import together


def entity_page(index: Index, entity: Entity) -> Page:
    """Return the page of one entity, or the notice that another took its place."""
    survivor = index.survivors.get(entity.id)
    # A circle of replacements has no survivor; it is shown, and sends no reader round.
    into = survivor or entity.replaced_by
    successor = index.entities.get(into) if into else None
    kind = wording.kind(index.words, entity.kind)
    return Page(
        address=addresses.entity(entity.id),
        template="entity.html",
        title=entity.name,
        label=f"{entity.name} · {kind}",
        description=partial(_description, index, entity),
        context=partial(
            _context, index, entity, index.links.entity(successor) if successor else None
        ),
        searched=successor is None,
        redirect=index.url(addresses.entity(survivor)) if survivor else "",
        weight=_weight(len(index.namings.get(entity.id, ()))),
        section=addresses.ENTITIES,
        linked_data=partial(entity_data, index, entity),
        path=entity.path,
        line=entity.line,
    )


def _description(index: Index, entity: Entity) -> str:
    kind = wording.kind(index.words, entity.kind)
    said = index.words.gettext("{name}, {kind}.", name=entity.name, kind=kind)
    return shorten(f"{said} {entity.description}".rstrip(), 160)


def _weight(articles: int) -> float:
    """Prefer the page of a name to headlines that have it, and a name that is often in the news."""
    return round(4 + math.sqrt(articles), 1)


def _context(index: Index, entity: Entity, replaced_by: Link | None) -> EntityPage:
    namings = index.namings.get(entity.id, ())
    articles = [naming.article for naming in namings]
    whens = tuple(article.date for article in articles if article.date)
    return EntityPage(
        name=entity.name,
        kind=entity.kind,
        description=entity.description,
        crumbs=_crumbs(index, entity),
        names=tuple(_name(index, alias) for alias in entity.aliases),
        facts=tuple(_facts(index, entity)),
        relations=_relations(index, entity),
        topics=most_assigned(index, articles),
        together=together(index, entity, namings),
        articles=len(namings),
        mentions=sum(len(naming.mentions) for naming in namings),
        span=dates.span(index.words, whens),
        recent=by_year(index, namings[:RECENT]),
        pages=year_links(index, entity),
        bars=bars(index.words, (article.date for article in articles)),
        network=network(index, articles, entity.id),
        history=episodes(index, "entity", "", entity.id),
        replaced_by=replaced_by,
    )


def _crumbs(index: Index, entity: Entity) -> tuple[Link, ...]:
    listing = index.url(addresses.ENTITIES)
    kind = wording.kinds(index.words, entity.kind)
    return (
        Link(index.words.gettext("Entities"), listing),
        Link(kind, f"{listing}#dp-{entity.kind}"),
    )


def _name(index: Index, alias: Alias) -> OtherName:
    former = alias.strength is Strength.FORMER
    notes = [
        wording.use(index.words, alias.use),
        wording.strength(index.words, alias.strength) if former else "",
    ]
    return OtherName(
        alias.text,
        alias.language,
        wording.direction(alias.language) if alias.language else None,
        wording.listed(index.words, notes),
    )


def _facts(index: Index, entity: Entity) -> Iterator[Fact]:
    if entity.wikidata:
        address = f"https://www.wikidata.org/wiki/{entity.wikidata}"
        yield from fact(index.words.gettext("Wikidata"), Value(entity.wikidata, external=address))
    if entity.location:
        yield from fact(index.words.gettext("Location"), position(index.words, entity.location))
    yield from release_facts(index, "entity", "", entity.id)


def _relations(index: Index, entity: Entity) -> tuple[Relations, ...]:
    """Return an entity's own ties and then those that others have to it, by their label."""
    found: dict[str, list[RelationRow]] = {}
    for relation in index.outgoing.get(entity.id, ()):
        if relation.to in index.entities:
            label = wording.relation(index.words, relation.type, incoming=False)
            found.setdefault(label, []).append(_row(index, relation, relation.to))
    for other, relation in index.incoming.get(entity.id, ()):
        label = wording.relation(index.words, relation.type, incoming=True)
        found.setdefault(label, []).append(_row(index, relation, other.id))
    return tuple(Relations(label, tuple(rows)) for label, rows in found.items())


def _row(index: Index, relation: Relation, other: EntityId) -> RelationRow:
    return RelationRow(
        link=index.links.entity(index.entities[other]),
        period=dates.period(index.words, relation.start, relation.end),
        source=relation.source or "",
        external=safe_url(relation.source),
    )
