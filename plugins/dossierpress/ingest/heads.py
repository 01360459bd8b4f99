"""Where stories begin between two rule lines: runs of head-like lines that hold an anchor."""

from collections.abc import Sequence
from dataclasses import dataclass

from dossierpress.ingest.headers import read_header
from dossierpress.ingest.headline import (
    headline_key,
    is_afterword,
    is_repeatable,
    is_section,
    is_short,
)
from dossierpress.ingest.kinds import Kind, Part
from dossierpress.ingest.links import bare_url, is_social
from dossierpress.ingest.signature import read_signature
from dossierpress.ingest.stamps import read_stamps

TWIN_REACH = 9
"""A headline is repeated within so many parts."""
LEAD_REACH = 4
"""A headline stands at most so many parts above its anchor."""
MAX_STANDFIRST = 350
"""A longer sentence between headline and byline is text, not a standfirst."""
_MAX_PROSE_BETWEEN = 3


@dataclass(frozen=True)
class Head:
    """The head of one story, as positions in the chunk.

    Attributes:
        start: its first part.
        body: the first part of the text.
        anchors: in words, what showed that a story begins here.
    """

    start: int
    body: int
    anchors: tuple[str, ...]


def find_heads(parts: Sequence[Part]) -> list[Head]:
    """Return the heads of all stories; the first begins with the first part."""
    finder = _Finder(parts)
    heads: list[Head] = []
    for start, end in finder.runs():
        head = finder.head(start, end, heads[-1] if heads else None)
        if head is not None:
            heads.append(head)
    if not heads or heads[0].start > 0:
        heads.insert(0, Head(0, 0, ()))
    return _with_tails(parts, heads)


class _Finder:
    """The parts of one chunk, with what stands twice and what bridges a head."""

    def __init__(self, parts: Sequence[Part]) -> None:
        self.parts = parts
        self.twins = _twins(parts)
        self.copies = frozenset(self.twins.values())
        self.bridged = {
            index for first, second in self.twins.items() for index in range(first, second)
        } | _standfirsts(parts)

    def headish(self, index: int) -> bool:
        """Whether a part may belong to a head."""
        kind = self.parts[index].kind
        return index in self.bridged or kind not in (Kind.PROSE, Kind.DATELINE, Kind.RULE, Kind.END)

    def runs(self) -> list[tuple[int, int]]:
        """The runs of head-like parts; the first begins at 0 even where it is empty."""
        runs: list[tuple[int, int]] = []
        index, count = 0, len(self.parts)
        while index < count:
            end = index
            while end < count and self.headish(end):
                end += 1
            if end > index or index == 0:
                runs.append((index, end))
            index = max(end, index) + (end == index)
        return runs

    def head(self, start: int, end: int, above: Head | None) -> Head | None:
        """The head that a run holds; None where it holds none."""
        if above is None:
            body = end if end < len(self.parts) else self._body_without_prose(start, end)
            return Head(start, body, self._anchors(start, end))
        lead = self._lead(start, end)
        if lead is None:
            return self._sentence_headline(start, end)
        first = lead
        while first > start and self._belongs_below(first - 1, first, end, above):
            first -= 1
        anchors = self._anchors(first, end) or self._tail_anchors(start, first, above)
        if not anchors:
            return None
        body = end if end < len(self.parts) else self._body_without_prose(first, end)
        return Head(first, body, anchors)

    def _lead(self, start: int, end: int) -> int | None:
        """The headline of a run: one that stands twice, a heading, or the first near an anchor."""
        run = range(start, end)
        for index in run:
            if index in self.twins:
                return index
        for index in run:
            if _names_title(self.parts[index]):
                return index
        headlines = [index for index in run if _may_lead(self.parts[index])]
        if not headlines:
            return None
        apart = max(headlines, key=lambda index: (self.parts[index].line.gap, -index))
        if self.parts[apart].line.gap >= 2 and (
            self.parts[apart].line.gap > self.parts[headlines[0]].line.gap
        ):
            return apart
        anchor = next(
            (index for index in range(headlines[0], end) if _is_anchor(self.parts[index])), end
        )
        near = [index for index in headlines if anchor - LEAD_REACH <= index < anchor]
        return near[0] if near else headlines[-1]

    def _belongs_below(self, index: int, lead: int, end: int, above: Head) -> bool:
        """Whether the part above a headline belongs to it, and not to the story before."""
        part, below = self.parts[index], self.parts[index + 1]
        if part.kind is Kind.HEADLINE:
            return is_section(part.text) and part.line.gap > 0
        if part.kind not in (Kind.SIGNATURE, Kind.URL, Kind.HEADER, Kind.CAPTION):
            return False
        if part.line.gap != below.line.gap and part.kind is not Kind.CAPTION:
            return part.line.gap > below.line.gap
        place = self._place_in(above, part.kind)
        if place == "before":
            return True
        if any(self.parts[other].kind is part.kind for other in range(lead + 1, end)):
            return False
        return part.kind is Kind.SIGNATURE and _is_anchor(part)

    def _place_in(self, head: Head, kind: Kind) -> str | None:
        """Whether a head has a kind of line before or after its headline, or not at all."""
        kinds = [part.kind for part in self.parts[head.start : head.body]]
        if kind not in kinds:
            return None
        titles = (Kind.HEADLINE, Kind.HEADING)
        title = next((at for at, found in enumerate(kinds) if found in titles), len(kinds))
        return "before" if kinds.index(kind) < title else "after"

    def _anchors(self, start: int, end: int) -> tuple[str, ...]:
        found = ["repeated headline" for index in range(start, end) if index in self.twins] + [
            str(part.kind) for part in self.parts[start:end] if _is_anchor(part)
        ]
        if end < len(self.parts) and self.parts[end].kind is Kind.DATELINE:
            found.append(str(Kind.DATELINE))
        return tuple(dict.fromkeys(found))

    def _tail_anchors(self, start: int, first: int, above: Head) -> tuple[str, ...]:
        """Anchors that close the story above, where its head has none of their kind."""
        closing = [
            part.kind
            for part in self.parts[start:first]
            if _is_anchor(part) and self._place_in(above, part.kind) is None
        ]
        if start and self.parts[start - 1].kind is Kind.END:
            closing.append(Kind.END)
        return tuple(dict.fromkeys(f"{kind} above" for kind in closing))

    def _sentence_headline(self, start: int, end: int) -> Head | None:
        """A headline that ends in a full stop, set apart, with a stamp or byline below it."""
        if start == 0 or not any(_is_anchor(part) for part in self.parts[start:end]):
            return None
        above = self.parts[start - 1]
        alone = above.kind is Kind.PROSE and above.line.gap >= 2 and len(above.text) <= 120
        if not alone or end == len(self.parts):
            return None
        return Head(start - 1, end, self._anchors(start, end))

    def _body_without_prose(self, start: int, end: int) -> int:
        """Where a story of short lines only begins its text: below the last anchor of its head."""
        last = max(
            (
                index
                for index in range(start, end)
                if index in self.copies
                or self.parts[index].kind not in (Kind.HEADLINE, Kind.BULLET, Kind.NOISE)
            ),
            default=None,
        )
        if last is None or not any(
            self.parts[index].kind in (Kind.HEADLINE, Kind.HEADING)
            for index in range(start, last + 1)
        ):
            return min(end, start + 1)
        return last + 1


