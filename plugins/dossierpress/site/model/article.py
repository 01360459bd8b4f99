"""What the template of an article sees."""

from dataclasses import dataclass

from dossierpress.model import Kind
from dossierpress.site.model.changes import Episode
from dossierpress.site.model.context import Citation, Related, Story
from dossierpress.site.model.correction import Notice
from dossierpress.site.model.parts import Fact, Link, Reason, Run
from dossierpress.site.model.place import Place


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
        standing: that it was withdrawn or retracted, in a sentence; "" where it was not.
        notices: what its editors changed after it was published, the newest first.
        shown: what is shown of it, in a sentence; "" where that is everything.
        source: the address of the original, where it is known and safe.
        abstained: the words that were deliberately not linked, and why.
        history: what releases changed of it, the newest first.
        story: the other copies of its story, if there are any.
        permalink: the address that stays; its text is whole where the site knows its own.
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
    standing: str
    notices: tuple[Notice, ...]
    shown: str
    source: str | None
    publisher: str
    topics: tuple[Place, ...]
    entities: tuple[NamedKind, ...]
    abstained: tuple[Reason, ...]
    previous: Link | None
    following: Link | None
    story: Story | None
    related: tuple[Related, ...]
    history: tuple[Episode, ...]
    citation: Citation
    permalink: Link
