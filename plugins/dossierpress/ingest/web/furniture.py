"""Blocks among a page's text that belong to the page and not to the story.

Each rule of `RULES` says of one block, with those round it, that it is none of the text.
"""

from collections.abc import Callable, Sequence

from dossierpress.ingest.noise import is_noise
from dossierpress.ingest.signature import read_signature
from dossierpress.ingest.web.block import Block, Shape
from dossierpress.ingest.web.phrases import END, MAX_NOTICE, NOTICE, OTHERS, POINTER

_LEAD = 8
"""Bylines and stamps stand among so many first blocks."""
_TAIL_REACH = 8
_SHORT = 80
_MANY = 1000
"""In a longer text no quote is looked for again: that takes the square of its length."""

Names = frozenset[str]
"""The headline and the names of the site, folded: what a page repeats above its text."""
Rule = Callable[[Sequence[Block], int, Names], bool]


def repeats_name(blocks: Sequence[Block], at: int, names: Names) -> bool:
    """The headline once more, or the name of the site, among the first blocks."""
    return at < _LEAD and blocks[at].key in names


def page_line(blocks: Sequence[Block], at: int, names: Names) -> bool:
    """A line that only pages have: share, advertisement, cookies, "Read more"."""
    block = blocks[at]
    if block.shape is Shape.LIST:
        return False
    return is_noise(block.text) or (
        len(block.text) < MAX_NOTICE and NOTICE.search(block.text) is not None
    )


def signature(blocks: Sequence[Block], at: int, names: Names) -> bool:
    """A byline or a stamp above the text."""
    block = blocks[at]
    if at >= _LEAD or len(block.text) > 160 or _opened(blocks[:at]):
        return False
    found = read_signature(block.text, 1)
    return found is not None and found.is_anchor


def pointer(blocks: Sequence[Block], at: int, names: Names) -> bool:
    """A paragraph that leads to another story: "Read more: …", all of it a link."""
    block = blocks[at]
    if block.shape not in (Shape.PARAGRAPH, Shape.HEADING) or len(block.text) > 240:
        return False
    if POINTER.match(block.text) and block.linked >= 0.4 * len(block.text):
        return True
    return block.linked >= 0.85 * len(block.text) and len(block.text.split()) >= 4


def related_list(blocks: Sequence[Block], at: int, names: Names) -> bool:
    """A list of links to other stories, and the heading above it."""
    block = blocks[at]
    if block.shape is Shape.LIST:
        above = blocks[at - 1].text if at else ""
        announced = len(above) < _SHORT and OTHERS.match(above) is not None
        long_items = block.items >= 2 and len(block.text.split()) >= 4 * block.items
        return block.is_link and (announced or long_items or at == len(blocks) - 1)
    if not OTHERS.match(block.text) or len(block.text) > _SHORT:
        return False
    if block.shape is Shape.HEADING or block.text.endswith(":") or len(block.text.split()) <= 4:
        below = blocks[at + 1] if at + 1 < len(blocks) else None
        return below is None or below.is_link
    return False


def tail_line(blocks: Sequence[Block], at: int, names: Names) -> bool:
    """Tags, copyright and invitations below the text."""
    block = blocks[at]
    return at >= len(blocks) - _TAIL_REACH and at > 0 and END.fullmatch(block.text) is not None


def empty_heading(blocks: Sequence[Block], at: int, names: Names) -> bool:
    """A heading with nothing below it."""
    return at == len(blocks) - 1 and at > 0 and blocks[at].shape is Shape.HEADING


def pulled_quote(blocks: Sequence[Block], at: int, names: Names) -> bool:
    """A sentence of the text that is set once more, larger."""
    block = blocks[at]
    key = block.key
    if len(blocks) > _MANY or len(block.text) > MAX_NOTICE or len(key.split()) < 5:
        return False
    others = (other for index, other in enumerate(blocks) if index != at)
    longer = (other for other in others if len(other.text) > len(block.text))
    return any(key in other.key for other in longer if other.shape is not Shape.LIST)


RULES: tuple[Rule, ...] = (
    repeats_name, page_line, signature, pointer, related_list, tail_line, pulled_quote,
    empty_heading,
)  # fmt: skip
"""What is no text of a story; each rule sees what the ones before it have left."""


def without_furniture(blocks: Sequence[Block], names: Names = frozenset()) -> tuple[Block, ...]:
    """Return the blocks that are text; all of them where the rules would leave none."""
    kept = list(blocks)
    for rule in RULES:
        kept = [block for at, block in enumerate(kept) if not rule(kept, at, names)]
    while len(kept) > 1 and kept[-1].shape is Shape.HEADING:
        kept.pop()
    return tuple(kept)


def _opened(blocks: Sequence[Block]) -> bool:
    """Whether running text has begun."""
    return any(len(block.text) > 200 for block in blocks)
