"""Atom feeds (RFC 4287): the newest articles of the publication, of a dossier, a topic, an entity.

A feed knows no time but that of its articles: `updated` is when an article last changed, as far as
it says so itself. An article that gives no date at all is in no feed.
"""

import uuid
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from heapq import nsmallest

from dossierpress.edtf import When
from dossierpress.model import Article, ArticleRef
from dossierpress.site import addresses, wording
from dossierpress.site.addresses import Address
from dossierpress.site.article import description
from dossierpress.site.atom import Anchor, Category, Entry, Feed, entry_xml, feed_file
from dossierpress.site.facts import safe_url
from dossierpress.site.index import Index
from dossierpress.site.model.output import OutputFile

NEWEST = 50
OF_AN_ENTITY = 20
"""How many articles the feed of an entity has; there may be thousands of entities."""


@dataclass(frozen=True)
class Plan:
    """A feed that there is: whose page it belongs to, its title, and its articles, newest first."""

    page: Address
    title: str
    articles: tuple[ArticleRef, ...]


def feeds(index: Index) -> tuple[Plan, ...]:
    """Return every feed that has an article."""
    return tuple(_plans(index))


def feed_files(index: Index, plans: Iterable[Plan]) -> Iterator[OutputFile]:
    """Yield the files of feeds; an article's entry is made once for all of them."""
    entries: dict[ArticleRef, str] = {}
    for plan in plans:
        for ref in plan.articles:
            if ref not in entries:
                entries[ref] = entry_xml(_entry(index, index.by_ref[ref]))
        content = feed_file(_feed(index, plan), map(entries.__getitem__, plan.articles))
        yield OutputFile(addresses.feed(plan.page), content)


def _plans(index: Index) -> Iterator[Plan]:
    places = {ref: place for place, ref in enumerate(_newest(index))}

    def plan(page: Address, title: str, refs: Iterable[ArticleRef], most: int) -> Iterator[Plan]:
        found = nsmallest(most, filter(places.__contains__, refs), key=places.__getitem__)
        if found:
            yield Plan(page, title, tuple(found))

    yield from plan(addresses.HOME, index.settings.title, places, NEWEST)
    for dossier in index.dossiers.values():
        refs = (article.ref for article in index.in_dossier.get(dossier.id, ()))
        yield from plan(addresses.dossier(dossier), dossier.title, refs, NEWEST)
    for topic in index.topics.values():
        refs = (item.article for item in index.assigned.get(topic.id, ()))
        yield from plan(addresses.topic(topic), topic.title, refs, NEWEST)
    for entity in index.entities.values():
        if entity.replaced_by is None:
            refs = (naming.article.ref for naming in index.namings.get(entity.id, ()))
            yield from plan(addresses.entity(entity.id), entity.name, refs, OF_AN_ENTITY)


def _newest(index: Index) -> list[ArticleRef]:
    """Return the articles that give a date of themselves, those that changed last first."""
    found = ((article.ref, updated(article)) for article in index.articles)
    dated = [(-moment.timestamp(), ref) for ref, moment in found if moment]
    return [ref for _, ref in sorted(dated)]


def _feed(index: Index, plan: Plan) -> Feed:
    settings, target = index.settings, addresses.feed(plan.page)
    is_whole = plan.page == addresses.HOME
    newest = updated(index.by_ref[plan.articles[0]])
    return Feed(
        id=_id(index, target),
        title=plan.title if is_whole else f"{plan.title} · {settings.title}",
        updated=_written(newest) if newest else "",
        author=settings.title,
        links=(
            Anchor("self", settings.site_url + target, "application/atom+xml"),
            Anchor("alternate", index.absolute(plan.page), "text/html"),
        ),
        base=settings.site_url or addresses.to_root(target),
    )


def _entry(index: Index, article: Article) -> Entry:
    url = index.url(addresses.article(article))
    moment, published = updated(article), _moment(article.published)
    links = (
        Anchor("alternate", index.settings.site_url + url, "text/html"),
        Anchor("via", safe_url(article.url) or ""),
    )
    topics = (index.topics[item.topic] for item in index.topics_of.get(article.ref, ()))
    return Entry(
        id=_id(index, url),
        title=article.title,
        updated=_written(moment) if moment else "",
        summary=description(article, index.texts[article.ref].shown),
        links=tuple(link for link in links if link.href),
        published=_written(published) if published else "",
        language=article.language,
        authors=article.authors or tuple(filter(None, (article.publisher,))),
        categories=tuple(Category(topic.id, topic.title) for topic in topics),
        rights=wording.rights(index.words, article.rights),
    )


def _id(index: Index, url: str) -> str:
    """Return the id of what lies at a URL: its address, or a UUID where no address is known."""
    if index.settings.site_url:
        return index.settings.site_url + url
    return uuid.uuid5(uuid.NAMESPACE_URL, f"{index.settings.title}/{url}").urn


def updated(article: Article) -> datetime | None:
    """Return when an article last changed, as far as it says so; None where it gives no date."""
    corrected = [correction.date for correction in article.corrections]
    whens = [article.published, article.modified, *corrected]
    moments = [moment for when in whens if (moment := _moment(when))]
    return max(moments) if moments else _moment(article.accessed)


def _moment(when: When | None) -> datetime | None:
    """Return the first moment that a date may mean, in UTC."""
    if when is None:
        return None
    if when.time:
        return when.time.astimezone(UTC)
    day = when.latest if when.earliest == date.min else when.earliest
    return datetime.combine(day, time(), UTC)


def _written(moment: datetime) -> str:
    return f"{moment.isoformat(timespec='seconds').removesuffix('+00:00')}Z"
