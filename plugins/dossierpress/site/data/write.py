"""Records → the bytes of a file."""

import csv
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields
from io import StringIO
from typing import Any

from dossierpress.site.data.records import AliasRecord, Record, TopicPlace

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""How a cell begins that a spreadsheet would take for a formula (OWASP, CSV injection)."""


def json_file(records: Iterable[Record]) -> bytes:
    """Return records as a JSON array, one of them a line."""
    lines = ",\n".join(map(_json, records))
    return f"[\n{lines}\n]\n".encode() if lines else b"[]\n"


def csv_file(kind: type[Record], records: Iterable[Record]) -> bytes:
    """Return records as CSV (RFC 4180, UTF-8) with a row of names.

    A text that a spreadsheet would run as a formula gets an apostrophe before it. Several values
    of one cell are separated by "; ".
    """
    names = [field.name for field in fields(kind)]
    file = StringIO()
    writer = csv.writer(file)
    writer.writerow(names)
    writer.writerows([_cell(getattr(record, name)) for name in names] for record in records)
    return file.getvalue().encode()


def _json(record: Record) -> str:
    return json.dumps(record.__dict__, ensure_ascii=False, separators=(",", ":"), default=vars)


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
