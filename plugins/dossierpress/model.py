"""The nouns of DossierPress, as frozen data that every layer shares.

Invariants: every value here has been checked by the parser that made it; ids are unique where
the docstring says so; offsets count characters of the field's text as it stands in the file; a
path is relative to the publication and has "/" between its parts.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from types import MappingProxyType
from typing import NewType

from dossierpress.edtf import When

DossierId = NewType("DossierId", str)
ArticleId = NewType("ArticleId", str)
EntityId = NewType("EntityId", str)
TopicId = NewType("TopicId", str)


class Rights(StrEnum):
    """What of an article may be published (see `dossierpress.rights`)."""

    FULL = "full"
    EXCERPT = "excerpt"
    METADATA = "metadata"


class Kind(StrEnum):
    """What an entity is."""

    PERSON = "person"
    ORGANIZATION = "organization"
    PLACE = "place"
    FACILITY = "facility"
    EQUIPMENT = "equipment"
    VESSEL = "vessel"
    EVENT = "event"


class Strength(StrEnum):
    """How surely an alias means its entity.

    A `weak` alias links only with support from elsewhere in the article; a `former` one is a
    name that the entity bore once, and links like a strong one.
    """

    STRONG = "strong"
    WEAK = "weak"
    FORMER = "former"


class CaseRule(StrEnum):
    """How the capitals of a text must agree with an alias.

    `cap`: where the alias has a capital at the start of a word, so has the text; `acronym`: the
    text is all capitals; `exact`: as the alias is written; `any`: no matter.
    """

    CAP = "cap"
    ACRONYM = "acronym"
    EXACT = "exact"
    ANY = "any"


class Use(StrEnum):
    """In what sense an alias stands for its entity.

    `name`: it is the entity's name; `demonym`: an adjective or a people's name ("Iranian");
    `metonym`: a seat that stands for its government ("Tehran said").
    """

    NAME = "name"
    DEMONYM = "demonym"
    METONYM = "metonym"


@dataclass(frozen=True)
class Alias:
    """A surface text of an entity.

    Attributes:
        text: the text as the registry writes it.
        needs: words or entity ids that must all stand in the article (rule 7).
        default: whether the entity takes the alias where rule 5 finds no one.
        line: where the registry file says so.
    """

    text: str
    strength: Strength = Strength.STRONG
    case: CaseRule = CaseRule.CAP
    use: Use = Use.NAME
    needs: tuple[str, ...] = ()
    language: str | None = None
    default: bool = False
    line: int = 1


@dataclass(frozen=True)
class Relation:
    """A dated, sourced tie from one entity to another; dates are EDTF."""

    type: str
    to: EntityId
    start: When | None = None
    end: When | None = None
    source: str | None = None
    line: int = 1


@dataclass(frozen=True)
class Location:
    """A point on the earth, in degrees (WGS 84)."""

    latitude: float
    longitude: float


@dataclass(frozen=True)
class Entity:
    """A person, organization, place, facility, equipment, vessel or event.

    Attributes:
        id: unique in the registry and stable.
        aliases: all surface texts but the name itself.
        not_texts: texts that contain an alias and are something else.
        replaced_by: the entity that took this one's place, after a merge.
    """

    id: EntityId
    name: str
    kind: Kind
    path: str
    line: int
    description: str = ""
    aliases: tuple[Alias, ...] = ()
    not_texts: tuple[str, ...] = ()
    wikidata: str | None = None
    location: Location | None = None
    relations: tuple[Relation, ...] = ()
    replaced_by: EntityId | None = None


@dataclass(frozen=True)
class Registry:
    """All entities of a publication, ordered by id."""

    entities: tuple[Entity, ...] = ()

    @cached_property
    def by_id(self) -> Mapping[EntityId, Entity]:
        """The entities by id."""
        return MappingProxyType({entity.id: entity for entity in self.entities})


@dataclass(frozen=True, order=True)
class ArticleRef:
    """An article's address in the publication: ids are unique in a dossier only."""

    dossier: DossierId
    article: ArticleId

    def __str__(self) -> str:
        return f"{self.dossier}/{self.article}"


@dataclass(frozen=True)
class Image:
    """What is kept of a picture: its words."""

    caption: str
    credit: str | None = None


@dataclass(frozen=True)
class DateNote:
    """How a date field was known when the article was added.

    Attributes:
        field: `published`, `modified` or `accessed`.
        raw: the words of the clipping.
        status: `exact`, `resolved`, `unanchored` or `ambiguous`.
        value: the EDTF date or time that came of it.
        anchor: what a relative date was resolved against, as "accessed 2020-01-24T10:00:00Z".
    """

    field: str
    raw: str
    status: str
    value: str | None = None
    anchor: str | None = None


@dataclass(frozen=True)
class Provenance:
    """Where an article came from; kept in the file, not published.

    Attributes:
        file: the name of the clipping.
        sha256: the digest of the clipping's bytes, in hexadecimal.
        lines: the lines of the clipping that the article was made of, as "41-47".
    """

    file: str
    sha256: str
    lines: str | None = None
    dates: tuple[DateNote, ...] = ()


@dataclass(frozen=True)
class TopicOverride:
    """A curator's word on an article and a topic; a strength of None means "not in it"."""

    topic: TopicId
    strength: "TopicStrength | None"
    line: int


@dataclass(frozen=True)
class LinkOverride:
    """A curator's word on a text in an article; an entity of None means "never link it"."""

    text: str
    entity: EntityId | None
    line: int


