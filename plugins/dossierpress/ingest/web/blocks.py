"""The text of a page as blocks of Markdown: paragraphs, headings, lists, quotes and tables.

It reads the elements of HTML and those that trafilatura makes of them. Only the words and the
links to web and mail addresses are kept; every other word is escaped, so no markup gets through.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from lxml.etree import _Element

from dossierpress.ingest.web.block import Block, Shape, compose
from dossierpress.ingest.web.elements import (
    BREAKS,
    CELLS,
    DROPPED,
    HEADINGS,
    INLINE,
    LINKS,
    LISTS,
    QUOTES,
    ROWS,
    has,
    holds_blocks,
    name_of,
)
from dossierpress.ingest.web.line import Line
from dossierpress.ingest.web.page import absolute

_ENDS = re.compile(r"[.!?…:;؟。”\"'»)]\s*$")
_MAX_NESTING = 3


def read_blocks(root: _Element, base: str | None) -> tuple[Block, ...]:
    """Return the blocks of a tree; relative links are made absolute with `base`."""
    return tuple(block for block in _Reader(base).blocks(root) if block.text)


class _Reader:
    """Walks a tree; `base` is the address that relative links count from."""

    def __init__(self, base: str | None) -> None:
        self._base = base

    def blocks(
        self, element: _Element, nesting: int = 0, path: tuple[int, ...] = ()
    ) -> Iterator[Block]:
        """Yield the blocks inside an element, the text between them as paragraphs."""
        line = Line()
        line.add(element.text)
        breaks = 0
        for number, child in enumerate(element):
            tag = name_of(child)
            if tag in BREAKS:
                breaks += 1
                if breaks > 1 or (len(line.text) > 80 and _ENDS.search(line.text)):
                    yield from _flushed(line, (*path, number))
                    line = Line()
                else:
                    line.add(" ")
            elif tag in INLINE and not holds_blocks(child):
                self._inline(child, line)
            elif tag not in DROPPED:
                yield from _flushed(line, (*path, number))
                line = Line()
                yield from self._block(child, tag, nesting, (*path, number))
            if (child.tail and child.tail.strip()) or tag in INLINE:
                breaks = 0
            line.add(child.tail)
        yield from _flushed(line, (*path, len(element)))

    def _block(
        self, element: _Element, tag: str, nesting: int, path: tuple[int, ...]
    ) -> Iterator[Block]:
        if nesting > 60:
            yield from _flushed(self._flat(element), path)
        elif tag in HEADINGS:
            level = HEADINGS.get((element.get("rend") or "") if tag == "head" else tag, 2)
            block = replace(self._flat(element).block(Shape.HEADING), path=path)
            if block.text:
                yield replace(block, markdown=f"{'#' * level} {block.markdown}")
        elif tag in LISTS:
            yield from _at(path, self._list(element, tag, nesting))
        elif tag in QUOTES:
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
        nested = any(name_of(inner) == "table" for inner in element.iterdescendants())
        rows = () if nested else self._rows(element)
        cells = [cell for row in rows for cell in row]
        if not _is_data(rows):
            for number, row in enumerate(element.iter()):
                inside = nested and has(row, "table")
                if name_of(row) in CELLS and not inside:
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
            [self._flat(cell).block() for cell in row if name_of(cell) in CELLS]
            for row in element.iter()
            if name_of(row) in ROWS
        )
        return tuple(row for row in rows if any(cell.text for cell in row))

    def _flat(self, element: _Element) -> Line:
        """Everything in an element on one line."""
        line = Line()
        line.add(element.text)
        for child in element:
            self._inline(child, line)
            line.add(child.tail)
        return line

    def _inline(self, element: _Element, line: Line, nesting: int = 0) -> None:
        tag = name_of(element)
        if tag in BREAKS or (tag not in INLINE and tag not in DROPPED):
            line.add(" ")
        if tag in DROPPED or nesting > 100:
            return
        target = Line() if tag in LINKS else line
        target.add(element.text)
        for child in element:
            self._inline(child, target, nesting + 1)
            target.add(child.tail)
        if target is not line:
            href = element.get("href") or element.get("target")
            line.link(target, absolute(href, self._base) if href else None)


def _flushed(line: Line, path: tuple[int, ...]) -> Iterator[Block]:
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
