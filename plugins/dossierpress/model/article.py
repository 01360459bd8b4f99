"""Articles: what their files say, where it came from, and the curator's words on it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from dossierpress.edtf import When
from dossierpress.model.ids import ArticleId, ArticleRef, EntityId, TopicId
from dossierpress.model.topic import TopicStrength


class Rights(StrEnum):
    """What of an article may be published (see `dossierpress.rights`)."""

    FULL = "full"
    EXCERPT = "excerpt"
    METADATA = "metadata"


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
    """Where an article came from; of it only the words and anchors of `dates` are published.

    Attributes:
        file: the name of the clipping.
        sha256: the digest of the clipping's bytes, in hexadecimal.
        lines: the lines of the clipping that the article was made of, as "41-47".
    """

    file: str
    sha256: str
    lines: str | None = None
    dates: tuple[DateNote, ...] = ()


class CorrectionKind(StrEnum):
    """What was done to a record after it was published, by Crossmark's terms.

    `correction`: something was wrong and is right now; `clarification`: nothing was wrong, but it
    could be misread; `retraction`: it must not be relied on, and stays to be read; `removal` and
    `withdrawal`: its texts are gone, for a reason of law or by a decision of the editors.
    """

    CORRECTION = "correction"
    CLARIFICATION = "clarification"
    RETRACTION = "retraction"
    REMOVAL = "removal"
    WITHDRAWAL = "withdrawal"


WITHDRAWN = (CorrectionKind.REMOVAL, CorrectionKind.WITHDRAWAL)
"""The kinds after which only a tombstone of an article is left."""


@dataclass(frozen=True)
class Correction:
    """A notice on an article: what its editors changed after it was published, and when."""

    kind: CorrectionKind
    date: When
    text: str
    line: int = 1


@dataclass(frozen=True)
class TopicOverride:
    """A curator's word on an article and a topic; a strength of None means "not in it"."""

    topic: TopicId
    strength: TopicStrength | None
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
    corrections: tuple[Correction, ...] = ()
    lines: Mapping[str, int] = field(default_factory=dict, compare=False, repr=False)

    @property
    def date(self) -> When | None:
        """The date that the article is filed under: published, else modified."""
        return self.published or self.modified

    @property
    def is_withdrawn(self) -> bool:
        """Whether a notice says that its texts are gone; it keeps its address and its headline."""
        return any(correction.kind in WITHDRAWN for correction in self.corrections)

    @property
    def is_retracted(self) -> bool:
        """Whether a notice says that it must not be relied on."""
        return any(c.kind is CorrectionKind.RETRACTION for c in self.corrections)

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
