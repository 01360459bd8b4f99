"""Where stories begin between two rule lines: runs of head-like lines that hold an anchor."""

from collections.abc import Sequence
from dataclasses import dataclass

from dossierpress.ingest.anchors import is_anchor, names_title
from dossierpress.ingest.bridges import find_standfirsts, find_twins
from dossierpress.ingest.headline import is_afterword, is_section
from dossierpress.ingest.kinds import Kind, Part
from dossierpress.ingest.noise import opens_list

LEAD_REACH = 4
"""A headline stands at most so many parts above its anchor."""


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
        self.twins = find_twins(parts)
        self.copies = frozenset(self.twins.values())
        self.bridged = {
            index for first, second in self.twins.items() for index in range(first, second)
        } | find_standfirsts(parts)

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
            if names_title(self.parts[index]):
                return index
        headlines = self._own(start, [index for index in run if _may_lead(self.parts[index])])
        if not headlines:
            return None
        apart = max(headlines, key=lambda index: (self.parts[index].line.gap, -index))
        if self.parts[apart].line.gap >= 2 and (
            self.parts[apart].line.gap > self.parts[headlines[0]].line.gap
        ):
            return apart
        anchor = next(
            (index for index in range(headlines[0], end) if is_anchor(self.parts[index])), end
        )
        near = [index for index in headlines if anchor - LEAD_REACH <= index < anchor]
        return near[0] if near else headlines[-1]

    def _own(self, start: int, headlines: list[int]) -> list[int]:
        """Leave out headlines that the story above lists in its tail: all but the one set apart."""
        if not headlines:
            return headlines
        labels = range(start, headlines[-1])
        label = max((at for at in labels if opens_list(self.parts[at].text)), default=None)
        if label is None:
            return headlines
        below = [index for index in headlines if index > label]
        first = max(below, key=lambda index: (self.parts[index].line.gap, index))
        return [index for index in below if index >= first]

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
        return part.kind is Kind.SIGNATURE and is_anchor(part)

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
            str(part.kind) for part in self.parts[start:end] if is_anchor(part)
        ]
        if end < len(self.parts) and self.parts[end].kind is Kind.DATELINE:
            found.append(str(Kind.DATELINE))
        return tuple(dict.fromkeys(found))

    def _tail_anchors(self, start: int, first: int, above: Head) -> tuple[str, ...]:
        """Anchors that close the story above, where its head has none of their kind."""
        closing = [
            part.kind
            for part in self.parts[start:first]
            if is_anchor(part) and self._place_in(above, part.kind) is None
        ]
        if start and self.parts[start - 1].kind is Kind.END:
            closing.append(Kind.END)
        return tuple(dict.fromkeys(f"{kind} above" for kind in closing))

    def _sentence_headline(self, start: int, end: int) -> Head | None:
        """A headline that ends in a full stop, set apart, with a stamp or byline below it."""
        if start == 0 or not any(is_anchor(part) for part in self.parts[start:end]):
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


def _may_lead(part: Part) -> bool:
    return part.kind is Kind.HEADLINE and not is_afterword(part.text)


def _with_tails(parts: Sequence[Part], heads: list[Head]) -> list[Head]:
    """Count as anchors what stands below the text of a first story that has none in its head."""
    first = heads[0]
    if first.anchors:
        return heads
    end = heads[1].start if len(heads) > 1 else len(parts)
    tail = [str(part.kind) for part in parts[first.body : end] if is_anchor(part)]
    if len(heads) > 1:
        tail.append("the story below")
    return [Head(first.start, first.body, tuple(dict.fromkeys(tail))), *heads[1:]]
