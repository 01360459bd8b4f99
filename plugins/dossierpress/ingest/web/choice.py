"""Which reading of a page's text is used, and why.

The rules stand in `RULES`, in their order. The publisher's own `articleBody` is the judge where a
page states one that is whole; where it is a teaser, or some other text, it is not heard.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property

from lxml.html import HtmlElement

from dossierpress.ingest.decode import split
from dossierpress.ingest.markdown import escape
from dossierpress.ingest.web.block import Block, Shape
from dossierpress.ingest.web.blocks import read_blocks
from dossierpress.ingest.web.completion import complete
from dossierpress.ingest.web.extraction import Candidate, balanced, marked, precise
from dossierpress.ingest.web.furniture import Names, without_furniture
from dossierpress.ingest.web.page import Page, parse_html
from dossierpress.ingest.web.tokens import Tokens, tokens_of

ENOUGH = 40
"""A stated text of fewer words is no text to judge by."""
AGREES = 0.9
"""A reading that agrees so well (F1) with the stated text is that text."""
MUCH_LESS = 0.6
"""A reading of less than this share of another has probably lost paragraphs."""


@dataclass(frozen=True)
class Body:
    """The text of a story, and in words, why it is this one."""

    blocks: tuple[Block, ...]
    reason: str


class Readings:
    """The readings of one page, each made when a rule asks for it."""

    def __init__(self, page: Page, tree: HtmlElement, stated: str | None, names: Names) -> None:
        self._page, self._tree, self._names = page, tree, names
        self.stated_text = stated or ""

    @cached_property
    def stated(self) -> Tokens:
        """The words of `articleBody`."""
        return tokens_of(self.stated_text)

    @cached_property
    def precise(self) -> Candidate:
        """The reading that leaves out what is doubtful."""
        return self._clean(precise(self._page, self._tree))

    @cached_property
    def balanced(self) -> Candidate:
        """The reading that takes more."""
        return self._clean(balanced(self._page, self._tree))

    @cached_property
    def marked(self) -> Candidate:
        """What the page marks as the body of its article."""
        return self._clean(marked(self._page, self._tree))

    @property
    def all(self) -> tuple[Candidate, ...]:
        """Every reading, the most careful first."""
        return (self.precise, self.balanced, self.marked)

    def _clean(self, candidate: Candidate) -> Candidate:
        return Candidate(candidate.name, without_furniture(candidate.blocks, self._names))


def by_agreement(readings: Readings) -> Body | None:
    """The first reading that agrees with `articleBody`, less what that has not at its ends."""
    if readings.stated.total < ENOUGH:
        return None
    for candidate in readings.all:
        if candidate.tokens.f1(readings.stated) >= AGREES:
            return Body(
                _within(candidate.blocks, readings.stated), f"{candidate.name} text, as articleBody"
            )
    best = max(readings.all, key=lambda candidate: candidate.tokens.f1(readings.stated))
    held = readings.stated.share_in(best.tokens)
    if held >= 0.9 and readings.stated.total >= MUCH_LESS * best.tokens.total:
        return Body(_within(best.blocks, readings.stated), f"{best.name} text, cut to articleBody")
    return None


def by_statement(readings: Readings) -> Body | None:
    """`articleBody` itself, where the readings have little of it."""
    if readings.stated.total < ENOUGH:
        return None
    best = max(readings.all, key=lambda candidate: readings.stated.share_in(candidate.tokens))
    if (
        readings.stated.share_in(best.tokens) >= 0.75
        or best.tokens.total > 2 * readings.stated.total
    ):
        return None
    blocks = without_furniture(stated_blocks(readings.stated_text))
    return Body(blocks, "articleBody: the page shows less") if blocks else None


def by_mark(readings: Readings) -> Body | None:
    """The marked element, where the careful reading has lost much of it and the other one not."""
    lost = readings.precise.tokens.total < MUCH_LESS * readings.marked.tokens.total
    if lost and readings.marked.tokens.share_in(readings.balanced.tokens) >= 0.9:
        return Body(readings.marked.blocks, "marked text: the precise one is much shorter")
    return None


def by_length(readings: Readings) -> Body | None:
    """The balanced reading, where the precise one has lost much of its running text."""
    if _prose(readings.precise) >= MUCH_LESS * _prose(readings.balanced):
        return None
    return Body(readings.balanced.blocks, "balanced text: the precise one is much shorter")


def by_caution(readings: Readings) -> Body | None:
    """The precise reading."""
    for candidate in readings.all:
        if candidate.blocks:
            return Body(candidate.blocks, f"{candidate.name} text")
    return None


Rule = Callable[[Readings], Body | None]
RULES: tuple[Rule, ...] = (by_agreement, by_statement, by_mark, by_length, by_caution)
"""The rules, in the order in which they are tried."""


def choose_body(page: Page, tree: HtmlElement, stated: str | None, names: Names) -> Body:
    """Return the text of a page by the first rule that decides.

    Args:
        page: the page.
        tree: its elements without what is no text of any story.
        stated: its `articleBody`.
        names: the headline and the site's names, which are no part of the text.
    """
    readings = Readings(page, tree, stated, names)
    for rule in RULES:
        body = rule(readings)
        if body is not None:
            whole = complete(body.blocks, read_blocks(tree, page.base))
            return replace(body, blocks=without_furniture(whole, names))
    return Body((), "no text")


def stated_blocks(text: str) -> tuple[Block, ...]:
    """Return `articleBody` as paragraphs: by its line breaks, or by its tags if it has any."""
    if "</p>" in text.lower() or "<br" in text.lower():
        tree = parse_html(text)
        if tree is not None:
            return read_blocks(tree, None)
    lines = (line.text for line in split(text))
    return tuple(Block(Shape.PARAGRAPH, line, escape(line)) for line in lines)


def _within(blocks: tuple[Block, ...], stated: Tokens) -> tuple[Block, ...]:
    """Take blocks off both ends that have little in common with the stated text."""

    def foreign(block: Block) -> bool:
        words = tokens_of(block.text)
        return words.share_in(stated) < 0.5 or (block.is_link and words.share_in(stated) < 0.8)

    first, last = 0, len(blocks)
    while first < last and foreign(blocks[first]):
        first += 1
    while last > first and foreign(blocks[last - 1]):
        last -= 1
    return blocks[first:last] or blocks


def _prose(candidate: Candidate) -> int:
    """How long the paragraphs are that look like running text."""
    return sum(
        len(block.text)
        for block in candidate.blocks
        if block.shape in (Shape.PARAGRAPH, Shape.QUOTE)
        and not block.is_link
        and len(block.text) > 60
    )
