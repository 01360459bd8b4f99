"""YAML as nodes that know their lines."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Scalar:
    """A single value: a text, number, truth value or nothing; `raw` is how it was written."""

    value: str | int | float | bool | None
    raw: str
    line: int


@dataclass(frozen=True)
class Sequence:
    """A YAML list."""

    items: "tuple[Node, ...]"
    line: int


@dataclass(frozen=True)
class Entry:
    """A key of a mapping and what it holds."""

    key: str
    value: "Node"
    line: int


@dataclass(frozen=True)
class Mapping:
    """A YAML mapping with text keys, in the order of the file."""

    entries: tuple[Entry, ...]
    line: int


Node = Scalar | Sequence | Mapping


def plain(node: Node) -> object:
    """Return a node as plain Python values, without lines."""
    match node:
        case Scalar(value=value):
            return value
        case Sequence(items=items):
            return [plain(item) for item in items]
        case Mapping(entries=entries):
            return {entry.key: plain(entry.value) for entry in entries}
