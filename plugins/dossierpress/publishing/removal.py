"""One article taken out of the files of a site that was built long ago.

Nothing is known of such a site but its files, so that each is treated by its form: in a page the
row, quotation or paragraph that leads to the article or holds one of its sentences goes; in JSON
the record loses its texts; in a feed the entry goes. What still holds a sentence after that is
taken out whole. Too much may go, too little may not.
"""

import json
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from html.parser import HTMLParser

_ROWS = frozenset({"li", "tr", "dt", "dd", "figure", "blockquote", "option"})
_PARTS = frozenset(
    {"a", "p", "h1", "h2", "h3", "h4", "h5", "h6", "title", "meta", "script", "figcaption",
     "details", "td", "text", "g"}
)  # fmt: skip
"""The elements that go where they hold what must go: a row first, then what stands alone."""
_VOID = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta",
                   "param", "source", "track", "wbr"})  # fmt: skip
_ENTRY = re.compile(r"<(entry|item|url)\b.*?</\1\s*>", re.DOTALL)

Holds = Callable[[str], bool]
"""Says whether a text leads to the article or holds a sentence of it."""


def without(name: str, text: str, holds: Holds) -> str | None:
    """Return a file's text without the article; None where the file must go as a whole.

    Args:
        name: the file's name, whose ending tells its form.
        text: what it holds.
        holds: says what must go.
    """
    if not holds(text):
        return text
    new: str | None = None
    if name.endswith((".html", ".svg")):
        new = _page(text, holds)
    elif name.endswith((".json", ".geojson", ".jsonld")):
        new = _json(text, holds)
    elif name.endswith(".xml"):
        new = _ENTRY.sub(lambda match: "" if holds(match[0]) else match[0], text)
    elif name.endswith((".jsonl", ".ndjson", ".csv")):
        new = "".join(line for line in text.splitlines(keepends=True) if not holds(line))
    return None if new is None or holds(new) else new


def _page(html: str, holds: Holds) -> str:
    for tags in (_ROWS, _PARTS):
        html = _without_elements(html, tags, holds)
    return html


def _without_elements(html: str, tags: frozenset[str], holds: Holds) -> str:
    parser = _Elements(html, tags)
    parser.feed(html)
    parser.close()
    gone: list[tuple[int, int]] = []
    for start, end in sorted(parser.spans, key=lambda span: span[1] - span[0]):
        # The innermost first; what holds one that goes is looked at without it.
        inner = sorted(span for span in gone if start <= span[0] and span[1] <= end)
        if holds(_cut(html, start, end, inner)):
            gone = [span for span in gone if span not in inner]
            gone.append((start, end))
    return _cut(html, 0, len(html), sorted(gone))


def _cut(html: str, start: int, end: int, gone: Iterable[tuple[int, int]]) -> str:
    """Return a piece of a text without the spans that lie in it, which are in order."""
    kept, place = [], start
    for first, last in gone:
        kept.append(html[place:first])
        place = last
    return "".join([*kept, html[place:end]])


def _json(text: str, holds: Holds) -> str | None:
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        return None
    compact = (",", ":") if "\n" not in text.strip() else None
    indent = None if compact else 2
    return json.dumps(_blank(value, holds), ensure_ascii=False, separators=compact, indent=indent)


def _blank(value: object, holds: Holds) -> object:
    """Return a value of JSON without the texts of records that must go; their places stay."""
    if isinstance(value, dict):
        own = [item for item in value.values() if isinstance(item, str)]
        if any(holds(item) for item in own):
            return {k: _emptied(item, holds) for k, item in value.items() if not holds(k)}
        return {key: _blank(item, holds) for key, item in value.items() if not holds(key)}
    if isinstance(value, list):
        return [_blank(item, holds) for item in value]
    return "" if isinstance(value, str) and holds(value) else value


def _emptied(value: object, holds: Holds) -> object:
    return "" if isinstance(value, str) else _blank(value, holds)


@dataclass
class _Span:
    tag: str
    start: int


class _Elements(HTMLParser):
    """Finds where the elements that may go begin and end in the text."""

    def __init__(self, html: str, tags: frozenset[str]) -> None:
        super().__init__(convert_charrefs=True)
        self._tags = tags
        self.spans: list[tuple[int, int]] = []
        self._open: list[_Span] = []
        self._html = html
        self._lines = [0]
        for match in re.finditer("\n", html):
            self._lines.append(match.end())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        start = self._offset()
        if tag in _VOID:
            self._keep(tag, start, start + len(self.get_starttag_text() or ""))
        else:
            self._open.append(_Span(tag, start))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        start = self._offset()
        self._keep(tag, start, start + len(self.get_starttag_text() or ""))

    def handle_endtag(self, tag: str) -> None:
        start = self._offset()
        end = self._html.find(">", start) + 1 or len(self._html)
        for place in range(len(self._open) - 1, -1, -1):
            if self._open[place].tag == tag:
                # What was left open within it ends where it ends.
                for span in self._open[place + 1 :]:
                    self._keep(span.tag, span.start, start)
                self._keep(tag, self._open[place].start, end)
                del self._open[place:]
                return

    def _keep(self, tag: str, start: int, end: int) -> None:
        if tag in self._tags:
            self.spans.append((start, end))

    def _offset(self) -> int:
        line, column = self.getpos()
        return self._lines[line - 1] + column
