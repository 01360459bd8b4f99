"""The text of a page as blocks of Markdown: paragraphs, headings, lists, quotes and tables.

It reads the elements of HTML and those that trafilatura makes of them. Only the words and the
links to web and mail addresses are kept; every other word is escaped, so no markup gets through.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property

from lxml.etree import _Element

from dossierpress.ingest.decode import clean
from dossierpress.ingest.headline import headline_key
from dossierpress.ingest.markdown import escape_inline, escape_opening
from dossierpress.ingest.web.page import absolute


class Shape(StrEnum):
    """What a block is."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    LIST = "list"
    QUOTE = "quote"
    TABLE = "table"


@dataclass(frozen=True)
class Block:
    """One block of a text.

    Attributes:
        text: its words on one line, without marks.
        markdown: the same as Markdown.
        linked: how many of its characters stand in links.
        items: of a list, how many items it has.
        path: the way to it from the root: at each element, which child comes next.
    """

    shape: Shape
    text: str
    markdown: str
    linked: int = 0
    items: int = 0
    path: tuple[int, ...] = ()

    @cached_property
    def key(self) -> str:
        """Its words, folded: equal for two copies of one text."""
        return headline_key(self.text)

    @property
    def is_link(self) -> bool:
        """Whether nearly all of it is links."""
        return self.linked >= 0.8 * len(self.text) > 0


_HEADINGS = {"h1": 2, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6, "head": 2}
_LISTS = frozenset({"ul", "ol", "list", "dl", "menu"})
_ITEMS = frozenset({"li", "item", "dt", "dd"})
_QUOTES = frozenset({"blockquote", "quote"})
_LINKS = frozenset({"a", "ref"})
_BREAKS = frozenset({"br", "lb"})
_ROWS = frozenset({"tr", "row"})
_CELLS = frozenset({"td", "th", "cell"})
_DROPPED = frozenset(
    {
        "script", "style", "template", "noscript", "svg", "math", "iframe", "object", "embed",
        "button", "input", "select", "textarea", "label", "form", "nav", "figure", "figcaption",
        "graphic", "img", "picture", "video", "audio", "canvas", "title", "meta", "link",
        "comments", "map", "dialog",
    }
)  # fmt: skip
_INLINE = frozenset(
    {
        "a", "ref", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em",
        "font", "hi", "i", "ins", "kbd", "mark", "q", "s", "samp", "small", "span", "strike",
        "strong", "sub", "sup", "time", "tt", "u", "var", "wbr", "acronym", "nobr",
    }
)  # fmt: skip
_ENDS = re.compile(r"[.!?…:;؟。”\"'»)]\s*$")
_MAX_NESTING = 3


def read_blocks(root: _Element, base: str | None) -> tuple[Block, ...]:
    """Return the blocks of a tree; relative links are made absolute with `base`."""
    return tuple(block for block in _Reader(base).blocks(root) if block.text)


def compose(blocks: Iterable[Block]) -> str:
    """Return blocks as one Markdown text."""
    return "\n\n".join(block.markdown for block in blocks)


@dataclass
class _Line:
    """A run of inline text while it is being read."""

    markdown: str = ""
    text: str = ""
    linked: int = 0

    def add(self, text: str | None) -> None:
        if text:
            # Blanks at the edges part this text from its neighbours, and are joined at the end.
            lead, tail = _edges(text)
            words = f"{lead}{clean(text)}{tail}"
            self.text += words
            self.markdown += escape_inline(words)

    def link(self, inner: "_Line", url: str | None) -> None:
        words = clean(inner.text)
        lead, tail = _edges(inner.text)
        self.text += f"{lead}{words}{tail}"
        self.linked += len(words)
        if url is None or not words:
            self.markdown += f"{lead}{escape_inline(words)}{tail}"
        else:
            label = escape_inline(words).replace("]", "\\]")
            self.markdown += f"{lead}[{label}]({_in_brackets(url)}){tail}"

    @property
    def empty(self) -> bool:
        return not self.text.strip()

    def block(self, shape: Shape = Shape.PARAGRAPH) -> Block:
        line = re.sub(r" {2,}", " ", self.markdown).strip()
        return Block(shape, clean(self.text), escape_opening(line), self.linked)


def _edges(text: str) -> tuple[str, str]:
    """The blank that a text begins with, and the one that it ends with."""
    return " " if text[:1].isspace() else "", " " if text[-1:].isspace() else ""


def _in_brackets(url: str) -> str:
    """Return an address with nothing in it that Markdown or HTML would read as its end."""
    return re.sub(
        r"[\s<>\"'()\[\]\\`{}|^*_]",
        lambda m: f"%{ord(m[0]):02X}" if m[0].isascii() and m[0] != "_" else m[0],
        url,
    )


