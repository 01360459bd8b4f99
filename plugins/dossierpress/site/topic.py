"""A topic's page."""

from collections import Counter
from collections.abc import Iterator
from functools import partial
from itertools import islice

from dossierpress.model import Assignment, Topic, TopicStrength
from dossierpress.site import addresses, body, rule_words, wording
from dossierpress.site import dates as words
from dossierpress.site.bars import bars, gaps
from dossierpress.site.facts import fact
from dossierpress.site.history import episodes, release_facts
from dossierpress.site.index import Index
from dossierpress.site.linked.collection import topic_data
from dossierpress.site.model import Counted, Fact, Link, Page, Place, TopicPage, TopicYearPage
from dossierpress.site.network import network
from dossierpress.site.paging import Portion, by_year
from dossierpress.site.places import place
from dossierpress.site.plain import abstract
from dossierpress.site.ranking import most_named
from dossierpress.site.timeline.table import SUMMED_UP, timeline

_ENTITIES = 20
NEWEST = 50
"""How many primary, and how many secondary, articles a topic's own page shows."""
_A_PAGE = 100
_WEIGHT = 4
"""Topics are few, and their names are made of the names of entities."""


def topic_page(index: Index, topic: Topic) -> Page:
    """Return the page of one topic."""
    description = abstract(topic.overview) or topic.title
    return Page(
        address=addresses.topic(topic),
        template="topic.html",
        title=topic.title,
        label=index.words.gettext("{title} · topic", title=topic.title),
        description=description,
        linked_data=topic_data(index, topic, description),
        context=partial(_context, index, topic),
        source=body.source(topic.overview, ()),
        weight=_WEIGHT,
        section=addresses.TOPICS,
        path=topic.path,
    )


def _context(index: Index, topic: Topic) -> TopicPage:
    assignments = index.assigned.get(topic.id, ())
    articles = [index.by_ref[item.article] for item in assignments]
    dates = [article.date for article in articles]
    return TopicPage(
        title=topic.title,
        crumbs=(Link(index.words.gettext("Topics"), index.url(addresses.TOPICS)),),
        rule=rule_words.rule(index.words, topic, index.entities),
        facts=tuple(_facts(index, topic)),
        primary=_places(index, topic, TopicStrength.PRIMARY),
        secondary=_places(index, topic, TopicStrength.SECONDARY),
        entities=most_named(index, articles, _ENTITIES),
        pages=_links(index, topic),
        bars=bars(index.words, dates),
        timeline=timeline(
            index,
            index.occasions_on(topic.id),
            most=SUMMED_UP,
            url=index.url(addresses.timeline(topic)),
        ),
        gaps=gaps(index.words, dates),
        network=network(index, articles),
        history=episodes(index, "topic", "", topic.id),
    )


def topic_year_pages(index: Index, topic: Topic) -> Iterator[Page]:
    """Yield the pages that show all articles of a topic, where its own page cannot."""
    say = index.words.gettext
    links = _links(index, topic)
    crumbs = (
        Link(index.words.gettext("Topics"), index.url(addresses.TOPICS)),
        index.links.topic(topic),
    )
    for portion in _portions(index, topic):
        yield Page(
            address=addresses.topic_year(topic, portion.name),
            template="topic_year.html",
            title=say("{of}, {part}", of=topic.title, part=portion.title),
            description=say(
                "The articles of {part} on {topic}", part=portion.title, topic=topic.title
            ),
            context=partial(_year, index, topic.title, portion, crumbs, links),
            searched=False,
            section=addresses.TOPICS,
            path=topic.path,
        )


def _year(
    index: Index,
    title: str,
    portion: Portion[Assignment],
    crumbs: tuple[Link, ...],
    links: tuple[Counted, ...],
) -> TopicYearPage:
    places = tuple(
        place(index, assignment, row=index.rows[assignment.article]) for assignment in portion.items
    )
    return TopicYearPage(title, portion.title, crumbs, places, links)


def _links(index: Index, topic: Topic) -> tuple[Counted, ...]:
    return tuple(
        Counted(
            Link(portion.title, index.url(addresses.topic_year(topic, portion.name))),
            len(portion.items),
        )
        for portion in _portions(index, topic)
    )


def _portions(index: Index, topic: Topic) -> tuple[Portion[Assignment], ...]:
    assignments = index.assigned.get(topic.id, ())
    counts = Counter(assignment.strength for assignment in assignments)
    if max(counts.values(), default=0) <= NEWEST:
        return ()
    by_ref = index.by_ref
    return tuple(by_year(index.words, assignments, lambda item: by_ref[item.article].date, _A_PAGE))


def _places(index: Index, topic: Topic, strength: TopicStrength) -> tuple[Place, ...]:
    of_strength = (
        assignment
        for assignment in index.assigned.get(topic.id, ())
        if assignment.strength is strength
    )
    return tuple(
        place(index, assignment, row=index.rows[assignment.article])
        for assignment in islice(of_strength, NEWEST)
    )


def _facts(index: Index, topic: Topic) -> Iterator[Fact]:
    assignments = index.assigned.get(topic.id, ())
    by_ref = index.by_ref
    whens = (by_ref[assignment.article].date for assignment in assignments)
    say = index.words.gettext
    yield from fact(say("Articles"), str(len(assignments)))
    for strength in TopicStrength:
        number = sum(assignment.strength is strength for assignment in assignments)
        yield from fact(wording.topic_strength(index.words, strength), str(number))
    yield from fact(say("Dates"), words.span(index.words, tuple(when for when in whens if when)))
    yield from release_facts(index, "topic", "", topic.id)
