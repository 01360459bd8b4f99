"""HTML mail as paragraphs: its words, headings, items and links, and nothing that is hidden."""

import re
from html.parser import HTMLParser

from dossierpress.ingest.decode import clean
from dossierpress.ingest.paragraphs import Link, Paragraph

_BLOCKS = frozenset(
    {
        "p", "div", "br", "tr", "td", "th", "table", "ul", "ol", "li", "h1", "h2", "h3", "h4", "h5",
        "h6", "blockquote", "section", "article", "header", "footer", "hr", "center", "address",
        "pre", "dl", "dt", "dd", "figure", "figcaption",
    }
)  # fmt: skip
_HIDDEN = frozenset({"script", "style", "head", "title", "template", "noscript", "svg"})
_VOID = frozenset(
    {
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source",
        "track", "wbr",
    }
)  # fmt: skip
_INVISIBLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0", re.I)
MAX_DEPTH = 500
"""Nesting beyond this is counted no further."""


def paragraphs_of(html: str) -> tuple[Paragraph, ...]:
    """Return the paragraphs of an HTML mail."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    reader.end_block()
    return tuple(reader.paragraphs)


class _Reader(HTMLParser):
    """Collects words until a block ends; knows nothing of layout."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.paragraphs: list[Paragraph] = []
        self._words: list[str] = []
        self._links: list[Link] = []
        self._anchor: tuple[str, int] | None = None
        self._hidden: list[str] = []
        self._level = 0
        self._item = False
        self._gap = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a block, a link or what is hidden."""
        given = {key: value or "" for key, value in attrs}
        if self._hidden:
            if tag == self._hidden[-1] and tag not in _VOID and len(self._hidden) < MAX_DEPTH:
                self._hidden.append(tag)
            return
        if tag in _BLOCKS:
            self.end_block()
            self._gap += tag == "br"
            self._level = int(tag[1]) if re.fullmatch(r"h[1-6]", tag) else 0
            self._item = tag == "li"
        if tag == "hr":
            self.paragraphs.append(Paragraph("---", gap=1))
        elif tag == "a" and given.get("href", "").startswith(("http://", "https://")):
            self._anchor = (given["href"].strip(), len(self._words))
        elif tag in _HIDDEN or (
            tag not in _VOID and _INVISIBLE.search(given.get("style", "")) is not None
        ):
            self._hidden.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """End what `handle_starttag` began."""
        if self._hidden:
            if tag == self._hidden[-1]:
                self._hidden.pop()
            return
        if tag == "a" and self._anchor is not None:
            url, start = self._anchor
            text = clean("".join(self._words[start:]))
            self._anchor = None
            if text:
                self._links.append(Link(text, url))
        elif tag in _BLOCKS:
            self.end_block()
            self._level, self._item = 0, False

    def handle_data(self, data: str) -> None:
        """Keep the words that are seen."""
        if not self._hidden:
            self._words.append(data)

    def end_block(self) -> None:
        """Make a paragraph of the words so far."""
        text = clean("".join(self._words))
        links = tuple(self._links)
        self._words, self._links, self._anchor = [], [], None
        if not text:
            return
        self.paragraphs.append(
            Paragraph(text, self._level, self._item, links, gap=min(self._gap, 1))
        )
        self._gap = 0