class _Reader:
    """Walks a tree; `base` is the address that relative links count from."""

    def __init__(self, base: str | None) -> None:
        self._base = base

    def blocks(
        self, element: _Element, nesting: int = 0, path: tuple[int, ...] = ()
    ) -> Iterator[Block]:
        """Yield the blocks inside an element, the text between them as paragraphs."""
        line = _Line()
        line.add(element.text)
        breaks = 0
        for number, child in enumerate(element):
            tag = _name(child)
            if tag in _BREAKS:
                breaks += 1
                if breaks > 1 or (len(line.text) > 80 and _ENDS.search(line.text)):
                    yield from _flushed(line, (*path, number))
                    line = _Line()
                else:
                    line.add(" ")
            elif tag in _INLINE and not _holds_blocks(child):
                self._inline(child, line)
            elif tag not in _DROPPED:
                yield from _flushed(line, (*path, number))
                line = _Line()
                yield from self._block(child, tag, nesting, (*path, number))
            if (child.tail and child.tail.strip()) or tag in _INLINE:
                breaks = 0
            line.add(child.tail)
        yield from _flushed(line, (*path, len(element)))

    def _block(
        self, element: _Element, tag: str, nesting: int, path: tuple[int, ...]
    ) -> Iterator[Block]:
        if nesting > 60:
            yield from _flushed(self._flat(element), path)
        elif tag in _HEADINGS:
            level = _HEADINGS.get((element.get("rend") or "") if tag == "head" else tag, 2)
            block = replace(self._flat(element).block(Shape.HEADING), path=path)
            if block.text:
                yield replace(block, markdown=f"{'#' * level} {block.markdown}")
        elif tag in _LISTS:
            yield from _at(path, self._list(element, tag, nesting))
        elif tag in _QUOTES:
            yield from _at(path, self._quote(element, nesting))
        elif tag == "table":
            yield from self._table(element, nesting, path)
        else:
            yield from self.blocks(element, nesting + 1, path)

    def _list(self, element: _Element, tag: str, nesting: int) -> Iterator[Block]:
        lines, linked, count, texts = [], 0, 0, []
        ordered = tag == "ol" or element.get("rend") == "ol"
        for child in element:
            inner = [block for block in self.blocks(child, nesting + 1) if block.text]
            if not inner:
                continue
            count += 1
            mark = f"{count}. " if ordered else "- "
            linked += sum(block.linked for block in inner)
            texts += [block.text for block in inner]
            parts = [block.markdown for block in inner]
            first, *rest = "\n\n".join(parts).split("\n")
            lines.append(
                "\n".join([mark + first, *(f"    {line}" if line else "" for line in rest)])
            )
        if count:
            yield Block(Shape.LIST, " ".join(texts), "\n".join(lines), linked, count)

    def _quote(self, element: _Element, nesting: int) -> Iterator[Block]:
        inner = [block for block in self.blocks(element, nesting + 1) if block.text]
        if inner:
            lines = compose(inner).split("\n")
            quoted = "\n".join(f"> {line}" if line else ">" for line in lines)
            linked = sum(block.linked for block in inner)
            yield Block(Shape.QUOTE, " ".join(block.text for block in inner), quoted, linked)

    def _table(self, element: _Element, nesting: int, path: tuple[int, ...]) -> Iterator[Block]:
        """A table of short cells as a table; one that only lays out a page as what it holds."""
        nested = any(_name(inner) == "table" for inner in element.iterdescendants())
        rows = () if nested else self._rows(element)
        cells = [cell for row in rows for cell in row]
        if not _is_data(rows):
            for number, row in enumerate(element.iter()):
                inside = nested and _has(row, "table")
                if _name(row) in _CELLS and not inside:
                    yield from self.blocks(row, nesting + 1, (*path, number))
            return
        width = max(len(row) for row in rows)
        lines = [_row(row, width) for row in rows]
        lines.insert(1, "|" + " --- |" * width)
        text = " ".join(cell.text for cell in cells if cell.text)
        linked = sum(cell.linked for cell in cells)
        yield Block(Shape.TABLE, text, "\n".join(lines), linked, path=path)

    def _rows(self, element: _Element) -> tuple[list[Block], ...]:
        rows = (
            [self._flat(cell).block() for cell in row if _name(cell) in _CELLS]
            for row in element.iter()
            if _name(row) in _ROWS
        )
        return tuple(row for row in rows if any(cell.text for cell in row))

    def _flat(self, element: _Element) -> _Line:
        """Everything in an element on one line."""
        line = _Line()
        line.add(element.text)
        for child in element:
            self._inline(child, line)
            line.add(child.tail)
        return line

    def _inline(self, element: _Element, line: _Line, nesting: int = 0) -> None:
        tag = _name(element)
        if tag in _BREAKS or (tag not in _INLINE and tag not in _DROPPED):
            line.add(" ")
        if tag in _DROPPED or nesting > 100:
            return
        target = _Line() if tag in _LINKS else line
        target.add(element.text)
        for child in element:
            self._inline(child, target, nesting + 1)
            target.add(child.tail)
        if target is not line:
            href = element.get("href") or element.get("target")
            line.link(target, absolute(href, self._base) if href else None)


def _flushed(line: _Line, path: tuple[int, ...]) -> Iterator[Block]:
    if not line.empty:
        yield replace(line.block(), path=path)


def _at(path: tuple[int, ...], blocks: Iterable[Block]) -> Iterator[Block]:
    return (replace(block, path=path) for block in blocks)


def _is_data(rows: tuple[list[Block], ...]) -> bool:
    """Whether a table holds data: several rows of several short cells, few of them links."""
    cells = [cell for row in rows for cell in row if cell.text]
    full = [row for row in rows if sum(bool(cell.text) for cell in row) > 1]
    length = sum(len(cell.text) for cell in cells)
    if len(full) < 2 or len(full) < 0.6 * len(rows) or length > 80 * len(cells):
        return False
    return sum(cell.linked for cell in cells) < 0.5 * length


def _row(cells: list[Block], width: int) -> str:
    words = [cell.markdown.replace("|", "\\|") for cell in cells]
    return "| " + " | ".join([*words, *[""] * (width - len(words))]) + " |"


def _name(element: _Element) -> str:
    return element.tag.lower() if isinstance(element.tag, str) else "comments"


def _has(element: _Element, tag: str) -> bool:
    return any(_name(inner) == tag for inner in element.iterdescendants())


def _holds_blocks(element: _Element) -> bool:
    """Whether an inline element was put round paragraphs, as old pages do with `font`."""
    known = _INLINE | _BREAKS | _DROPPED
    return any(_name(inner) not in known for inner in element.iterdescendants())
