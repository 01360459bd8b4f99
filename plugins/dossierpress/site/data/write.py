"""Records → the bytes of a file."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields
from io import StringIO
from typing import Any

import msgspec

from dossierpress.site.data.records import AliasRecord, Record, TopicPlace

_encode = msgspec.json.Encoder().encode
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""How a cell begins that a spreadsheet would take for a formula (OWASP, CSV injection)."""


@dataclass(frozen=True)
class Row:
    """A record as files have it; made once, however many of them it stands in.

    Attributes:
        line: the record as JSON.
        cells: its values as cells of CSV.
    """

    line: bytes
    cells: tuple[str | int | float, ...]


def rows(records: Iterable[Record]) -> tuple[Row, ...]:
    """Return records as rows.

    A text that a spreadsheet would run as a formula gets an apostrophe before it. Several values
    of one cell are separated by "; ".
    """
    return tuple(
        [Row(_encode(record), tuple(map(_cell, vars(record).values()))) for record in records]
    )


def json_file(rows: Sequence[Row]) -> bytes:
    """Return rows as a JSON array, one of them a line."""
    return b"".join((b"[\n", b",\n".join(row.line for row in rows), b"\n]\n")) if rows else b"[]\n"


def csv_file(kind: type[Record], rows: Iterable[Row]) -> bytes:
    """Return rows as CSV (RFC 4180, UTF-8) below a row of names."""
    file = StringIO()
    writer = csv.writer(file)
    writer.writerow(field.name for field in fields(kind))
    writer.writerows(row.cells for row in rows)
    return file.getvalue().encode()


def _cell(value: Any) -> str | int | float:
    if value is None:
        return ""
    if isinstance(value, int | float):
        return value
    text = value if isinstance(value, str) else "; ".join(_items(value))
    return f"'{text}" if text.startswith(_FORMULA) else text


def _items(values: Sequence[object]) -> Iterator[str]:
    for value in values:
        if isinstance(value, TopicPlace):
            yield f"{value.topic} ({value.strength})"
        else:
            yield value.text if isinstance(value, AliasRecord) else str(value)
