"""A publication: its dossiers, its articles, its registry, its topics, and what was decided."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from types import MappingProxyType

from dossierpress.edtf import When
from dossierpress.model.article import Article, Rights
from dossierpress.model.entity import Registry
from dossierpress.model.ids import ArticleRef, DossierId, EntityId
from dossierpress.model.topic import Topic


class DateOrder(StrEnum):
    """The order of day, month and year in a date of numbers, as its initials."""

    DMY = "dmy"
    MDY = "mdy"
    YMD = "ymd"


@dataclass(frozen=True)
class Dossier:
    """A folder of curated articles on one subject.

    Attributes:
        introduction: the Markdown of `index.md`; empty where there is none.
        rights: what its articles allow where they do not say it themselves.
        date_order: how its clippings write dates in numbers, where that is known.
    """

    id: DossierId
    path: str
    title: str
    description: str = ""
    introduction: str = ""
    editors: tuple[str, ...] = ()
    licence: str | None = None
    rights: Rights = Rights.METADATA
    language: str = "en"
    date_order: DateOrder | None = None


@dataclass(frozen=True)
class Decision:
    """A curator's recorded yes or no, from `decisions.yml`.

    Attributes:
        to: the entity that a candidate became or joined, or that took another one's place.
        aliases: the aliases that a split gave to the new entity.
    """

    kind: str
    subject: str
    verdict: str
    reason: str
    date: When | None = None
    by: str | None = None
    line: int = 1
    to: EntityId | None = None
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True)
class Library:
    """Everything that the files of a publication say, before any rule has looked at it.

    Articles are ordered by dossier and id; dossiers and topics by id.
    """

    dossiers: tuple[Dossier, ...] = ()
    articles: tuple[Article, ...] = ()
    registry: Registry = field(default_factory=Registry)
    topics: tuple[Topic, ...] = ()
    decisions: tuple[Decision, ...] = ()

    @cached_property
    def by_ref(self) -> Mapping[ArticleRef, Article]:
        """The articles by their address."""
        return MappingProxyType({article.ref: article for article in self.articles})
