"""Checked access to the keys of one YAML mapping.

A `Keys` takes each key once, in the form its reader expects, and collects a `Problem` for every
value of the wrong form and for every key that nobody took. Nothing is ignored, nothing stops at
the first fault.
"""

import difflib
import re
from collections.abc import Callable, Sequence
from enum import StrEnum
from typing import TypeVar

from dossierpress.edtf import When, parse_when
from dossierpress.errors import Problem
from dossierpress.frontmatter import Entry, Mapping, Node, Scalar
from dossierpress.frontmatter import Sequence as YamlList

_Choice = TypeVar("_Choice", bound=StrEnum)
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")


def is_language(text: str) -> bool:
    """Say whether a text has the form of a BCP 47 tag."""
    return _LANGUAGE.fullmatch(text) is not None


class Keys:
    """The keys of one mapping in one file, and the problems found while reading them.

    Shapes: every reader returns None, or an empty tuple, for a key that is absent, empty or
    wrong; a wrong one is reported in `problems`.
    """

    def __init__(self, mapping: Mapping, path: str, problems: list[Problem]) -> None:
        self._entries = {entry.key: entry for entry in mapping.entries}
        self._known: list[str] = []
        self._path = path
        self._problems = problems
        self.line = mapping.line

    @classmethod
    def of(cls, node: Node, path: str, problems: list[Problem]) -> "Keys | None":
        """Read a node that must be a mapping; None and a problem where it is not."""
        if isinstance(node, Mapping):
            return cls(node, path, problems)
        hint = "write keys and values"
        problems.append(Problem(path, node.line, "DP005", "is not a mapping of keys", hint))
        return None

    def line_of(self, key: str) -> int:
        """Return the line of a key, or of the mapping where the key is absent."""
        entry = self._entries.get(key)
        return entry.line if entry else self.line

    @property
    def lines(self) -> dict[str, int]:
        """The line of each key that is present."""
        return {key: entry.line for key, entry in self._entries.items()}

    def report(self, code: str, line: int, message: str, hint: str) -> None:
        """Add a problem of this file."""
        self._problems.append(Problem(self._path, line, code, message, hint))

    def node(self, key: str) -> Node | None:
        """Take a key as it is; None where it is absent or empty."""
        self._known.append(key)
        entry = self._entries.get(key)
        if entry is None or (isinstance(entry.value, Scalar) and entry.value.value is None):
            return None
        return entry.value

    def text(self, key: str) -> str | None:
        """Take a key that holds one line or more of text."""
        node = self.node(key)
        return None if node is None else self._text(node, key)

    def required_text(self, key: str) -> str | None:
        """Take a text that must be there."""
        value = self.text(key)
        if value is None and not self.present(key):
            self.report("DP006", self.line_of(key), f"{key}: is missing", f"add the key {key}:")
        return value

    def present(self, key: str) -> bool:
        """Say whether a key is there and not empty."""
        entry = self._entries.get(key)
        return entry is not None and not _is_empty(entry.value)

    def texts(self, key: str) -> tuple[str, ...]:
        """Take a list of texts; a single text is a list of one."""
        node = self.node(key)
        if node is None:
            return ()
        items = node.items if isinstance(node, YamlList) else (node,)
        found = (self._text(item, key) for item in items)
        return tuple(text for text in found if text)

    def flag(self, key: str) -> bool:
        """Take a truth value; absent is false."""
        node = self.node(key)
        if node is None:
            return False
        if isinstance(node, Scalar) and isinstance(node.value, bool):
            return node.value
        self._wrong(node, key, "true or false")
        return False

    def choice(self, key: str, choices: type[_Choice], default: _Choice) -> _Choice:
        """Take one word of an enumeration."""
        text = self.text(key)
        if text is None:
            return default
        try:
            return choices(text)
        except ValueError:
            words = ", ".join(choices)
            self.report(
                "DP005",
                self.line_of(key),
                f"{key}: {text!r} is not a choice",
                f"use one of {words}",
            )
            return default

    def when(self, key: str) -> When | None:
        """Take an EDTF date or RFC 3339 time."""
        text = self.text(key)
        if text is None:
            return None
        try:
            return parse_when(text)
        except ValueError as error:
            hint = "write it as 2019-12-05, 2019-12 or 2019-12-05T10:00:00Z, or leave it empty"
            self.report("DP010", self.line_of(key), f"{key}: {error}", hint)
            return None

    def mapping(self, key: str) -> "Keys | None":
        """Take a mapping, to be read by keys of its own."""
        node = self.node(key)
        return None if node is None else self.nested(node, key)

    def entries(self, key: str) -> tuple[Entry, ...]:
        """Take a mapping whose keys are free."""
        node = self.node(key)
        if node is None:
            return ()
        if not isinstance(node, Mapping):
            self._wrong(node, key, "a mapping of keys and values")
            return ()
        return node.entries

    def items(self, key: str) -> tuple[Node, ...]:
        """Take a list of anything."""
        node = self.node(key)
        if node is None:
            return ()
        if not isinstance(node, YamlList):
            self._wrong(node, key, "a list")
            return ()
        return node.items

    def nested(self, node: Node, name: str) -> "Keys | None":
        """Read a node as a mapping of this file; `name` is what to call it in a problem."""
        if isinstance(node, Mapping):
            return Keys(node, self._path, self._problems)
        self._wrong(node, name, "a mapping of keys and values")
        return None

    def numbers(self, key: str, count: int) -> tuple[float, ...]:
        """Take a list of exactly `count` numbers."""
        items = self.items(key)
        values = tuple(
            float(item.value)
            for item in items
            if isinstance(item, Scalar)
            and isinstance(item.value, int | float)
            and not isinstance(item.value, bool)
        )
        if items and (len(values) != count or len(items) != count):
            self.report(
                "DP005",
                self.line_of(key),
                f"{key}: is not {count} numbers",
                f"give {count} numbers",
            )
            return ()
        return values

    def checked(self, key: str, check: Callable[[str], bool], form: str) -> str | None:
        """Take a text that must satisfy `check`; `form` says what is expected."""
        text = self.text(key)
        if text is None or check(text):
            return text
        self.report("DP005", self.line_of(key), f"{key}: {text!r} is not {form}", f"give {form}")
        return None

    def finish(self, also: Sequence[str] = ()) -> None:
        """Report every key that was not taken."""
        known = [*self._known, *also]
        for key, entry in self._entries.items():
            if key not in known:
                near = difflib.get_close_matches(key, known, n=1)
                hint = f"did you mean {near[0]}:?" if near else f"use one of {', '.join(known)}"
                self.report("DP004", entry.line, f"unknown key {key!r}", hint)

    def _text(self, node: Node, key: str) -> str | None:
        if isinstance(node, Scalar):
            return None if _is_empty(node) else node.raw.strip()
        self._wrong(node, key, "a text")
        return None

    def _wrong(self, node: Node, key: str, form: str) -> None:
        self.report("DP005", node.line, f"{key}: is not {form}", f"give {form}")


def _is_empty(node: Node) -> bool:
    return isinstance(node, Scalar) and (node.value is None or not node.raw.strip())
