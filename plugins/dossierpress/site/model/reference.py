"""What the templates of the sources, the gaps and the names see."""

from dataclasses import dataclass

from dossierpress.model import Kind
from dossierpress.site.model.parts import ArticleRow, Counted, Link


@dataclass(frozen=True)
class SourceRow:
    """A publisher or an agency.

    Attributes:
        articles: how many articles it published, or is credited in.
        rights: each rights tier of these, as the rows name it, with its number.
        grades: each reliability grade given, with its meaning and its number.
        span: the dates of its articles.
    """

    name: str
    articles: int
    rights: tuple[tuple[str, int], ...]
    grades: tuple[tuple[str, str, int], ...]
    span: str


@dataclass(frozen=True)
class SourcesPage:
    """Who published what this publication is made of."""

    title: str
    publishers: tuple[SourceRow, ...]
    agencies: tuple[SourceRow, ...]
    crumbs: tuple[Link, ...] = ()


@dataclass(frozen=True)
class Gap:
    """Something that is missing.

    Attributes:
        id: the anchor of its heading.
        says: what it means that it is missing.
        count: how many articles lack it.
        rows: the first of them, newest first.
    """

    id: str
    title: str
    says: str
    count: int
    rows: tuple[ArticleRow, ...]


@dataclass(frozen=True)
class SharedOrigin:
    """Reports that are copies of one story; `origin` is "" where it is not known."""

    origin: str
    reports: tuple[ArticleRow, ...]
    count: int


@dataclass(frozen=True)
class OpenName:
    """A name that the shown texts use and the registry lacks."""

    name: str
    articles: int
    alias_of: Link | None


@dataclass(frozen=True)
class MissingMonths:
    """The months without an article of a topic, between its first and its last one.

    Attributes:
        spans: as "May 2019 to July 2019", the earliest first.
        more: how many later spans there are.
    """

    topic: Link
    spans: tuple[str, ...]
    more: int


@dataclass(frozen=True)
class GapsPage:
    """What a reader should know is missing.

    Attributes:
        stories: the stories that several articles report and one origin tells.
        story_count: how many of them there are.
        names: the open candidates, best first; None where there are too many articles to look.
        name_count: how many of them there are.
        months: the topics with the most spans of months without an article.
        month_count: how many topics have such months.
    """

    title: str
    gaps: tuple[Gap, ...]
    stories: tuple[SharedOrigin, ...]
    story_count: int
    names: tuple[OpenName, ...] | None
    name_count: int
    months: tuple[MissingMonths, ...]
    month_count: int
    crumbs: tuple[Link, ...] = ()


@dataclass(frozen=True)
class NameRow:
    """A name, and the entity that it means; `note` says in what sense."""

    text: str
    language: str | None
    direction: str
    link: Link
    kind: Kind
    note: str


@dataclass(frozen=True)
class Initial:
    """The names of one script that begin alike.

    Attributes:
        title: the letter, with the name of its script where that is not Latin.
        script: the name of the script; "" for Latin.
    """

    title: str
    id: str
    names: tuple[NameRow, ...]
    script: str = ""
    letter: str = ""


@dataclass(frozen=True)
class Letters:
    """The letters of one script, each with the anchor of its names."""

    script: str
    initials: tuple[Initial, ...]


@dataclass(frozen=True)
class NamesPage:
    """All names by script and first letter, or those of one page of a longer list.

    Attributes:
        letters: what leads to each letter, where all of them are on the page.
        pages: what leads to each page of a longer list.
    """

    title: str
    initials: tuple[Initial, ...]
    pages: tuple[Counted, ...]
    letters: tuple[Letters, ...] = ()
    crumbs: tuple[Link, ...] = ()
