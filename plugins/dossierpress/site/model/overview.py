"""What the templates of a dossier, a topic, a listing and the home page see."""

from dataclasses import dataclass

from dossierpress.site.model.parts import ArticleRow, Card, Counted, CountedKind, Fact, Link, Rows
from dossierpress.site.model.place import Place


@dataclass(frozen=True)
class TopicPage:
    """A topic; `rule` says in a sentence what puts an article here."""

    title: str
    crumbs: tuple[Link, ...]
    rule: str
    facts: tuple[Fact, ...]
    primary: tuple[Place, ...]
    secondary: tuple[Place, ...]
    entities: tuple[Counted, ...]


@dataclass(frozen=True)
class DossierPage:
    """A dossier, with its articles by month."""

    title: str
    language: str
    direction: str
    crumbs: tuple[Link, ...]
    description: str
    facts: tuple[Fact, ...]
    months: tuple[Rows, ...]
    entities: tuple[CountedKind, ...]
    topics: tuple[Counted, ...]


@dataclass(frozen=True)
class DossiersPage:
    """All dossiers."""

    title: str
    cards: tuple[Card, ...]


@dataclass(frozen=True)
class TopicsPage:
    """All topics."""

    title: str
    cards: tuple[Card, ...]


@dataclass(frozen=True)
class EntitiesPage:
    """All entities, by kind and then A to Z, with the number of articles that name each."""

    title: str
    kinds: tuple[CountedKind, ...]


@dataclass(frozen=True)
class ArticlesPage:
    """All articles, newest first, by year."""

    title: str
    years: tuple[Rows, ...]


@dataclass(frozen=True)
class HomePage:
    """What is set under the publication's own home page; `title` is for one that has none."""

    title: str
    dossiers: tuple[Card, ...]
    topics: tuple[Card, ...]
    latest: tuple[ArticleRow, ...]
    figures: str
    links: tuple[Link, ...]
