"""What results can be narrowed by, as columns: for each article, in the order of their numbers.

The first stream is JSON with the values of each column; each further stream a column, of numbers
of values. An article without a value has the number 0, so the first value is always "".
"""

import json
from collections.abc import Iterable, Sequence

from dossierpress.search.document import Facets
from dossierpress.search.encoding import numbers, streams


class _Column:
    """The values of a column, in the order in which they come, and who has which."""

    def __init__(self, *values: object) -> None:
        self.values: dict[object, int] = {value: n for n, value in enumerate(values)}
        self.of: list[int] = []

    def add(self, value: object) -> None:
        self.of.append(self.values.setdefault(value, len(self.values)))


SINGLE = ("dossier", "publisher", "language", "rights", "reliability")
"""The columns of which an article has one value."""


def facets(articles: Sequence[Facets]) -> bytes:
    """Return the columns that every narrowing may use."""
    columns = {name: _Column("") for name in SINGLE}
    dates, topics, counts = _Column(("", "", "")), _Column(), []
    for article in articles:
        for name, column in columns.items():
            column.add(getattr(article, name))
        dates.add((article.date, article.first, article.last))
        counts.append(len(article.topics))
        for topic in article.topics:
            topics.add(topic)
    columns["date"] = dates
    values = {name: list(column.values) for name, column in columns.items()}
    parts = [numbers(column.of) for column in columns.values()]
    return streams(
        [_json({**values, "topic": list(topics.values)}), *parts, *_several(counts, topics)]
    )


def entities(articles: Sequence[Facets], named: Iterable[tuple[str, str, str]]) -> bytes:
    """Return the entities of each article.

    Args:
        articles: in the order of their numbers.
        named: id, name and kind of each entity.
    """
    values = list(named)
    column = _Column(*(id_ for id_, _, _ in values))
    counts = []
    for article in articles:
        counts.append(len(article.entities))
        for entity in article.entities:
            column.add(entity)
    return streams([_json(values), *_several(counts, column)])


def _several(counts: Sequence[int], column: _Column) -> tuple[bytes, bytes]:
    """Return a column of which an article may have several values: how many, and which."""
    return numbers(counts), numbers(column.of)


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
