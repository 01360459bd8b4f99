"""What the templates of a dossier, a topic, a listing and the home page see."""

from dataclasses import dataclass

from dossierpress.site.model.bars import Bars
from dossierpress.site.model.changes import Episode
from dossierpress.site.model.context import Citation
from dossierpress.site.model.correction import Corrected
from dossierpress.site.model.network import Network
from dossierpress.site.model.parts import ArticleRow, Card, Counted, CountedKind, Fact, Link, Rows
from dossierpress.site.model.place import Place
from dossierpress.site.model.timeline import Timeline


@dataclass(frozen=True)
class TopicPage:
    """A topic.

    Attributes:
        rule: in a sentence, what puts an article here.
        primary: the newest articles that are mainly about it; `secondary` the newest others.
        pages: the pages with all of its articles, where there are more, with their numbers.
        bars: how many of its articles there are over time.
        timeline: the latest of what its articles date.
        gaps: the spans of months, between the first and the last article, that have none.
        network: who is named together in its articles.
        history: what releases changed of it, the newest first.
    """

    title: str
    crumbs: tuple[Link, ...]
    rule: str
    facts: tuple[Fact, ...]
    primary: tuple[Place, ...]
    secondary: tuple[Place, ...]
    entities: tuple[Counted, ...]
    pages: tuple[Counted, ...]
    bars: Bars | None
    timeline: Timeline
    gaps: tuple[str, ...]
    network: Network | None
    history: tuple[Episode, ...]


@dataclass(frozen=True)
class TopicYearPage:
    """The articles of one year, or a part of them, that belong to a topic."""

    name: str
    title: str
    crumbs: tuple[Link, ...]
    places: tuple[Place, ...]
    pages: tuple[Counted, ...]


@dataclass(frozen=True)
class DossierPage:
    """A dossier, with its newest articles by month.

    Attributes:
        pages: the pages with all of its articles, where there are more, with their numbers.
        sources: its publishers, with the number of articles of each.
        bars: how many of its articles there are over time.
        timeline: the latest of what its articles date.
        citation: how the dossier is cited.
        changes: the page of what releases changed in it, where there were any.
        downloads: its data.
    """

    title: str
    language: str
    direction: str
    crumbs: tuple[Link, ...]
    description: str
    facts: tuple[Fact, ...]
    months: tuple[Rows, ...]
    entities: tuple[CountedKind, ...]
    topics: tuple[Counted, ...]
    pages: tuple[Counted, ...]
    sources: tuple[tuple[str, int], ...]
    bars: Bars | None
    timeline: Timeline
    citation: Citation
    changes: Link | None
    downloads: tuple[Link, ...] = ()


@dataclass(frozen=True)
class DossiersPage:
    """All dossiers."""

    title: str
    cards: tuple[Card, ...]
    crumbs: tuple[Link, ...] = ()


@dataclass(frozen=True)
class TopicsPage:
    """All topics."""

    title: str
    cards: tuple[Card, ...]
    crumbs: tuple[Link, ...] = ()


@dataclass(frozen=True)
class EntitiesPage:
    """Entities, by kind and then A to Z, with the number of articles that name each.

    Attributes:
        kinds: the entities of each kind; of a kind that has too many, those named most.
        totals: for each kind, how many there are.
        pages: for each kind that has too many, the pages that list them all.
        crumbs: the pages above it, where it is a page of a longer list.
    """

    title: str
    kinds: tuple[CountedKind, ...]
    totals: tuple[int, ...]
    pages: tuple[tuple[Counted, ...], ...]
    crumbs: tuple[Link, ...] = ()


@dataclass(frozen=True)
class ArticlesPage:
    """The newest articles, by year, or those of one page of a longer list.

    Attributes:
        crumbs: the pages above it, where it is a page of a longer list.
        pages: the other pages of the list, with the number of articles on each.
        bars: how many articles there are over time.
    """

    title: str
    years: tuple[Rows, ...]
    crumbs: tuple[Link, ...] = ()
    pages: tuple[Counted, ...] = ()
    bars: Bars | None = None


@dataclass(frozen=True)
class HomePage:
    """What is set under the publication's own home page; `title` is for one that has none.

    Attributes:
        changes: the latest notices on articles.
    """

    title: str
    dossiers: tuple[Card, ...]
    topics: tuple[Card, ...]
    latest: tuple[ArticleRow, ...]
    changes: tuple[Corrected, ...]
    figures: str
    links: tuple[Link, ...]


@dataclass(frozen=True)
class SearchPage:
    """The search; `names` and `articles` are the lists for whoever cannot use it."""

    title: str
    names: str
    articles: str
    crumbs: tuple[Link, ...] = ()
