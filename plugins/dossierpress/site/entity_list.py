"""The list of all entities by kind, in pages of its own for a kind that has many."""

from collections.abc import Iterator, Sequence

from dossierpress.model import Entity, Kind
from dossierpress.site import addresses, wording
from dossierpress.site.index import Index
from dossierpress.site.listing import listing
from dossierpress.site.model import Counted, CountedKind, EntitiesPage, Link, Page
from dossierpress.site.order import sort_key
from dossierpress.site.paging import Portion, portions

MANY = 300
"""Of a kind that has more, the list of all kinds shows those that most articles name."""
_A_PAGE = 1000


def entity_lists(index: Index) -> Iterator[Page]:
    """Yield the list of all entities and the pages of the kinds that have many."""
    say = index.words.gettext
    kinds = _by_kind(index)
    paged = {kind: tuple(_portions(index, found)) for kind, found in kinds.items()}
    links = {
        kind: tuple(
            Counted(
                Link(portion.title, index.url(addresses.entities_of_kind(portion.name))),
                len(portion.items),
            )
            for portion in portions_
        )
        for kind, portions_ in paged.items()
    }
    context = EntitiesPage(
        say("Entities"),
        tuple(
            CountedKind(found.kind, found.title, _most_named(found.items))
            for found in kinds.values()
        ),
        tuple(len(found.items) for found in kinds.values()),
        tuple(links[kind] for kind in kinds),
    )
    yield listing(index.words, addresses.ENTITIES, "entities", context)
    crumbs = (Link(say("Entities"), index.url(addresses.ENTITIES)),)
    for kind, found in kinds.items():
        for portion in paged[kind]:
            group = CountedKind(found.kind, portion.title, portion.items)
            yield Page(
                address=addresses.entities_of_kind(portion.name),
                template="entities.html",
                title=portion.title,
                description=say("{kinds} of this publication, A to Z", kinds=found.title),
                context=EntitiesPage(
                    portion.title, (group,), (len(found.items),), (links[kind],), crumbs
                ),
                searched=False,
                section=addresses.ENTITIES,
                path=addresses.ENTITIES.source,
            )


def _by_kind(index: Index) -> dict[str, CountedKind]:
    living = (entity for entity in index.entities.values() if entity.replaced_by is None)
    kinds: dict[Kind, list[Counted]] = {kind: [] for kind in Kind}
    for entity in sorted(living, key=_name):
        count = len(index.namings.get(entity.id, ()))
        kinds[entity.kind].append(Counted(index.links.entity(entity), count))
    return {
        kind: CountedKind(kind, wording.kinds(index.words, kind), tuple(found))
        for kind, found in kinds.items()
        if found
    }


def _name(entity: Entity) -> tuple[str, str]:
    return (sort_key(entity.name), entity.id)


def _portions(index: Index, found: CountedKind) -> Iterator[Portion[Counted]]:
    if len(found.items) > MANY:
        yield from portions(index.words, found.items, found.kind, found.title, _A_PAGE)


def _most_named(items: Sequence[Counted]) -> tuple[Counted, ...]:
    """Return the items, or of many those with the greatest numbers, in their order."""
    if len(items) <= MANY:
        return tuple(items)
    places = sorted(range(len(items)), key=lambda place: (-items[place].count, place))[:MANY]
    return tuple(items[place] for place in sorted(places))