def _is_anchor(part: Part) -> bool:
    if part.kind in (Kind.HEADER, Kind.HEADING):
        return True
    if part.kind is Kind.URL:
        return not is_social(bare_url(part.text) or "")
    if part.kind is Kind.SIGNATURE:
        signature = read_signature(part.text, part.line.first)
        return signature is not None and signature.is_anchor
    return False


def _may_lead(part: Part) -> bool:
    return part.kind is Kind.HEADLINE and not is_afterword(part.text)


def _names_title(part: Part) -> bool:
    if part.kind is Kind.HEADER:
        header = read_header(part.text)
        return header is not None and header.key == "title"
    return part.kind is Kind.HEADING


def _twins(parts: Sequence[Part]) -> dict[int, int]:
    """The position of each headline that stands again a few parts below, and of its copy."""
    titles = (Kind.HEADLINE, Kind.HEADING, Kind.PROSE)
    keys = [
        headline_key(part.text)
        if part.kind in titles and len(part.text) <= 200 and is_repeatable(part.text)
        else ""
        for part in parts
    ]
    twins: dict[int, int] = {}
    for index, key in enumerate(keys):
        if not key:
            continue
        for other in range(index + 1, min(index + TWIN_REACH, len(parts))):
            between = [part.kind for part in parts[index + 1 : other]]
            if Kind.DATELINE in between or between.count(Kind.PROSE) > _MAX_PROSE_BETWEEN:
                break
            if keys[other] == key:
                twins[index] = other
    return twins


def _standfirsts(parts: Sequence[Part]) -> set[int]:
    """Sentences between a headline and its byline, stamp or dateline."""
    found: set[int] = set()
    for index, part in enumerate(parts):
        opens = part.kind is Kind.DATELINE or (part.kind is Kind.SIGNATURE and _is_anchor(part))
        if not opens or index == 0 or parts[index - 1].kind is Kind.SIGNATURE:
            continue
        if part.kind is Kind.SIGNATURE and not _text_follows(parts, index):
            continue
        between: list[int] = []
        for above in range(index - 1, max(-1, index - 5), -1):
            kind = parts[above].kind
            if kind is Kind.PROSE and len(parts[above].text) <= MAX_STANDFIRST and len(between) < 2:
                between.append(above)
            elif kind is Kind.HEADLINE and not is_short(parts[above].text):
                found.update(between)
                break
            elif not _stands_below_headline(parts[above]):
                break
    return found


def _stands_below_headline(part: Part) -> bool:
    if part.kind is Kind.SIGNATURE:
        return not read_stamps(part.text, part.line.first)
    return part.kind in (Kind.CAPTION, Kind.BULLET)


def _text_follows(parts: Sequence[Part], index: int) -> bool:
    for part in parts[index + 1 :]:
        if part.kind in (Kind.PROSE, Kind.DATELINE):
            return True
        if part.kind in (Kind.HEADLINE, Kind.HEADING, Kind.HEADER):
            return False
    return False


def _with_tails(parts: Sequence[Part], heads: list[Head]) -> list[Head]:
    """Count as anchors what stands below the text of a first story that has none in its head."""
    first = heads[0]
    if first.anchors:
        return heads
    end = heads[1].start if len(heads) > 1 else len(parts)
    tail = [str(part.kind) for part in parts[first.body : end] if _is_anchor(part)]
    if len(heads) > 1:
        tail.append("the story below")
    return [Head(first.start, first.body, tuple(dict.fromkeys(tail))), *heads[1:]]
