"""A topic's page."""

from collections.abc import Iterator

from dossierpress.model import Topic, TopicStrength
from dossierpress.site import addresses, body, dates, wording
from dossierpress.site.facts import fact
from dossierpress.site.index import Index
from dossierpress.site.model import Fact, Link, Page, Place, TopicPage
from dossierpress.site.places import place
from dossierpress.site.plain import abstract

_ENTITIES = 20
_WEIGHT = 4
"""Topics are few, and their names are made of the names of entities."""


def topic_page(index: Index, topic: Topic) -> Page:
    """Return the page of one topic."""
    assignments = index.assigned.get(topic.id, ())
    by_ref = index.publication.library.by_ref
    context = TopicPage(
        title=topic.title,
        crumbs=(Link("Topics", index.url(addresses.TOPICS)),),
        rule=wording.rule(topic, index.publication.library.registry),
        facts=tuple(_facts(index, topic)),
        primary=_places(index, topic, TopicStrength.PRIMARY),
        secondary=_places(index, topic, TopicStrength.SECONDARY),
        entities=index.most_named((by_ref[item.article] for item in assignments), _ENTITIES),
    )
    return Page(
        address=addresses.topic(topic),
        template="topic.html",
        title=topic.title,
        label=f"{topic.title} · topic",
        description=abstract(topic.overview) or topic.title,
        context=context,
        source=body.source(topic.overview, ()),
        weight=_WEIGHT,
        section=addresses.TOPICS,
        path=topic.path,
    )


def _places(index: Index, topic: Topic, strength: TopicStrength) -> tuple[Place, ...]:
    return tuple(
        place(index, assignment, row=index.rows[assignment.article])
        for assignment in index.assigned.get(topic.id, ())
        if assignment.strength is strength
    )


def _facts(index: Index, topic: Topic) -> Iterator[Fact]:
    assignments = index.assigned.get(topic.id, ())
    by_ref = index.publication.library.by_ref
    whens = (by_ref[assignment.article].date for assignment in assignments)
    yield from fact("Articles", str(len(assignments)))
    for strength in TopicStrength:
        number = sum(assignment.strength is strength for assignment in assignments)
        yield from fact(strength.capitalize(), str(number))
    yield from fact("Dates", dates.span(tuple(when for when in whens if when)))
