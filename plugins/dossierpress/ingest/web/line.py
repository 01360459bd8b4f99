"""A run of inline text, while a page is read: its words, its links, and both as Markdown."""

import re
from dataclasses import dataclass

from dossierpress.ingest.decode import clean
from dossierpress.ingest.markdown import escape_inline, escape_opening
from dossierpress.ingest.web.block import Block, Shape


@dataclass
class Line:
    """A run of inline text while it is being read."""

    markdown: str = ""
    text: str = ""
    linked: int = 0

    def add(self, text: str | None) -> None:
        """Add words that are no link."""
        if text:
            # Blanks at the edges part this text from its neighbours, and are joined at the end.
            lead, tail = _edges(text)
            words = f"{lead}{clean(text)}{tail}"
            self.text += words
            self.markdown += escape_inline(words)

    def link(self, inner: "Line", url: str | None) -> None:
        """Add the words of a link; without an address they are words like any others."""
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
        """Whether there are no words in it."""
        return not self.text.strip()

    def block(self, shape: Shape = Shape.PARAGRAPH) -> Block:
        """Return the words as a block."""
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
