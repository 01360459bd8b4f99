"""The parts that pages of several kinds are made of."""

from dataclasses import dataclass

from dossierpress.model import Kind
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
        quoted: the words of its source that the note is about, if any.
        remark: what the note says after these words.
        folded: whether the words stand folded under the note.
    """

    text: str
    url: str | None = None
    external: str | None = None
    machine: str | None = None
    note: str = ""
    quoted: str = ""
    remark: str = ""
    folded: bool = False
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
    """Why some words of an article mean an entity, or none: the rule, and what it saw.

    The rule is "" where the evidence says it all.
    """

    surface: str
    rule: str
    evidence: str


@dataclass(frozen=True)
class CountedKind:
    """Entities of one kind, with counts of articles."""

    kind: Kind
    title: str
    items: tuple[Counted, ...]


@dataclass(frozen=True)
class Card:
    """A dossier or a topic in a list; `figures` are its counts and dates, in words."""

    link: Link
    description: str
    figures: str
