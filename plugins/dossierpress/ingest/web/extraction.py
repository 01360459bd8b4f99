"""The candidates for a page's text, each found in another way."""

import logging
from copy import deepcopy
from dataclasses import dataclass
from functools import cached_property

import trafilatura
from lxml.html import HtmlElement

from dossierpress.ingest.web.block import Block
from dossierpress.ingest.web.blocks import read_blocks
from dossierpress.ingest.web.page import Page
from dossierpress.ingest.web.tokens import Tokens, tokens_of

# trafilatura logs each page that it finds nothing in; here that is a case like any other.
logging.getLogger("trafilatura").addHandler(logging.NullHandler())


@dataclass(frozen=True)
class Candidate:
    """One reading of a page's text.

    Attributes:
        name: how it was found.
    """

    name: str
    blocks: tuple[Block, ...]

    @cached_property
    def tokens(self) -> Tokens:
        """Its words, counted."""
        return tokens_of(" ".join(block.text for block in self.blocks))


LONG = 3000
"""A page of more parts is read without jusText, which takes the square of their number."""
_PARTS = ("p", "div", "td", "li", "br", "dd", "h2", "h3", "h4", "blockquote", "section", "article")


def precise(page: Page, tree: HtmlElement) -> Candidate:
    """What trafilatura takes where it is told to leave out what it doubts."""
    return _trafilatura("precise", page, tree, precision=True)


def balanced(page: Page, tree: HtmlElement) -> Candidate:
    """What trafilatura takes by itself, which is more."""
    return _trafilatura("balanced", page, tree, precision=False)


def marked(page: Page, tree: HtmlElement) -> Candidate:
    """The element that the page marks as the body of its article."""
    found = tree.xpath("//*[@itemprop='articleBody']")
    longest = max(found, key=lambda element: len("".join(element.itertext())), default=None)
    return Candidate("marked", read_blocks(longest, page.base) if longest is not None else ())


def _is_long(tree: HtmlElement) -> bool:
    return sum(1 for _ in tree.iter(*_PARTS)) > LONG


def _trafilatura(name: str, page: Page, tree: HtmlElement, *, precision: bool) -> Candidate:
    # A copy, since trafilatura takes parts of what it is given away. Never with `deduplicate`: it
    # remembers the paragraphs of one page when it reads the next.
    try:
        found = trafilatura.bare_extraction(
            deepcopy(tree),
            fast=_is_long(tree),
            favor_precision=precision,
            include_comments=False,
            include_tables=True,
            include_links=True,
            include_formatting=True,
            with_metadata=False,
            deduplicate=False,
        )
    except RecursionError:
        return Candidate(name, ())
    body = getattr(found, "body", None)
    return Candidate(name, read_blocks(body, page.base) if body is not None else ())
