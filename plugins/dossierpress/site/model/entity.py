"""What the template of an entity sees."""

from dataclasses import dataclass

from dossierpress.model import Kind
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
class EntityPage:
    """An entity.

    Attributes:
        replaced_by: where it went after a merge; then nothing else is shown.
        span: the dates of the articles that name it.
        recent: its newest sightings, by year.
        older: the others, folded away.
    """

    name: str
    kind: Kind
    description: str
    crumbs: tuple[Link, ...]
    names: tuple[OtherName, ...]
    facts: tuple[Fact, ...]
    relations: tuple[Relations, ...]
    topics: tuple[Counted, ...]
    together: tuple[Counted, ...]
    articles: int
    mentions: int
    span: str
    recent: tuple[Sightings, ...]
    older: tuple[Sightings, ...]
    older_count: int
    replaced_by: Link | None = None
