"""The pages that list everything of a kind."""

from dossierpress.model import Dossier, Topic
from dossierpress.site import addresses, dates, wording
from dossierpress.site.index import Index
from dossierpress.site.model import (
    ArticleRow,
    ArticlesPage,
    Card,
    Context,
    Counted,
    DossiersPage,
    EntitiesPage,
    Page,
    Rows,
    TopicsPage,
)
from dossierpress.site.order import by_kind, sort_key, year_of
from dossierpress.site.plain import abstract

_ABSTRACT = 240
"""The most characters of a description on a card."""


def listings(index: Index) -> tuple[Page, ...]:
    """Return the four listing pages."""
    return (
        _page(addresses.DOSSIERS, "dossiers", DossiersPage("Dossiers", dossier_cards(index))),
        _page(addresses.TOPICS, "topics", TopicsPage("Topics", topic_cards(index))),
        _page(addresses.ENTITIES, "entities", _entities(index)),
        _page(addresses.ARTICLES, "articles", ArticlesPage("Articles", _years(index))),
    )


def dossier_cards(index: Index) -> tuple[Card, ...]:
    """Return the dossiers, by title."""
    dossiers = sorted(index.dossiers.values(), key=lambda dossier: sort_key(dossier.title))
    return tuple(_dossier_card(index, dossier) for dossier in dossiers)


def topic_cards(index: Index) -> tuple[Card, ...]:
    """Return the topics, by title."""
    topics = sorted(index.topics.values(), key=lambda topic: sort_key(topic.title))
    return tuple(_topic_card(index, topic) for topic in topics)


def _page(address: addresses.Address, name: str, context: Context) -> Page:
    title = name.capitalize()
    return Page(
        address=address,
        template=f"{name}.html",
        title=title,
        description=f"All {name} of this publication",
        context=context,
        searched=False,
        listing=True,
        path=address.source,
    )


def _dossier_card(index: Index, dossier: Dossier) -> Card:
    articles = index.in_dossier.get(dossier.id, ())
    span = dates.span(tuple(article.date for article in articles if article.date))
    figures = " · ".join(filter(None, (wording.articles(len(articles)), span)))
    description = dossier.description or abstract(dossier.introduction, _ABSTRACT)
    return Card(index.dossier_link(dossier), description, figures)


def _topic_card(index: Index, topic: Topic) -> Card:
    figures = wording.articles(len(index.assigned.get(topic.id, ())))
    return Card(index.topic_link(topic), abstract(topic.overview, _ABSTRACT), figures)


def _entities(index: Index) -> EntitiesPage:
    living = (entity for entity in index.entities.values() if entity.replaced_by is None)
    entities = sorted(living, key=lambda entity: (sort_key(entity.name), entity.id))
    counted = (
        (entity, Counted(index.entity_link(entity), len(index.namings.get(entity.id, ()))))
        for entity in entities
    )
    return EntitiesPage("Entities", by_kind(counted))


def _years(index: Index) -> tuple[Rows, ...]:
    years: dict[str, list[ArticleRow]] = {}
    for article in index.articles:
        years.setdefault(year_of(article.date), []).append(index.rows[article.ref])
    return tuple(Rows(year.capitalize(), f"dp-{year}", tuple(rows)) for year, rows in years.items())
