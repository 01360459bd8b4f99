"""Strict YAML: what content does not need is refused, dates stay text, each value has its line."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import Protocol

import yaml

from dossierpress.frontmatter.nodes import Entry, Mapping, Node, Scalar, Sequence
from dossierpress.frontmatter.simple_yaml import parse_simple

MAX_YAML = 4 * 1024 * 1024
"""The largest YAML file (a registry may be long), in bytes of UTF-8."""
MAX_DEPTH = 20
"""How deep YAML may nest."""
_TOO_DEEP = f"YAML is nested more than {MAX_DEPTH} deep"

_FALSE_STRINGS = frozenset("yYnNoO")
_PLAIN = ("null", "bool", "int", "float")


class FrontMatterError(ValueError):
    """A text that cannot be read at all.

    Attributes:
        code: the problem code that says why.
        line: the line of the text where it shows, counted from 1.
    """

    def __init__(self, code: str, line: int, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.line = line


class _StrictLoader(yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader):  # type: ignore[misc]  # one of two
    """SafeLoader (libyaml's where it is built in) that leaves dates, "no" and "on" as text."""


_StrictLoader.yaml_implicit_resolvers = {
    first: [
        (tag, pattern)
        for tag, pattern in resolvers
        if tag.removeprefix("tag:yaml.org,2002:") in _PLAIN
        and not (tag.endswith(":bool") and first in _FALSE_STRINGS)
    ]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def parse_yaml(text: str, *, first_line: int = 1, limit: int = MAX_YAML) -> Node:
    """Parse one YAML document into nodes that know their lines.

    Raises:
        FrontMatterError: the YAML is broken (DP003), has a key twice (DP007), uses an anchor,
            alias or tag (DP008), or is larger or deeper than allowed (DP009).
    """
    if len(text.encode("utf-8")) > limit:
        raise FrontMatterError("DP009", first_line, f"the YAML is over {limit // 1024} KB")
    simple = parse_simple(text, first_line)
    return parse_any(text, first_line) if simple is None else simple


def parse_any(text: str, first_line: int) -> Node:
    """Parse YAML of any form, with libyaml where it is there; raises as `parse_yaml` does."""
    lines = _Lines(text, first_line)
    try:
        _refuse_unsafe(text, lines)
        loader = _StrictLoader(text)
        try:
            root = loader.get_single_node()
            return Scalar(None, "", first_line) if root is None else _node(root, lines, loader)
        finally:
            loader.dispose()
    except yaml.MarkedYAMLError as error:
        line = lines.of(error.problem_mark or error.context_mark)
        if "nesting depth" in str(error.problem):  # PyYAML 6.0.4 reads ahead of its events
            raise FrontMatterError("DP009", line, _TOO_DEEP) from error
        raise FrontMatterError("DP003", line, f"broken YAML: {error.problem}") from error
    except yaml.YAMLError as error:
        line = lines.at(getattr(error, "position", 0))
        reason = str(error).partition("\n")[0]
        raise FrontMatterError("DP003", line, f"broken YAML: {reason}") from error


class _Mark(Protocol):
    """A place in a text, as libyaml's parser and Python's both give it."""

    index: int


class _Lines:
    """The lines of a text as editors count them; YAML also counts U+0085, U+2028 and U+2029."""

    def __init__(self, text: str, first: int) -> None:
        self._ends = [match.start() for match in re.finditer("\n", text)]
        self._first = first

    def at(self, index: int) -> int:
        """Return the line of a character."""
        return self._first + bisect_left(self._ends, index)

    def of(self, mark: _Mark | None) -> int:
        """Return the line that a mark of the parser lies on."""
        return self.at(mark.index if mark else 0)


def _refuse_unsafe(text: str, lines: _Lines) -> None:
    """Stop at the first event that content may not have, before anything is built from it."""
    depth = 0
    for event in yaml.parse(text, Loader=_StrictLoader):
        line = lines.of(event.start_mark)
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise FrontMatterError("DP008", line, "YAML anchors and aliases are not allowed")
        if getattr(event, "tag", None):
            raise FrontMatterError("DP008", line, "YAML tags are not allowed")
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth > MAX_DEPTH:
            raise FrontMatterError("DP009", line, _TOO_DEEP)


def _node(node: yaml.Node, lines: _Lines, loader: _StrictLoader) -> Node:
    line = lines.of(node.start_mark)
    if isinstance(node, yaml.SequenceNode):
        return Sequence(tuple(_node(item, lines, loader) for item in node.value), line)
    if isinstance(node, yaml.MappingNode):
        return Mapping(tuple(_entries(node, lines, loader)), line)
    try:
        return Scalar(loader.construct_object(node), node.value, line)
    except ValueError as error:  # "0x_", or a number of thousands of digits
        raise FrontMatterError("DP003", line, "a number that cannot be read") from error


def _entries(node: yaml.MappingNode, lines: _Lines, loader: _StrictLoader) -> Iterator[Entry]:
    seen: set[str] = set()
    for key_node, value_node in node.value:
        line = lines.of(key_node.start_mark)
        if not isinstance(key_node, yaml.ScalarNode):
            raise FrontMatterError("DP003", line, "a key that is not a text")
        key = str(key_node.value)
        if key in seen:
            raise FrontMatterError("DP007", line, f"the key {key!r} stands twice")
        seen.add(key)
        yield Entry(key, _node(value_node, lines, loader), line)
