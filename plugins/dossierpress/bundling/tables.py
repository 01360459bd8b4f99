"""A dossier as tables: CSV with a schema for each column (Frictionless Table Schema)."""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass

from dossierpress.publication import Publication
from dossierpress.rights import published


@dataclass(frozen=True)
class Column:
    """A column: its name, its type in Table Schema, and what it holds."""

    name: str
    type: str
    description: str
    required: bool = False


@dataclass(frozen=True)
class Table:
    """A table.

    Attributes:
        key: the columns that no two rows share; none where there is no such key.
        links: columns whose values stand in another table: column, table, its column.
    """

    name: str
    description: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    key: tuple[str, ...] = ()
    links: tuple[tuple[str, str, str], ...] = ()

    def csv(self) -> bytes:
        """Return the table as CSV (RFC 4180, UTF-8, a header line)."""
        stream = io.StringIO(newline="")
        writer = csv.writer(stream, lineterminator="\r\n")
        writer.writerow(column.name for column in self.columns)
        writer.writerows(self.rows)
        return stream.getvalue().encode()


def tables(of: Publication) -> tuple[Table, ...]:
    """Return the tables of a dossier, as `part_of` returns it."""
    return (
        Table(
            "articles",
            "The articles, as far as their rights allow.",
            (
                Column("id", "string", "the article's id", True),
                Column("title", "string", "the headline", True),
                Column("publisher", "string", "who published it"),
                Column("agency", "string", "the wire service that is credited"),
                Column("authors", "string", "names, separated by semicolons"),
                Column("published", "string", "EDTF date or RFC 3339 time"),
                Column("modified", "string", "EDTF date or RFC 3339 time"),
                Column("accessed", "string", "EDTF date or RFC 3339 time"),
                Column("language", "string", "BCP 47 tag", True),
                Column("url", "string", "where it stands"),
                Column("archived_url", "string", "where a copy is kept"),
                Column("rights", "string", "full, excerpt or metadata", True),
                Column("reliability", "string", "Admiralty grade"),
                Column("withdrawn", "boolean", "whether it was withdrawn or removed", True),
                Column("summary", "string", "the curator's own words"),
            ),
            tuple(_articles(of)),
            ("id",),
        ),
        Table(
            "entities",
            "The entities that the articles name.",
            (
                Column("id", "string", "the entity's id", True),
                Column("name", "string", "its name", True),
                Column("kind", "string", "what it is", True),
                Column("wikidata", "string", "its Wikidata id"),
                Column("latitude", "number", "degrees, WGS 84"),
                Column("longitude", "number", "degrees, WGS 84"),
                Column("replaced_by", "string", "the entity that took its place"),
                Column("description", "string", "what it is, in a sentence"),
            ),
            tuple(_entities(of)),
            ("id",),
        ),
        Table(
            "mentions",
            "Where articles name entities, in texts that may be shown.",
            (
                Column("article", "string", "the article's id", True),
                Column("field", "string", "the text of the article", True),
                Column("start", "integer", "its first character in that text", True),
                Column("end", "integer", "the character after its last", True),
                Column("surface", "string", "the words", True),
                Column("entity", "string", "what they mean", True),
                Column("rule", "string", "the rule that decided it", True),
            ),
            tuple(_mentions(of)),
            links=(("article", "articles", "id"), ("entity", "entities", "id")),
        ),
        Table(
            "topics",
            "Which articles belong to which topic.",
            (
                Column("topic", "string", "the topic's id", True),
                Column("title", "string", "the topic's title", True),
                Column("article", "string", "the article's id", True),
                Column("strength", "string", "primary or secondary", True),
                Column("decided_by", "string", "rule or curator", True),
            ),
            tuple(_topics(of)),
            ("topic", "article"),
            (("article", "articles", "id"),),
        ),
        Table(
            "corrections",
            "Notices on articles, by Crossmark's kinds.",
            (
                Column("article", "string", "the article's id", True),
                Column("date", "string", "EDTF date", True),
                Column("kind", "string", "the kind of the notice", True),
                Column("text", "string", "what it says", True),
            ),
            tuple(_corrections(of)),
            links=(("article", "articles", "id"),),
        ),
    )


def _articles(of: Publication) -> Iterator[tuple[str, ...]]:
    for article in of.library.articles:
        shown = {field.name: field.text for field in published(article)}
        yield _row(
            article.ref.article,
            article.title,
            article.publisher,
            article.agency,
            "; ".join(article.authors),
            article.published.text if article.published else None,
            article.modified.text if article.modified else None,
            article.accessed.text if article.accessed else None,
            article.language,
            article.url,
            article.archived_url,
            article.rights.value,
            article.reliability,
            str(article.is_withdrawn).lower(),
            shown.get("summary"),
        )


def _entities(of: Publication) -> Iterator[tuple[str, ...]]:
    for entity in of.library.registry.entities:
        place = entity.location
        yield _row(
            entity.id,
            entity.name,
            entity.kind.value,
            entity.wikidata,
            str(place.latitude) if place else None,
            str(place.longitude) if place else None,
            entity.replaced_by,
            entity.description,
        )


def _mentions(of: Publication) -> Iterator[tuple[str, ...]]:
    for article in of.library.articles:
        shown = {field.name: len(field.text) for field in published(article)}
        for mention in of.mentions.get(article.ref, ()):
            if mention.entity is not None and mention.end <= shown.get(mention.field, -1):
                yield _row(
                    article.ref.article,
                    mention.field,
                    str(mention.start),
                    str(mention.end),
                    mention.surface,
                    mention.entity,
                    mention.rule,
                )


def _topics(of: Publication) -> Iterator[tuple[str, ...]]:
    titles = {topic.id: topic.title for topic in of.library.topics}
    for item in of.assignments:
        yield _row(
            item.topic,
            titles.get(item.topic, item.topic),
            item.article.article,
            item.strength.value,
            item.decided_by,
        )


def _corrections(of: Publication) -> Iterator[tuple[str, ...]]:
    for article in of.library.articles:
        for item in article.corrections:
            yield _row(article.ref.article, item.date.text, item.kind.value, item.text)


def _row(*values: str | None) -> tuple[str, ...]:
    return tuple(value or "" for value in values)