@dataclass(frozen=True)
class Field:
    """One text of an article that is searched for mentions.

    Attributes:
        name: `title`, `subtitle`, `standfirst`, `summary`, `caption`, `credit` (of a picture) or
            `body`. The items of a list are joined by a newline.
        text: the text as it stands in the file.
        line: the line of the file where it begins.
    """

    name: str
    text: str
    line: int


@dataclass(frozen=True)
class Article:
    """One story, as its Markdown file says.

    Attributes:
        body: everything after the closing `---` line, to the last character of the file.
        body_line: the line of the file where the body begins.
        lines: the line of each front-matter key that is present.
    """

    ref: ArticleRef
    path: str
    title: str
    rights: Rights
    body: str = ""
    body_line: int = 1
    subtitle: str | None = None
    publisher: str | None = None
    agency: str | None = None
    authors: tuple[str, ...] = ()
    published: When | None = None
    modified: When | None = None
    accessed: When | None = None
    dateline: str | None = None
    url: str | None = None
    archived_url: str | None = None
    language: str = "en"
    section: str | None = None
    standfirst: tuple[str, ...] = ()
    images: tuple[Image, ...] = ()
    summary: str | None = None
    reliability: str | None = None
    topics: tuple[TopicOverride, ...] = ()
    links: tuple[LinkOverride, ...] = ()
    duplicate_of: ArticleId | None = None
    ingest: Provenance | None = None
    lines: Mapping[str, int] = field(default_factory=dict, compare=False, repr=False)

    @property
    def date(self) -> When | None:
        """The date that the article is filed under: published, else modified."""
        return self.published or self.modified

    @cached_property
    def fields(self) -> tuple[Field, ...]:
        """The texts that are searched for mentions, in reading order; empty ones are left out."""
        texts = (
            ("title", self.title),
            ("subtitle", self.subtitle),
            ("standfirst", "\n".join(self.standfirst)),
            ("summary", self.summary),
            ("caption", "\n".join(image.caption for image in self.images if image.caption)),
            ("credit", "\n".join(image.credit for image in self.images if image.credit)),
        )
        key = {"caption": "images", "credit": "images"}
        front = tuple(
            Field(name, text, self.lines.get(key.get(name, name), 1))
            for name, text in texts
            if text
        )
        return (*front, Field("body", self.body, self.body_line)) if self.body.strip() else front


@dataclass(frozen=True)
class Dossier:
    """A folder of curated articles on one subject.

    Attributes:
        introduction: the Markdown of `index.md`; empty where there is none.
        rights: what its articles allow where they do not say it themselves.
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


@dataclass(frozen=True)
class Mention:
    """One occurrence of an entity in an article, or an abstention.

    Attributes:
        field: the name of the `Field`.
        start: the first character in that field's text.
        end: the character after the last.
        surface: the text between the two.
        entity: what it means; None for an abstention.
        candidates: the entities that bear the alias; one or more.
        alias: the alias that matched, as the registry writes it.
        rule: the id of the rule that decided (see `dossierpress.matching.rules`).
        evidence: in words, what the rule saw.
        use: the sense of the alias.
        linked: whether the page shows a link on it.
    """

    article: ArticleRef
    field: str
    start: int
    end: int
    surface: str
    entity: EntityId | None
    candidates: tuple[EntityId, ...]
    alias: str
    rule: str
    evidence: str
    use: Use = Use.NAME
    linked: bool = False


class Scope(StrEnum):
    """Where the parts of a topic's rule must meet."""

    ARTICLE = "article"
    PARAGRAPH = "paragraph"
    SENTENCE = "sentence"


@dataclass(frozen=True)
class Atom:
    """The smallest part of a topic's rule: `entity:…`, `term:…` or `kind:…`."""

    type: str
    value: str
    line: int


@dataclass(frozen=True)
class Clause:
    """A part of a topic's rule: all, any and none of its parts must hold, where given."""

    all: "tuple[Atom | Clause, ...]" = ()
    any: "tuple[Atom | Clause, ...]" = ()
    none: "tuple[Atom | Clause, ...]" = ()

    def atoms(self) -> Iterator[Atom]:
        """Yield every atom of the clause and of those in it, in reading order."""
        for part in (*self.all, *self.any, *self.none):
            if isinstance(part, Atom):
                yield part
            else:
                yield from part.atoms()


@dataclass(frozen=True)
class Topic:
    """A curated page with a rule that assigns articles to it."""

    id: TopicId
    title: str
    path: str
    line: int
    scope: Scope
    rule: Clause
    overview: str = ""


class TopicStrength(StrEnum):
    """How much an article is about a topic."""

    PRIMARY = "primary"
    SECONDARY = "secondary"


@dataclass(frozen=True)
class Evidence:
    """A sentence that satisfied a rule: offsets in the field's text, and the text itself."""

    field: str
    start: int
    end: int
    text: str


@dataclass(frozen=True)
class Assignment:
    """An article's place in a topic.

    Attributes:
        decided_by: `rule`, or `curator` where the article's own `topics:` says so.
    """

    topic: TopicId
    article: ArticleRef
    strength: TopicStrength
    evidence: tuple[Evidence, ...]
    decided_by: str = "rule"


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
    registry: Registry = Registry()
    topics: tuple[Topic, ...] = ()
    decisions: tuple[Decision, ...] = ()

    @cached_property
    def by_ref(self) -> Mapping[ArticleRef, Article]:
        """The articles by their address."""
        return MappingProxyType({article.ref: article for article in self.articles})
