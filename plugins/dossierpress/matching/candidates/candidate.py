"""What `dossier candidates` finds."""

from dataclasses import dataclass

from dossierpress.model import ArticleRef, EntityId


@dataclass(frozen=True)
class Signal:
    """One reason for or against a candidate: a factor, and the words that explain it."""

    id: str
    factor: float
    words: str


@dataclass(frozen=True)
class Example:
    """A sentence in which a candidate stands; offsets are those of the field."""

    article: ArticleRef
    field: str
    start: int
    end: int
    text: str


@dataclass(frozen=True)
class AliasOf:
    """An entity that a candidate may be another name of, and why."""

    entity: EntityId
    reason: str


@dataclass(frozen=True)
class Candidate:
    """A name that the texts use and the registry lacks.

    Attributes:
        name: the name in its commonest full form.
        forms: all texts that were taken for it, the name first.
        articles: in how many articles it stands.
        mentions: in how many places.
        alias_of: entities that it may be another name of, best first.
        kind: what it seems to be; None where nothing says so.
        score: the product of the signals' factors and of its weight; the order of the list.
    """

    name: str
    forms: tuple[str, ...]
    articles: int
    mentions: int
    score: float
    signals: tuple[Signal, ...]
    examples: tuple[Example, ...]
    alias_of: tuple[AliasOf, ...] = ()
    kind: str | None = None
