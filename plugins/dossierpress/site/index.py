"""Everything that a page looks up about another, worked out once for the whole publication."""

import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import chain
from typing import TypeVar

from dossierpress.clusters.stories import Cluster, Clusters
from dossierpress.language.words import ENGLISH, Words
from dossierpress.library.tombstones import survivors
from dossierpress.matching.candidates.find import Best
from dossierpress.model import (
    Article,
    ArticleRef,
    Assignment,
    Dossier,
    DossierId,
    Entity,
    EntityId,
    Mention,
    Relation,
    Topic,
    TopicId,
)
from dossierpress.site import dates, wording
from dossierpress.site.addresses import Address
from dossierpress.site.links import Links
from dossierpress.site.model import ArticleRow
from dossierpress.site.order import newest_first
from dossierpress.site.quotes import Texts
from dossierpress.site.released import Released
from dossierpress.site.settings import Settings
from dossierpress.site.timeline.occasions import Occasion, all_told, in_time, occasions_of

Answer = TypeVar("Answer")

SELDOM = 60
"""An entity that more articles name than this relates none of them."""


@dataclass(frozen=True)
class Naming:
    """An article and what it says of one entity."""

    article: Article
    mentions: tuple[Mention, ...]


@dataclass(frozen=True)
class Index(Released):
    """A publication, ready to be looked up from any page; `words` are those of its interface.

    Pages read of a publication what is worked out here, and nothing else: then it can be known what
    a page was made from (`site/watching/`).
    """

    directory_urls: bool
    words: Words = ENGLISH
    settings: Settings = field(default_factory=Settings)

    def url(self, address: Address) -> str:
        """Return an address as a URL relative to the site's root."""
        return address.url(self.directory_urls)

    def absolute(self, address: Address) -> str:
        """Return an address as a whole URL, or relative to the site's root where none is known."""
        return self.settings.site_url + self.url(address)

    @cached_property
    def links(self) -> Links:
        """The links to everything that has a page."""
        return Links(self.publication.library, self.directory_urls)

    @cached_property
    def articles(self) -> tuple[Article, ...]:
        """All articles, newest first; those without a date last."""
        return newest_first(self.publication.library.articles)

    @cached_property
    def place(self) -> Mapping[ArticleRef, int]:
        """The place of each article among all, newest first."""
        return {article.ref: place for place, article in enumerate(self.articles)}

    @cached_property
    def clusters(self) -> Clusters:
        """The articles that are copies of one story."""
        return self.publication.clusters

    @cached_property
    def open_names(self) -> Best | None:
        """The names that its texts use and its registry lacks; None where nobody looked."""
        return self.publication.open_names

    @cached_property
    def dossiers(self) -> Mapping[DossierId, Dossier]:
        """The dossiers by id."""
        return {dossier.id: dossier for dossier in self.publication.library.dossiers}

    @cached_property
    def topics(self) -> Mapping[TopicId, Topic]:
        """The topics by id."""
        return {topic.id: topic for topic in self.publication.library.topics}

    @cached_property
    def entities(self) -> Mapping[EntityId, Entity]:
        """The entities by id."""
        return self.publication.library.registry.by_id

    @cached_property
    def in_dossier(self) -> Mapping[DossierId, tuple[Article, ...]]:
        """The articles of each dossier, newest first."""
        found: dict[DossierId, list[Article]] = defaultdict(list)
        for article in self.articles:
            found[article.ref.dossier].append(article)
        return {key: tuple(articles) for key, articles in found.items()}

    @cached_property
    def neighbours(self) -> Mapping[ArticleRef, tuple[Article | None, Article | None]]:
        """For each dated article, the ones before and after it in its dossier, in time."""
        found: dict[ArticleRef, tuple[Article | None, Article | None]] = {}
        for articles in self.in_dossier.values():
            dated = [article for article in articles if article.date]
            around = [None, *dated, None]
            for later, article, earlier in zip(around, dated, around[2:], strict=False):
                found[article.ref] = (earlier, later)
        return found

    @cached_property
    def by_ref(self) -> Mapping[ArticleRef, Article]:
        """The articles by their address."""
        return self.publication.library.by_ref

    @cached_property
    def mentions(self) -> Mapping[ArticleRef, tuple[Mention, ...]]:
        """All mentions of each article, in reading order; abstentions included."""
        return self.publication.mentions

    @cached_property
    def cluster_of(self) -> Mapping[ArticleRef, Cluster]:
        """The cluster of each article that is in one."""
        return self.clusters.by_article

    def ask(self, question: "Callable[[Index, ArticleRef], Answer]", article: ArticleRef) -> Answer:
        """Return the answer to a question on one article that takes much to work out.

        What a page then depends on is the answer, and not all that was looked at for it.
        """
        return question(self, article)

    def original_of(self, article: Article) -> Article | None:
        """Return the article of the same dossier that this one is a duplicate of."""
        if article.duplicate_of is None:
            return None
        ref = ArticleRef(article.ref.dossier, article.duplicate_of)
        return self.by_ref.get(ref)

    @cached_property
    def texts(self) -> Mapping[ArticleRef, Texts]:
        """What may be shown of each article."""
        return {article.ref: Texts(article) for article in self.articles}

    @cached_property
    def namings(self) -> Mapping[EntityId, tuple[Naming, ...]]:
        """The articles that name each entity, newest first."""
        found: dict[EntityId, list[Naming]] = defaultdict(list)
        for article in self.articles:
            for entity, mentions in self.named_in(article).items():
                found[entity].append(Naming(article, mentions))
        return {entity: tuple(namings) for entity, namings in found.items()}

    @cached_property
    def seldom(self) -> Mapping[EntityId, tuple[float, tuple[int, ...]]]:
        """Of each entity that two articles name or a few more: how much it says, and their places.

        The weight is the inverse document frequency (Spärck Jones 1972), log(N / n).
        """
        total = len(self.articles)
        return {
            entity: (
                math.log(total / len(namings)),
                tuple(self.place[naming.article.ref] for naming in namings),
            )
            for entity, namings in self.namings.items()
            if 1 < len(namings) <= SELDOM
        }

    def named_in(self, article: Article) -> Mapping[EntityId, tuple[Mention, ...]]:
        """Return the entities that an article names, in the order of their first mention."""
        return self._named[article.ref]

    @cached_property
    def _named(self) -> Mapping[ArticleRef, Mapping[EntityId, tuple[Mention, ...]]]:
        return {article.ref: self._entities_of(article) for article in self.articles}

    def _entities_of(self, article: Article) -> Mapping[EntityId, tuple[Mention, ...]]:
        found: dict[EntityId, list[Mention]] = defaultdict(list)
        for mention in self.mentions.get(article.ref, ()):
            if mention.entity is not None and mention.entity in self.entities:
                found[mention.entity].append(mention)
        return {entity: tuple(mentions) for entity, mentions in found.items()}

    @cached_property
    def assigned(self) -> Mapping[TopicId, tuple[Assignment, ...]]:
        """The assignments of each topic, those of the newest articles first."""
        order = self.place
        found: dict[TopicId, list[Assignment]] = defaultdict(list)
        for assignment in self.publication.assignments:
            if assignment.article in order:
                found[assignment.topic].append(assignment)
        return {
            topic: tuple(sorted(assignments, key=lambda item: order[item.article]))
            for topic, assignments in found.items()
        }

    @cached_property
    def topics_of(self) -> Mapping[ArticleRef, tuple[Assignment, ...]]:
        """The assignments of each article, in the order of the topics."""
        found: dict[ArticleRef, list[Assignment]] = defaultdict(list)
        for assignment in self.publication.assignments:
            if assignment.topic in self.topics:
                found[assignment.article].append(assignment)
        return {article: tuple(assignments) for article, assignments in found.items()}

    @cached_property
    def survivors(self) -> Mapping[EntityId, EntityId]:
        """For each entity that was renamed or merged, the one that stands in its place."""
        return survivors(self.publication.library.registry)

    @cached_property
    def outgoing(self) -> Mapping[EntityId, tuple[Relation, ...]]:
        """The relations that each entity has to others, with those of what became part of it."""
        found: dict[EntityId, dict[Relation, None]] = defaultdict(dict)
        for entity in self.publication.library.registry.entities:
            owner = self.survivors.get(entity.id, entity.id)
            for relation in entity.relations:
                to = self.survivors.get(relation.to, relation.to)
                if to != owner:
                    # Without its line, so that a tie that both entries name is one.
                    found[owner][replace(relation, to=to, line=0)] = None
        return {entity: tuple(relations) for entity, relations in found.items()}

    @cached_property
    def incoming(self) -> Mapping[EntityId, tuple[tuple[Entity, Relation], ...]]:
        """The relations that other entities have to each entity."""
        found: dict[EntityId, list[tuple[Entity, Relation]]] = defaultdict(list)
        for owner, relations in self.outgoing.items():
            for relation in relations:
                found[relation.to].append((self.entities[owner], relation))
        return {entity: tuple(relations) for entity, relations in found.items()}

    @cached_property
    def rows(self) -> Mapping[ArticleRef, ArticleRow]:
        """Each article as a row of a list."""
        return {article.ref: self._row(article) for article in self.articles}

    @cached_property
    def _undated(self) -> dates.Date:
        return dates.undated(self.words)

    def _row(self, article: Article) -> ArticleRow:
        return ArticleRow(
            link=self.links.article(article),
            date=dates.day(self.words, article.date) if article.date else self._undated,
            publisher=article.publisher or "",
            mark=self._mark(article),
        )

    def _mark(self, article: Article) -> str:
        cut = wording.rights(self.words, article.rights) if self.texts[article.ref].cut else ""
        return wording.standing(self.words, article)[0] or cut

    @cached_property
    def occasions(self) -> tuple[Occasion, ...]:
        """What all articles date, in the order of time."""
        return in_time(chain.from_iterable(self.occasions_of.values()))

    @cached_property
    def occasions_of(self) -> Mapping[ArticleRef, tuple[Occasion, ...]]:
        """What each article dates."""
        living = (article for article in self.articles if not article.is_withdrawn)
        texts = {article.ref: self.texts[article.ref] for article in living}
        told = all_told(texts, self.publication.digests, self.publication.kept)
        return {ref: occasions_of(texts[ref].article, found) for ref, found in told.items()}

    def occasions_on(self, topic: TopicId) -> tuple[Occasion, ...]:
        """Return what the articles of a topic date, in the order of time."""
        return self._occasions_of(item.article for item in self.assigned.get(topic, ()))

    def occasions_in(self, dossier: DossierId) -> tuple[Occasion, ...]:
        """Return what the articles of a dossier date, in the order of time."""
        return self._occasions_of(article.ref for article in self.in_dossier.get(dossier, ()))

    def _occasions_of(self, articles: Iterable[ArticleRef]) -> tuple[Occasion, ...]:
        return in_time(chain.from_iterable(self.occasions_of.get(ref, ()) for ref in articles))
