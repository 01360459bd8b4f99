"""The JSON-LD of a page, as objects that know their types and answer in plain strings."""

import html
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lxml.html import HtmlElement

from dossierpress.ingest.decode import clean

_MAX_NODES = 2000
_TAG = re.compile(r"<[^<>]{0,2000}>")
_WRAPPING = re.compile(
    r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[)|(?://\s*)?(?:-->|\]\]>)\s*;?\s*$"
)
_TRAILING_COMMA = re.compile(r",(\s*[}\]])")


@dataclass(frozen=True)
class Node:
    """One JSON-LD object, with all objects of the page to resolve its references in."""

    data: dict[str, Any]
    by_id: dict[str, dict[str, Any]]

    @property
    def types(self) -> tuple[str, ...]:
        """Its types, without the address of the vocabulary."""
        found = self.data.get("@type")
        names = found if isinstance(found, list) else [found]
        return tuple(str(name).rpartition("/")[2] for name in names if isinstance(name, str))

    def text(self, *keys: str) -> str | None:
        """Return the first plain text under the first of these keys that has one, on one line."""
        for value in self._values(keys):
            if isinstance(value, str | int | float) and (words := plain(str(value))):
                return words
        return None

    def texts(self, key: str) -> tuple[str, ...]:
        """Return every plain text under a key."""
        values = self._values((key,))
        return tuple(words for value in values if isinstance(value, str) if (words := plain(value)))

    def raw(self, key: str) -> str | None:
        """Return the text under a key with its line breaks, and its tags if it has any."""
        return next((v for v in self._values((key,)) if isinstance(v, str) and v.strip()), None)

    def nodes(self, *keys: str) -> tuple["Node", ...]:
        """Return every object under these keys, references resolved; a mere text is a name."""
        found = []
        for value in self._values(keys):
            if isinstance(value, dict):
                found.append(Node(self._resolved(value), self.by_id))
            elif isinstance(value, str) and value.strip():
                found.append(Node(self.by_id.get(value, {"name": value}), self.by_id))
        return tuple(found)

    def _values(self, keys: tuple[str, ...]) -> Iterator[Any]:
        for key in keys:
            value = self.data.get(key)
            yield from (value if isinstance(value, list) else [value])

    def _resolved(self, value: dict[str, Any]) -> dict[str, Any]:
        if len(value) <= 2 and isinstance(value.get("@id"), str):
            return {**value, **self.by_id.get(value["@id"], {})}
        return value


def read_nodes(tree: HtmlElement) -> tuple[Node, ...]:
    """Return the JSON-LD objects of a page in order, those inside `@graph` and lists too."""
    found: list[dict[str, Any]] = []
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or "").lower():
            found += _objects(_load(script.text or ""))
    by_id: dict[str, dict[str, Any]] = {}
    for data in found:
        name = data.get("@id")
        if isinstance(name, str) and len(data) > len(by_id.get(name, {})):
            by_id[name] = data
    return tuple(Node(data, by_id) for data in found[:_MAX_NODES])


def plain(text: str) -> str:
    """Return a JSON-LD string as plain words: sites escape twice, and put tags in."""
    if "&" in text:
        text = html.unescape(html.unescape(text))
    return clean(_TAG.sub(" ", text) if "<" in text else text)


def _load(source: str) -> Any:
    source = _WRAPPING.sub("", source).strip().rstrip(";")
    for attempt in (source, _TRAILING_COMMA.sub(r"\1", source)):
        try:
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _objects(value: Any) -> Iterator[dict[str, Any]]:
    """The objects at the top, and those one level inside that can be an article."""
    stack = [value]
    count = 0
    while stack and count < _MAX_NODES:
        item = stack.pop(0)
        count += 1
        if isinstance(item, list):
            stack[:0] = item
        elif isinstance(item, dict):
            yield item
            inner = [item.get(key) for key in ("@graph", "mainEntity", "mainEntityOfPage")]
            stack[:0] = [part for part in inner if isinstance(part, list | dict)]
