"""The Python-Markdown extension that turns the marks of `dossierpress.site.body` into links.

It runs only on a source that begins with a table of links. After inline parsing it links each
mark that stands in running text and drops every other one (in headings, code, links,
attributes). Links are relative to Markdown files, so that the host checks and resolves them.
"""

import json
import re
from collections.abc import Iterator
from urllib.parse import urlsplit
from xml.etree import ElementTree

from markdown import Markdown
from markdown.extensions import Extension
from markdown.postprocessors import Postprocessor
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor

from dossierpress.site.body import MARK, PRIVATE, TABLE, number

LINK_CLASS = "dp-link"
_UNLINKED = frozenset(
    {"a", "code", "pre", "h1", "h2", "h3", "h4", "h5", "h6", "figcaption", "button"}
)
_HEADING = re.compile(r"h[1-5]")


class EntityLinks(Extension):
    """Registers the three steps: read the table, set the links, drop what is left."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802  # Python-Markdown's name
        """Add the steps to one converter."""
        table = _Table(md)
        md.preprocessors.register(table, "dossier_table", 1000)
        # After inline parsing (20) and attribute lists (8), before tables of contents (5).
        md.treeprocessors.register(_Links(md, table), "dossier_links", 7.5)
        md.postprocessors.register(_Rest(md, table), "dossier_rest", -1000)


class _Table(Preprocessor):
    """Takes the table of links off the source; `links` is None for a source that has none."""

    links: list[list[str]] | None = None

    def run(self, lines: list[str]) -> list[str]:
        self.links = None
        if not lines or not lines[0].startswith(TABLE):
            return lines
        self.links = json.loads(lines[0].removeprefix(TABLE))
        return lines[1:]


class _Links(Treeprocessor):
    def __init__(self, md: Markdown, table: _Table) -> None:
        super().__init__(md)
        self._table = table

    def run(self, root: ElementTree.Element) -> None:
        if self._table.links is None:
            return
        _make_safe(root)
        _lower_headings(root)
        _visit(root, self._table.links, linking=True)


class _Rest(Postprocessor):
    """Drops the marks that came by another road than the tree: raw HTML, highlighted code."""

    def __init__(self, md: Markdown, table: _Table) -> None:
        super().__init__(md)
        self._table = table

    def run(self, text: str) -> str:
        return text if self._table.links is None else PRIVATE.sub("", text)


def _visit(element: ElementTree.Element, links: list[list[str]], *, linking: bool) -> None:
    """Link the marks in an element's text and in what follows each of its children."""
    for name, value in element.items():
        element.set(name, PRIVATE.sub("", value))
    linking = linking and element.tag not in _UNLINKED
    children = list(element)
    element.text, anchors = _split(element.text, links, linking=linking)
    for index, anchor in enumerate(anchors):
        element.insert(index, anchor)
    for child in children:
        _visit(child, links, linking=linking)
        child.tail, anchors = _split(child.tail, links, linking=linking)
        at = list(element).index(child) + 1
        for index, anchor in enumerate(anchors):
            element.insert(at + index, anchor)


def _split(
    text: str | None, links: list[list[str]], *, linking: bool
) -> tuple[str | None, list[ElementTree.Element]]:
    """Return a text's beginning, and its links, each with the text that follows it."""
    if not text or not PRIVATE.search(text):
        return text, []
    if not linking:
        return type(text)(PRIVATE.sub("", text)), []
    before, *rest = _pieces(text)
    anchors = []
    for digits, name, tail in zip(rest[::3], rest[1::3], rest[2::3], strict=True):
        href, title = links[number(digits)]
        anchor = ElementTree.Element("a", {"href": href, "class": LINK_CLASS, "title": title})
        anchor.text, anchor.tail = PRIVATE.sub("", name), PRIVATE.sub("", tail)
        anchors.append(anchor)
    return PRIVATE.sub("", before), anchors


def _pieces(text: str) -> Iterator[str]:
    """Return the text before the first mark, then number, name and following text of each."""
    return iter(MARK.split(text))


def _make_safe(root: ElementTree.Element) -> None:
    """Turn links and images that the host would stop at into plain text."""
    for element in root.iter():
        key = {"a": "href", "img": "src"}.get(str(element.tag))
        if key is not None and not _is_url(element.get(key)):
            element.attrib.pop(key, None)
            element.tag = "span"


def _is_url(url: str | None) -> bool:
    if url is None:
        return False
    try:
        urlsplit(url)
    except ValueError:
        return False
    return True


def _lower_headings(root: ElementTree.Element) -> None:
    """Move all headings down by one level where the text has one of the first level."""
    if root.find(".//h1") is None:
        return
    for element in root.iter():
        if _HEADING.fullmatch(str(element.tag)):
            element.tag = f"h{int(str(element.tag)[1]) + 1}"
