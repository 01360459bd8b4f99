"""The links to what has a page of its own, each made once for all pages that show it."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from dossierpress.language.direction import direction
from dossierpress.model import (
    Article,
    ArticleRef,
    Dossier,
    Entity,
    EntityId,
    Library,
    Topic,
    TopicId,
)
from dossierpress.site import addresses
from dossierpress.site.addresses import Address
from dossierpress.site.model import Link


@dataclass(frozen=True)
class Links:
    """The links into a library's pages, relative to the site's root."""

    library: Library
    directory_urls: bool

    def article(self, article: Article) -> Link:
        """Return the link to an article, in the language of its headline."""
        return self._articles[article.ref]

    def entity(self, entity: Entity) -> Link:
        """Return the link to an entity."""
        return self._entities[entity.id]

    def topic(self, topic: Topic) -> Link:
        """Return the link to a topic."""
        return self._topics[topic.id]

    def dossier(self, dossier: Dossier) -> Link:
        """Return the link to a dossier, in the language of its title."""
        url = self._url(addresses.dossier(dossier))
        return Link(dossier.title, url, dossier.language, direction(dossier.language))

    @cached_property
    def _articles(self) -> Mapping[ArticleRef, Link]:
        return {
            article.ref: Link(
                article.title,
                self._url(addresses.article(article)),
                article.language,
                direction(article.language),
            )
            for article in self.library.articles
        }

    @cached_property
    def _entities(self) -> Mapping[EntityId, Link]:
        return {
            entity.id: Link(entity.name, self._url(addresses.entity(entity.id)))
            for entity in self.library.registry.by_id.values()
        }

    @cached_property
    def _topics(self) -> Mapping[TopicId, Link]:
        return {
            topic.id: Link(topic.title, self._url(addresses.topic(topic)))
            for topic in self.library.topics
        }

    def _url(self, address: Address) -> str:
        return address.url(self.directory_urls)
