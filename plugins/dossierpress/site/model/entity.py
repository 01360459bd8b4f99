"""What the template of an entity sees."""

from dataclasses import dataclass

from dossierpress.model import Kind
from dossierpress.site.model.bars import Bars
from dossierpress.site.model.changes import Episode
from dossierpress.site.model.network import Network
from dossierpress.site.model.parts import ArticleRow, Counted, Fact, Link, Quote, Reason


@dataclass(frozen=True)
class OtherName:
    """A name that an entity also bears; `note` says in what sense, where that needs saying."""

    text: str
    language: str | None
    direction: str | None
    note: str


@dataclass(frozen=True)
class RelationRow:
    """A tie to another entity: when it held and who says so."""

    link: Link
    period: str
    source: str
    external: str | None


@dataclass(frozen=True)
class Relations:
    """An entity's ties of one type, as its page words them."""

    label: str
    rows: tuple[RelationRow, ...]


@dataclass(frozen=True)
class Sighting:
    """An article that names an entity.

    Attributes:
        quotes: the sentences with the name, but for the headline.
        in_title: whether the headline has it.
        hidden: how many mentions are in texts that may not be shown.
    """

    row: ArticleRow
    quotes: tuple[Quote, ...]
    in_title: bool
    hidden: int
    reasons: tuple[Reason, ...]


@dataclass(frozen=True)
class Sightings:
    """The sightings of one year."""

    title: str
    id: str
    items: tuple[Sighting, ...]


@dataclass(frozen=True)
class Together:
    """An entity that is named in the same articles.

    Attributes:
        count: how many articles name both.
        articles: the newest of them.
        more: how many of them are not listed.
    """

    link: Link
    count: int
    articles: tuple[Link, ...]
    more: int


@dataclass(frozen=True)
class EntityYearPage:
    """The articles of one year that name an entity, or a part of them.

    Attributes:
        pages: the other pages of this kind, with the number of articles on each.
    """

    name: str
    title: str
    crumbs: tuple[Link, ...]
    years: tuple[Sightings, ...]
    pages: tuple[Counted, ...]


@dataclass(frozen=True)
class EntityPage:
    """An entity.

    Attributes:
        replaced_by: where it went after a merge; then nothing else is shown.
        span: the dates of the articles that name it.
        recent: its newest sightings, by year.
        pages: the pages with all of its sightings, where there are more, with their numbers.
        bars: how often it is named over time.
        network: who is named in the same articles, and with whom.
        history: what releases changed of it, the newest first.
    """

    name: str
    kind: Kind
    description: str
    crumbs: tuple[Link, ...]
    names: tuple[OtherName, ...]
    facts: tuple[Fact, ...]
    relations: tuple[Relations, ...]
    topics: tuple[Counted, ...]
    together: tuple[Together, ...]
    articles: int
    mentions: int
    span: str
    recent: tuple[Sightings, ...]
    pages: tuple[Counted, ...]
    bars: Bars | None
    network: Network | None
    history: tuple[Episode, ...]
    replaced_by: Link | None = None
