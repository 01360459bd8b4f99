"""The pages of the timeline: of the whole publication, and of each topic, in portions of years."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import groupby

from dossierpress.language.words import Words
from dossierpress.model import Topic
from dossierpress.site import addresses
from dossierpress.site.addresses import Address
from dossierpress.site.bars import bars
from dossierpress.site.index import Index
from dossierpress.site.model import Bars, Counted, Link, Page, TimelinePage
from dossierpress.site.paging import Portion, portions
from dossierpress.site.timeline.occasions import Occasion
from dossierpress.site.timeline.table import timeline

MANY = 150
"""How many entries one page shows."""


def timeline_pages(index: Index) -> Iterator[Page]:
    """Yield the timeline of the publication, then those of the topics.

    Only the very first page names all topics: on every page they would grow by their square.
    """
    told = {topic.id: index.occasions_on(topic.id) for topic in index.topics.values()}
    topics = tuple(
        Counted(Link(topic.title, index.url(addresses.timeline(topic))), len(told[topic.id]))
        for topic in index.topics.values()
        if told[topic.id]
    )
    yield from _pages(index, index.occasions, topics, None)
    for topic in index.topics.values():
        yield from _pages(index, told[topic.id], (), topic)


def _pages(
    index: Index, occasions: Sequence[Occasion], topics: tuple[Counted, ...], topic: Topic | None
) -> Iterator[Page]:
    own = addresses.timeline(topic)
    say = index.words.gettext
    cut = tuple(by_years(index.words, occasions)) if len(occasions) > MANY else ()
    pages = tuple(
        Counted(Link(part.title, index.url(addresses.timeline(topic, part.name))), len(part.items))
        for part in cut
    )
    above = Link(say("Timeline"), index.url(addresses.TIMELINE))
    title = say("Timeline: {topic}", topic=topic.title) if topic else say("Timeline")
    newest = cut[-1].items if cut else tuple(occasions)
    whens = (occasion.when for occasion in occasions if not occasion.field)
    drawn = bars(index.words, whens) if cut else None
    first = partial(_context, index, title, (above,) if topic else (), newest, pages, topics, drawn)
    yield _page(index.words, own, title, first, topic)
    crumbs = (above, Link(topic.title, index.url(own))) if topic else (above,)
    for part in cut:
        name = say("{of}, {part}", of=title, part=part.title)
        context = partial(_context, index, name, crumbs, part.items, pages, (), None)
        yield _page(index.words, addresses.timeline(topic, part.name), name, context, topic)


def _context(
    index: Index,
    title: str,
    crumbs: tuple[Link, ...],
    shown: Sequence[Occasion],
    pages: tuple[Counted, ...],
    topics: tuple[Counted, ...],
    drawn: Bars | None,
) -> TimelinePage:
    return TimelinePage(title, crumbs, timeline(index, shown), pages, topics, drawn)


def _page(
    words: Words,
    address: Address,
    title: str,
    context: Callable[[], TimelinePage],
    topic: Topic | None,
) -> Page:
    return Page(
        address=address,
        template="timeline.html",
        title=title,
        description=words.gettext(
            "Dates of articles, and what their texts tell, in the order of time"
        ),
        context=context,
        searched=False,
        listing=address is addresses.TIMELINE,
        section=None if address is addresses.TIMELINE else addresses.TIMELINE,
        path=topic.path if topic else addresses.TIMELINE.source,
    )


def by_years(words: Words, occasions: Sequence[Occasion]) -> Iterator[Portion[Occasion]]:
    """Yield portions of whole years, as many as fit one page; a year with too many is cut.

    A portion bears the name of its first year.
    """
    gathered: list[Occasion] = []
    for _, group in groupby(occasions, key=lambda item: item.first.year):
        year = list(group)
        if gathered and len(gathered) + len(year) > MANY:
            yield from _portion(words, gathered)
            gathered = []
        gathered += year
    if gathered:
        yield from _portion(words, gathered)


def _portion(words: Words, gathered: Sequence[Occasion]) -> Iterator[Portion[Occasion]]:
    first, last = gathered[0].first.year, gathered[-1].first.year
    title = (
        str(first) if first == last else words.gettext("{start} to {end}", start=first, end=last)
    )
    yield from portions(words, gathered, str(first), title, MANY)
