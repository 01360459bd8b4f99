"""A block: a paragraph, heading, list, quote or table of a page's text, as Markdown."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from dossierpress.ingest.headline import headline_key


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


def compose(blocks: Iterable[Block]) -> str:
    """Return blocks as one Markdown text."""
    return "\n\n".join(block.markdown for block in blocks)
