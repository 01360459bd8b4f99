"""Where an entity is named: the newest on its page, all of them on pages by year where many do."""

from collections.abc import Iterable, Iterator
from functools import partial

from dossierpress.model import Entity
from dossierpress.site import addresses
from dossierpress.site.index import Index, Naming
from dossierpress.site.model import Counted, EntityYearPage, Link, Page, Sighting, Sightings
from dossierpress.site.order import titled, year_of
from dossierpress.site.paging import Portion
from dossierpress.site.paging import by_year as portions_by_year
from dossierpress.site.reasons import hidden_count, shown_reasons

RECENT = 50
"""How many articles an entity's own page shows."""
_A_PAGE = 100


def year_pages(index: Index, entity: Entity) -> Iterator[Page]:
    """Yield the pages that show all that name an entity, where its own page cannot."""
    say = index.words.gettext
    own = index.links.entity(entity)
    links = year_links(index, entity)
    crumbs = (Link(say("Entities"), index.url(addresses.ENTITIES)), own)
    for portion in _portions(index, entity):
        yield Page(
            address=addresses.entity_year(entity.id, portion.name),
            template="entity_year.html",
            title=say("{of}, {part}", of=entity.name, part=portion.title),
            description=say(
                "The articles of {part} that name {entity}", part=portion.title, entity=entity.name
            ),
            context=partial(_year, index, entity.name, portion, crumbs, links),
            searched=False,
            section=addresses.ENTITIES,
            path=entity.path,
            line=entity.line,
        )


def _year(
    index: Index,
    name: str,
    portion: Portion[Naming],
    crumbs: tuple[Link, ...],
    links: tuple[Counted, ...],
) -> EntityYearPage:
    return EntityYearPage(name, portion.title, crumbs, by_year(index, portion.items), links)


def year_links(index: Index, entity: Entity) -> tuple[Counted, ...]:
    """Return the links to these pages, with the number of articles on each."""
    return tuple(
        Counted(
            Link(portion.title, index.url(addresses.entity_year(entity.id, portion.name))),
            len(portion.items),
        )
        for portion in _portions(index, entity)
    )


def by_year(index: Index, namings: Iterable[Naming]) -> tuple[Sightings, ...]:
    """Return where an entity is named, year by year."""
    years: dict[str, list[Sighting]] = {}
    for naming in namings:
        years.setdefault(year_of(naming.article.date), []).append(_sighting(index, naming))
    return tuple(
        Sightings(titled(index.words, year), f"dp-{year}", tuple(items))
        for year, items in years.items()
    )


def _portions(index: Index, entity: Entity) -> tuple[Portion[Naming], ...]:
    namings = index.namings.get(entity.id, ())
    if len(namings) <= RECENT or entity.replaced_by:
        return ()
    return tuple(
        portions_by_year(index.words, namings, lambda naming: naming.article.date, _A_PAGE)
    )


def _sighting(index: Index, naming: Naming) -> Sighting:
    texts = index.texts[naming.article.ref]
    fields = dict.fromkeys(mention.field for mention in naming.mentions)
    return Sighting(
        row=index.rows[naming.article.ref],
        quotes=tuple(
            quote
            for field in fields
            if field != "title"
            for quote in texts.quote(
                field, [mention for mention in naming.mentions if mention.field == field]
            )
        ),
        in_title="title" in fields,
        hidden=hidden_count(texts, naming.mentions),
        reasons=shown_reasons(index.words, texts, naming.mentions),
    )
