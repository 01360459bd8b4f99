"""Puts back what an extractor has dropped from the midst of a text.

Extractors judge each element by itself, and lose headings, lists and paragraphs whose only fault
is a link or a wrapper of their own. Here the text that was found is looked up in the page, and the
page is read from its first to its last block: what stands between two blocks of a story, in the
same part of the page, belongs to it.
"""

from collections.abc import Sequence
from itertools import pairwise

from dossierpress.ingest.web.blocks import Block, Shape

FOUND = 0.9
"""Of the text so much must be found in the page; else the two readings cannot be compared."""
LONGEST_GAP = 1500
"""More characters than this between two found blocks are another thing than the story."""
MANY = 3000
"""A page of more blocks is not searched: that takes the square of its length."""
_ENOUGH_WORDS = 3
_PROSE = 80
_STOPS = (".", "!", "?", "…", "”", '"', "»", "؟", "’", ")")


def complete(blocks: Sequence[Block], page: Sequence[Block]) -> tuple[Block, ...]:
    """Return a text with what the page has between its first and its last block.

    Args:
        blocks: the text that was found.
        page: all blocks of the page, in its order.
    """
    if len(page) > MANY:
        return tuple(blocks)
    whole = " ".join(block.key for block in blocks)
    exact = {block.key for block in blocks}
    known = [_is_known(block.key, exact, whole) for block in page]
    found = sum(len(block.key) for block, hit in zip(page, known, strict=True) if hit)
    if not whole or found < FOUND * len(whole):
        return tuple(blocks)
    hits = [at for at, hit in enumerate(known) if hit]
    root = _root([page[at] for at in hits])
    levels = {len(page[at].path) for at in hits}
    kept = set(hits)
    for before, after in pairwise(hits):
        gap = range(before + 1, after)
        inside = [at for at in gap if page[at].path[: len(root)] == root]
        if sum(len(page[at].text) for at in inside) <= LONGEST_GAP:
            kept.update(at for at in inside if _belongs(page[at]))
    for step, at in ((1, hits[-1] + 1), (-1, hits[0] - 1)):
        while 0 <= at < len(page) and _continues(page[at], root, levels):
            kept.add(at)
            at += step
    return tuple(page[at] for at in sorted(kept))


def _is_known(key: str, exact: set[str], whole: str) -> bool:
    return key in exact or (len(key.split()) >= _ENOUGH_WORDS and key in whole)


def _belongs(block: Block) -> bool:
    """Whether a block in the midst of a text is more than a link, a time or a label."""
    if block.shape is Shape.PARAGRAPH and len(block.text.split()) < _ENOUGH_WORDS + 1:
        return False
    return not block.is_link


def _root(blocks: Sequence[Block]) -> tuple[int, ...]:
    """The way to the smallest part of the page that holds nearly all of these blocks."""
    total = sum(len(block.text) for block in blocks)
    root: tuple[int, ...] = ()
    while True:
        weights: dict[tuple[int, ...], int] = {}
        for block in blocks:
            if len(block.path) > len(root) + 1 and block.path[: len(root)] == root:
                way = block.path[: len(root) + 1]
                weights[way] = weights.get(way, 0) + len(block.text)
        best = max(weights, key=lambda way: weights[way], default=None)
        if best is None or weights[best] < 0.9 * total:
            return root
        root = best


def _continues(block: Block, root: tuple[int, ...], levels: set[int]) -> bool:
    """Whether a block beyond the ends is running text of the same kind, in the same part."""
    return (
        block.shape is Shape.PARAGRAPH
        and bool(root)
        and block.path[: len(root)] == root
        and len(block.path) in levels
        and len(block.text) >= _PROSE
        and block.linked < 0.5 * len(block.text)
        and block.text.endswith(_STOPS)
    )
