"""The pages that list the dossiers and the topics, as cards."""

from collections.abc import Callable
from functools import partial

from dossierpress.language.words import Words
from dossierpress.model import Dossier, Topic
from dossierpress.site import addresses, dates, wording
from dossierpress.site.index import Index
from dossierpress.site.model import Card, Context, DossiersPage, Page, TopicsPage
from dossierpress.site.order import sort_key
from dossierpress.site.plain import abstract

_ABSTRACT = 240
"""The most characters of a description on a card."""


def listings(index: Index) -> tuple[Page, ...]:
    """Return the pages that list dossiers and topics."""
    words = index.words
    return (
        listing(
            words,
            addresses.DOSSIERS,
            "dossiers",
            partial(_dossiers, index),
        ),
        listing(
            words,
            addresses.TOPICS,
            "topics",
            partial(_topics, index),
        ),
    )


def _dossiers(index: Index) -> DossiersPage:
    return DossiersPage(index.words.gettext("Dossiers"), dossier_cards(index))


def _topics(index: Index) -> TopicsPage:
    return TopicsPage(index.words.gettext("Topics"), topic_cards(index))


def dossier_cards(index: Index) -> tuple[Card, ...]:
    """Return the dossiers, by title."""
    dossiers = sorted(index.dossiers.values(), key=lambda dossier: sort_key(dossier.title))
    return tuple(_dossier_card(index, dossier) for dossier in dossiers)


def topic_cards(index: Index) -> tuple[Card, ...]:
    """Return the topics, by title."""
    topics = sorted(index.topics.values(), key=lambda topic: sort_key(topic.title))
    return tuple(_topic_card(index, topic) for topic in topics)


def listing(
    words: Words, address: addresses.Address, name: str, context: Context | Callable[[], Context]
) -> Page:
    """Return a page that lists all of something; `name` is that of its template."""
    title, description = wording.listing(words, name)
    return Page(
        address=address,
        template=f"{name}.html",
        title=title,
        description=description,
        context=context,
        searched=False,
        listing=True,
        path=address.source,
    )


def _dossier_card(index: Index, dossier: Dossier) -> Card:
    articles = index.in_dossier.get(dossier.id, ())
    span = dates.span(index.words, tuple(article.date for article in articles if article.date))
    figures = " · ".join(filter(None, (wording.articles(index.words, len(articles)), span)))
    description = dossier.description or abstract(dossier.introduction, _ABSTRACT)
    return Card(index.links.dossier(dossier), description, figures)


def _topic_card(index: Index, topic: Topic) -> Card:
    figures = wording.articles(index.words, len(index.assigned.get(topic.id, ())))
    return Card(index.links.topic(topic), abstract(topic.overview, _ABSTRACT), figures)
