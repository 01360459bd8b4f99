"""Topics, their rules, and the articles that these assign."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from dossierpress.model.ids import ArticleRef, TopicId


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
