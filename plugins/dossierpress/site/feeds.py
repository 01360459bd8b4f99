"""Atom feeds (RFC 4287): the newest articles of the publication, of a dossier, a topic, an entity.

A feed knows no time but that of its articles: `updated` is when an article last changed, as far as
it says so itself. An article that gives no date at all is in no feed.
"""

import re
import uuid
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from functools import cached_property
from heapq import nsmallest
from xml.etree.ElementTree import Element, SubElement, tostring

from dossierpress.edtf import When
from dossierpress.model import Article, ArticleRef
from dossierpress.site import addresses, wording
from dossierpress.site.addresses import Address
from dossierpress.site.article import description
from dossierpress.site.facts import safe_url
from dossierpress.site.index import Index
from dossierpress.site.model.output import OutputFile

NEWEST = 50
OF_AN_ENTITY = 20
"""How many articles the feed of an entity has; there may be thousands of entities."""
_ATOM = "http://www.w3.org/2005/Atom"
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True)
class Feeds:
    """The feeds of a publication; an article's entry is made once for all of them."""

    index: Index

    def files(self) -> Iterator[OutputFile]:
        """Yield every feed that has an article."""
        index = self.index
        by_ref = index.by_ref
        title = index.settings.title
        yield from self._feed(addresses.HOME, title, index.articles, NEWEST)
        for dossier in index.dossiers.values():
            articles = index.in_dossier.get(dossier.id, ())
            yield from self._feed(addresses.dossier(dossier), dossier.title, articles, NEWEST)
        for topic in index.topics.values():
            assigned = index.assigned.get(topic.id, ())
            articles = tuple(by_ref[item.article] for item in assigned)
            yield from self._feed(addresses.topic(topic), topic.title, articles, NEWEST)
        for entity in index.entities.values():
            if entity.replaced_by is None:
                named = tuple(item.article for item in index.namings.get(entity.id, ()))
                page = addresses.entity(entity.id)
                yield from self._feed(page, entity.name, named, OF_AN_ENTITY)

    @cached_property
    def _updated(self) -> Mapping[ArticleRef, datetime]:
        found = ((article.ref, updated(article)) for article in self.index.articles)
        return {ref: moment for ref, moment in found if moment}

    @cached_property
    def _entries(self) -> dict[ArticleRef, Element]:
        return {}

    def _feed(
        self, page: Address, title: str, articles: Iterable[Article], most: int
    ) -> Iterator[OutputFile]:
        dated = (article for article in articles if article.ref in self._updated)
        newest = nsmallest(
            most, dated, key=lambda item: (-self._updated[item.ref].timestamp(), item.ref)
        )
        if not newest:
            return
        index, target = self.index, addresses.feed(page)
        root = index.settings.site_url or addresses.to_root(target)
        feed = Element("feed", {"xmlns": _ATOM, "xml:base": root})
        whole = title if page == addresses.HOME else f"{title} · {index.settings.title}"
        _text(feed, "title", whole)
        _text(feed, "id", self._id(target))
        _text(feed, "updated", _written(self._updated[newest[0].ref]))
        SubElement(
            feed,
            "link",
            rel="self",
            type="application/atom+xml",
            href=index.settings.site_url + target,
        )
        SubElement(
            feed,
            "link",
            rel="alternate",
            type="text/html",
            href=index.settings.site_url + index.url(page),
        )
        _text(SubElement(feed, "author"), "name", index.settings.title)
        _text(feed, "generator", "DossierPress")
        feed.extend([self._entry(article) for article in newest])
        content = tostring(feed, encoding="unicode")
        yield OutputFile(target, f'<?xml version="1.0" encoding="utf-8"?>\n{content}\n'.encode())

    def _entry(self, article: Article) -> Element:
        known = self._entries.get(article.ref)
        if known is None:
            known = self._entries[article.ref] = self._made(article)
        return known

    def _made(self, article: Article) -> Element:
        index = self.index
        url = index.url(addresses.article(article))
        entry = Element("entry", {"xml:lang": article.language})
        _text(entry, "title", article.title)
        _text(entry, "id", self._id(url))
        _text(entry, "updated", _written(self._updated[article.ref]))
        published = _moment(article.published)
        if published:
            _text(entry, "published", _written(published))
        SubElement(
            entry, "link", rel="alternate", type="text/html", href=index.settings.site_url + url
        )
        original = safe_url(article.url)
        if original:
            SubElement(entry, "link", rel="via", href=_NOT_XML.sub("", original))
        for name in article.authors or filter(None, (article.publisher,)):
            _text(SubElement(entry, "author"), "name", name)
        for item in index.topics_of.get(article.ref, ()):
            topic = index.topics[item.topic]
            SubElement(entry, "category", term=topic.id, label=_NOT_XML.sub("", topic.title))
        _text(entry, "summary", description(article, index.texts[article.ref].shown))
        _text(entry, "rights", wording.rights(index.words, article.rights))
        return entry

    def _id(self, url: str) -> str:
        """Return the id of what lies at a URL: its address, or a UUID where no address is known."""
        site = self.index.settings.site_url
        if site:
            return site + url
        return uuid.uuid5(uuid.NAMESPACE_URL, f"{self.index.settings.title}/{url}").urn


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


def _text(parent: Element, tag: str, text: str) -> None:
    SubElement(parent, tag).text = _NOT_XML.sub("", text)
