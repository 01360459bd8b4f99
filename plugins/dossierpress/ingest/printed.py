"""The lines of printed pages made into paragraphs again.

A page knows no paragraphs: it has lines at heights and in sizes. What stands at the edge of page
after page is no text. A line goes on in the next where it is full and the next follows at the
usual distance; a word that was cut at the line's end is whole again.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from dossierpress.ingest.headline import MAX_LENGTH, ends_sentence
from dossierpress.ingest.kinds import Kind, classify
from dossierpress.ingest.paragraphs import Paragraph

EDGE = 3
"""A running header or footer stands within so many lines of a page's top or bottom."""
LARGER = 1.2
"""Letters that are so much larger than those of the text are a heading's."""
WIDER = 1.45
"""A distance that is so much wider than the usual one ends a paragraph."""
FULL = 0.8
"""A line of so much of the usual length may go on in the next."""
_PAGE_NUMBER = re.compile(r"\W*(?:page |p\. ?)?\d{1,4}(?: ?(?:of|/|von|de) ?\d{1,4})?\W*", re.I)
_NOT_JOINED = frozenset({Kind.RULE, Kind.END, Kind.URL, Kind.SIGNATURE, Kind.HEADER, Kind.BULLET})
_SECOND_HALVES = frozenset(
    {
        "awaited", "backed", "based", "built", "class", "controlled", "day", "held", "known", "led",
        "level", "made", "old", "owned", "profile", "range", "ranking", "run", "running", "scale",
        "serving", "speed", "standing", "style", "term", "trained", "wide", "year",
    }
)  # fmt: skip
"""Words that follow a hyphen in a compound rather than where a word was cut."""


@dataclass(frozen=True)
class PrintedLine:
    """One line of a page.

    Attributes:
        size: the height of its letters.
        drop: how far it stands below the line before; 0 for the first of a page or column.
    """

    page: int
    text: str
    size: float = 10.0
    drop: float = 0.0


def paragraphs_of(lines: Sequence[PrintedLine]) -> tuple[Paragraph, ...]:
    """Return the paragraphs of a printed text, without what only the pages say."""
    kept = without_running_lines(lines)
    if not kept:
        return ()
    sizes = Counter[float]()
    for line in kept:
        sizes[round(line.size, 1)] += len(line.text)
    body_size = sizes.most_common(1)[0][0]
    body = [line for line in kept if line.size < LARGER * body_size]
    lengths = sorted(len(line.text) for line in body) or [80]
    width = lengths[int(0.9 * (len(lengths) - 1))]
    leading = _usual(line.drop for line in body if line.drop > 0)
    levels = _levels(kept, body_size)
    words = frozenset(re.findall(r"\w+(?:-\w+)*", " ".join(line.text for line in kept).casefold()))
    return tuple(
        _paragraph(group, levels, leading, words) for group in _groups(kept, width, leading, levels)
    )


def without_running_lines(lines: Sequence[PrintedLine]) -> list[PrintedLine]:
    """Leave out page numbers, and lines that stand at the edge of at least half of the pages."""
    pages: dict[int, list[int]] = {}
    for index, line in enumerate(lines):
        pages.setdefault(line.page, []).append(index)
    edges = {page: {*at[:EDGE], *at[-EDGE:]} for page, at in pages.items()}
    seen = Counter(
        key for at in edges.values() for key in {_running_key(lines[index].text) for index in at}
    )
    often = {key for key, count in seen.items() if count >= 2 and 2 * count >= len(pages)}
    dropped = {
        index
        for page, at in edges.items()
        for index in at
        if _running_key(text := lines[index].text) in often
        or (index in (pages[page][0], pages[page][-1]) and _PAGE_NUMBER.fullmatch(text))
    }
    return [line for index, line in enumerate(lines) if index not in dropped]


def _usual(drops: Iterable[float]) -> float:
    """The distance that most lines have; the smallest of those that are as common."""
    counts = Counter(round(2 * drop) / 2 for drop in drops)
    return min(counts, key=lambda drop: (-counts[drop], drop)) if counts else 0.0


def _running_key(text: str) -> str:
    return re.sub(r"\d+", "0", " ".join(text.split()).casefold())


def _levels(lines: Sequence[PrintedLine], body_size: float) -> dict[float, int]:
    """The sizes of headings by their rank, the largest first."""
    larger = {round(line.size, 1) for line in lines if line.size >= LARGER * body_size}
    return {size: rank for rank, size in enumerate(sorted(larger, reverse=True), 1)}


def _groups(
    lines: Sequence[PrintedLine], width: int, leading: float, levels: dict[float, int]
) -> Iterator[list[PrintedLine]]:
    group: list[PrintedLine] = []
    for line in lines:
        if group and not _goes_on(group, line, width, leading, levels):
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _goes_on(
    group: Sequence[PrintedLine],
    below: PrintedLine,
    width: int,
    leading: float,
    levels: dict[float, int],
) -> bool:
    above = group[-1]
    if round(above.size, 1) != round(below.size, 1):
        return False
    if round(above.size, 1) in levels:
        near = 0 < below.drop <= WIDER * 1.2 * above.size
        return near and sum(len(line.text) for line in group) + len(below.text) <= MAX_LENGTH
    if leading and below.drop > WIDER * leading and below.page == above.page:
        return False
    if classify(below.text) in _NOT_JOINED or classify(above.text) in _NOT_JOINED - {Kind.BULLET}:
        return False
    full = len(above.text) >= FULL * width
    if ends_sentence(above.text):
        return full and len(above.text) >= 0.9 * width and below.page == above.page
    return full or below.text[:1].islower()


def _paragraph(
    group: Sequence[PrintedLine],
    levels: dict[float, int],
    leading: float,
    words: frozenset[str],
) -> Paragraph:
    text = group[0].text
    for line in group[1:]:
        text = _joined(text, line.text, words)
    gap = 1 if leading and group[0].drop > 2.5 * leading else 0
    return Paragraph(text, levels.get(round(group[0].size, 1), 0), gap=gap, place=group[0].page)


def _joined(above: str, below: str, words: frozenset[str]) -> str:
    """Join two lines; a hyphen at the end goes, unless the text has the word with it elsewhere."""
    cut = re.search(r"(\w+)[-\u00ad\u2010]$", above)
    rest = re.match(r"[^\W\d_]+", below)
    if cut is None or rest is None or not below[0].islower():
        return f"{above} {below}"
    hyphened, whole = f"{cut[1]}-{rest[0]}".casefold(), f"{cut[1]}{rest[0]}".casefold()
    if whole not in words and (hyphened in words or rest[0] in _SECOND_HALVES):
        return f"{above}{below}"
    return f"{above[:-1]}{below}"
