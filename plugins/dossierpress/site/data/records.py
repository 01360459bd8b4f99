"""The records of the data files; each has a JSON Schema in `schemas/`, which says what fields mean.

A value that is not known is None: `null` in JSON, an empty cell in CSV. Dates are EDTF or RFC 3339
as the publication's files have them; addresses of pages are absolute where the site knows its own,
else relative to the site's root.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class TopicPlace:
    """A topic of an article."""

    topic: str
    strength: str


@dataclass(frozen=True)
class ArticleRecord:
    """An article: what is known of it, without its texts but for our own summary."""

    id: str
    dossier: str
    page: str
    title: str
    publisher: str | None
    agency: str | None
    authors: tuple[str, ...]
    published: str | None
    modified: str | None
    accessed: str | None
    dateline: str | None
    section: str | None
    language: str
    url: str | None
    archived_url: str | None
    rights: str
    reliability: str | None
    status: str | None
    duplicate_of: str | None
    summary: str | None
    topics: tuple[TopicPlace, ...]


@dataclass(frozen=True)
class AliasRecord:
    """A name that an entity also bears."""

    text: str
    language: str | None
    use: str
    strength: str


@dataclass(frozen=True)
class EntityRecord:
    """An entity of the registry."""

    id: str
    page: str
    name: str
    kind: str
    description: str | None
    aliases: tuple[AliasRecord, ...]
    wikidata: str | None
    latitude: float | None
    longitude: float | None
    articles: int
    mentions: int
    replaced_by: str | None


@dataclass(frozen=True)
class MentionRecord:
    """A mention of an entity; its words and place are null where rights keep them back."""

    dossier: str
    article: str
    entity: str
    field: str
    start: int | None
    end: int | None
    surface: str | None
    rule: str | None


@dataclass(frozen=True)
class TopicRecord:
    """A topic with the number of its articles."""

    id: str
    page: str
    title: str
    rule: str
    primary: int
    secondary: int


@dataclass(frozen=True)
class RelationRecord:
    """A tie from one entity to another."""

    source: str
    type: str
    target: str
    start: str | None
    end: str | None
    reference: str | None


Record = ArticleRecord | EntityRecord | MentionRecord | TopicRecord | RelationRecord
