"""What the templates see: one typed context for each kind of page, made of the parts above it.

Invariants: every text is plain (the templates escape it); every `url` is relative to the site's
root, or an http(s) address of another site; a text that an article's rights keep back is nowhere
in here.
"""

from dataclasses import dataclass

from dossierpress.model import Kind
from dossierpress.site.addresses import Address
from dossierpress.site.dates import Date


@dataclass(frozen=True)
class Part:
    """Some words of a quotation; `named` ones are the name that the quotation is for."""

    text: str
    named: bool = False


@dataclass(frozen=True)
class Quote:
    """Words quoted from a field of an article."""

    field: str
    parts: tuple[Part, ...]


@dataclass(frozen=True)
class Run:
    """Some words of a text, with the page that they link to and the reason, if any."""

    text: str
    url: str | None = None
    title: str = ""


@dataclass(frozen=True)
class Link:
    """A page of the site; `language` and `direction` are those of its name."""

    text: str
    url: str
    language: str | None = None
    direction: str | None = None


@dataclass(frozen=True)
class Counted:
    """A page of the site and how many articles lead to it."""

    link: Link
    count: int


@dataclass(frozen=True)
class Value:
    """One value of a fact.

    Attributes:
        url: where it links to, on this site.
        external: where it links to, elsewhere.
        machine: the value of `<time datetime>`.
        note: how it is known.
    """

    text: str
    url: str | None = None
    external: str | None = None
    machine: str | None = None
    note: str = ""
    language: str | None = None
    direction: str | None = None


@dataclass(frozen=True)
class Fact:
    """A line of a page's definition list."""

    label: str
    values: tuple[Value, ...]


@dataclass(frozen=True)
class ArticleRow:
    """An article as a row of a list; `mark` says what its rights leave of it, in a word."""

    link: Link
    date: Date
    publisher: str
    mark: str


@dataclass(frozen=True)
class Rows:
    """Rows under one heading; `id` is the heading's anchor."""

    title: str
    id: str
    rows: tuple[ArticleRow, ...]


@dataclass(frozen=True)
class Reason:
    """Why some words of an article mean an entity, or none: the rule, and what it saw."""

    surface: str
    rule: str
    evidence: str


@dataclass(frozen=True)
class Named:
    """An entity that an article names.

    Attributes:
        count: how often, in all of the article's texts.
        hidden: how many of these are in texts that may not be shown.
        reasons: why, for those in texts that may be shown.
    """

    link: Link
    count: int
    hidden: int
    reasons: tuple[Reason, ...]


@dataclass(frozen=True)
class NamedKind:
    """The entities of one kind that an article names."""

    kind: Kind
    title: str
    items: tuple[Named, ...]


@dataclass(frozen=True)
class CountedKind:
    """Entities of one kind, with counts of articles."""

    kind: Kind
    title: str
    items: tuple[Counted, ...]


@dataclass(frozen=True)
class Place:
    """An article's place in a topic, seen from one of the two.

    Attributes:
        link: the topic, where the article's page shows it.
        row: the article, where the topic's page shows it.
        by_curator: whether a person decided it.
        in_title: whether the headline is part of the evidence.
        quotes: the first sentences that satisfied the rule.
        more: the others, folded away.
        hidden: whether some of the evidence may not be shown.
    """

    strength: str
    by_curator: bool
    in_title: bool
    quotes: tuple[Quote, ...]
    more: tuple[Quote, ...]
    hidden: bool
    link: Link | None = None
    row: ArticleRow | None = None


@dataclass(frozen=True)
class Caption:
    """The words of a picture, and whose picture it is."""

    text: tuple[Run, ...]
    credit: str | None


@dataclass(frozen=True)
class ArticlePage:
    """An article.

    Attributes:
        crumbs: the pages above it.
        facts: its metadata, in a fixed order.
        standfirst: a paragraph each.
        shown: what is shown of it, in a sentence; "" where that is everything.
        source: the address of the original, where it is known and safe.
        abstained: the words that were deliberately not linked, and why.
    """

    title: str
    language: str
    direction: str
    crumbs: tuple[Link, ...]
    subtitle: str
    standfirst: tuple[tuple[Run, ...], ...]
    summary: tuple[Run, ...]
    captions: tuple[Caption, ...]
    facts: tuple[Fact, ...]
    shown: str
    source: str | None
    publisher: str
    topics: tuple[Place, ...]
    entities: tuple[NamedKind, ...]
    abstained: tuple[Reason, ...]
    previous: Link | None
    following: Link | None


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
class Card:
    """A dossier or a topic in a list; `figures` are its counts and dates, in words."""

    link: Link
    description: str
    figures: str


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


Context = (
    ArticlePage
    | EntityPage
    | TopicPage
    | DossierPage
    | DossiersPage
    | TopicsPage
    | EntitiesPage
    | ArticlesPage
    | HomePage
)


@dataclass(frozen=True)
class Page:
    """A page to be made.

    Attributes:
        template: the name of its template.
        description: for search engines; plain text.
        source: the Markdown that is rendered into it.
        searched: whether the site's search finds it.
        path: the file to name where something is wrong with it.
    """

    address: Address
    template: str
    title: str
    description: str
    context: Context
    source: str = ""
    searched: bool = True
    listing: bool = False
    path: str = ""
