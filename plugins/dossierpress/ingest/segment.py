"""One file, several stories: where each begins, and where its head ends.

A story is found by the *anchors* of its head: a headline that stands twice, a stamp, a byline, a
bare URL, labelled lines, a dateline, or a rule line above it. Without any anchor nothing is split
and the file is refused; no story is cut out by guesswork. Each line of the file is in one story,
is a rule line, or is named in a problem.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from dossierpress.errors import Problem
from dossierpress.ingest.chunks import Chunk, cut_at_rules
from dossierpress.ingest.heads import find_heads
from dossierpress.ingest.kinds import Kind, Part
from dossierpress.ingest.lines import Line
from dossierpress.ingest.wrapping import unwrap

_HINT = "put a line of --- above each story, or a headline with its date or URL"


@dataclass(frozen=True)
class Segment:
    """The lines of one story.

    Attributes:
        head: the parts before the text: headline, stamps, byline, caption.
        body: the text, and what stands below it.
        anchors: in words, what showed that a story begins here.
    """

    head: tuple[Part, ...]
    body: tuple[Part, ...]
    anchors: tuple[str, ...]

    @property
    def first(self) -> int:
        """The number of its first line in the clipping."""
        return (*self.head, *self.body)[0].line.first

    @property
    def last(self) -> int:
        """The number of its last line."""
        return (*self.head, *self.body)[-1].line.last


@dataclass(frozen=True)
class Segmentation:
    """All stories of one text, in order.

    Attributes:
        rules: the numbers of the lines that only separate.
        problems: what could not be told, and the refusal where there is no anchor.
    """

    segments: tuple[Segment, ...]
    rules: tuple[int, ...] = ()
    problems: tuple[Problem, ...] = ()


def segment(name: str, lines: Sequence[Line]) -> Segmentation:
    """Split the lines of the clipping called `name` into its stories."""
    parts = unwrap(lines)
    rules = tuple(part.line.first for part in parts if part.kind is Kind.RULE)
    chunks, problems = cut_at_rules(name, parts)
    if not chunks:
        return Segmentation((), rules, (Problem(name, 1, "DP501", "no text in it", _HINT),))
    segments: list[Segment] = []
    for chunk in chunks:
        found, doubts = _segments(name, chunk)
        segments += found
        problems += doubts
    if not any(found.anchors for found in segments):
        first = segments[0].first
        refusal = Problem(name, first, "DP505", "no sign of where a story begins", _HINT)
        return Segmentation((), rules, (refusal,))
    return Segmentation(tuple(segments), rules, tuple(problems))


def _segments(name: str, chunk: Chunk) -> tuple[list[Segment], list[Problem]]:
    heads = find_heads(chunk.parts)
    segments = []
    for index, head in enumerate(heads):
        end = heads[index + 1].start if index + 1 < len(heads) else len(chunk.parts)
        anchors = head.anchors
        if index == 0 and chunk.after_rule:
            anchors = ("rule line", *anchors)
        segments.append(
            Segment(chunk.parts[head.start : head.body], chunk.parts[head.body : end], anchors)
        )
    return segments, [doubt for found in segments for doubt in _doubts(name, found)]


def _doubts(name: str, found: Segment) -> list[Problem]:
    """Lines inside a text that stand apart like a headline, without any anchor."""
    return [
        Problem(
            name,
            part.line.first,
            "DP513",
            f"may be the headline of another story: {part.text[:60]!r}",
            "if it is one, put a line of --- above it and add the clipping again",
        )
        for part in found.body[:-1]
        if part.kind is Kind.HEADLINE and part.line.gap >= 2
    ]
