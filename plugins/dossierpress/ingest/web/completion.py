"""Puts back what an extractor has dropped from the midst of a text.

Extractors judge each element by itself, and lose headings, lists and paragraphs whose only fault
is a link or a wrapper of their own. Here the text that was found is looked up in the page, and the
page is read from its first to its last block: what stands between two blocks of a story, in the
same part of the page, belongs to it.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

from dossierpress.ingest.web.block import Block, Shape

FOUND = 0.9
"""Of the text so much must be found in the page; else the two readings cannot be compared."""
LONGEST_GAP = 1500
"""More characters than this between two found blocks are another thing than the story."""
MANY = 3000
"""A page of more blocks is not searched: that takes the square of its length."""
_ENOUGH_WORDS = 3
_MOST_PLACES = 4
_MOST_STEPS = 100_000_000
"""Above so many characters to search, only whole blocks are looked up."""
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
    hits = _in_order(page, blocks, whole)
    found = sum(len(page[at].key) for at in hits)
    if not whole or found < FOUND * len(whole):
        return tuple(blocks)
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


def _in_order(page: Sequence[Block], blocks: Sequence[Block], whole: str) -> list[int]:
    """Return the blocks of the page that stand in the text, in the text's order.

    Of all ways to find blocks of the page one after the other in the text the one that finds most
    of it; so a teaser below the story that says again what stands in it is not taken for a part.
    """
    exact: dict[str, list[int]] = {}
    position = 0
    for block in blocks:
        exact.setdefault(block.key, []).append(position)
        position += len(block.key) + 1
    is_short = len(page) * len(whole) < _MOST_STEPS
    places = [
        (at, start)
        for at, block in enumerate(page)
        for start in exact.get(block.key) or (_places(block.key, whole) if is_short else ())
    ]
    # By the end of what was found so far: how much, and its last place; both rise along the lists.
    ends, best = [0], [0]
    last: list[int | None] = [None]
    before: list[int | None] = []
    same: list[tuple[int, int, int]] = []
    for number, (at, start) in enumerate(places):
        length = len(page[at].key)
        behind = bisect_right(ends, start) - 1
        before.append(last[behind])
        same.append((start + length, best[behind] + length, number))
        if number + 1 < len(places) and places[number + 1][0] == at:
            continue  # another place of the same block: it may not follow itself
        for end, found, place in same:
            _put(ends, best, last, (end, found, place))
        same.clear()
    chosen: list[int] = []
    step = last[-1]
    while step is not None:
        chosen.append(places[step][0])
        step = before[step]
    return chosen[::-1]


def _places(key: str, whole: str) -> Iterator[int]:
    start = whole.find(key) if len(key.split()) >= _ENOUGH_WORDS else -1
    for _ in range(_MOST_PLACES):
        if start < 0:
            return
        yield start
        start = whole.find(key, start + 1)


def _put(
    ends: list[int], best: list[int], last: list[int | None], way: tuple[int, int, int]
) -> None:
    """Keep a way to read the text, unless a shorter one finds as much; drop what finds less."""
    end, found, place = way
    at = bisect_right(ends, end)
    if best[at - 1] >= found:
        return
    stop = at
    while stop < len(best) and best[stop] <= found:
        stop += 1
    ends[at:stop], best[at:stop], last[at:stop] = [end], [found], [place]
    if ends[at - 1] == end:
        del ends[at - 1], best[at - 1], last[at - 1]


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
