"""The pieces of a text between rule lines, which are the writer's own word on where stories end."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dossierpress.errors import Problem
from dossierpress.ingest.headline import MAX_LENGTH, is_afterword, is_section, may_be_headline
from dossierpress.ingest.kinds import TEXT, Kind, Part

_LONGEST_HEAD = 40
_RUNNING = frozenset({Kind.PROSE, Kind.DATELINE})
_LABELS_ONLY = frozenset({Kind.HEADER, Kind.SIGNATURE, Kind.URL})


_BELOW_HEADLINE = frozenset(
    {Kind.SIGNATURE, Kind.URL, Kind.CAPTION, Kind.BULLET, Kind.DATELINE, Kind.NOISE}
)


@dataclass(frozen=True)
class Chunk:
    """The parts between two rule lines.

    Attributes:
        after_rule: whether a rule line stands at either side, so that it is a story by itself.
    """

    parts: tuple[Part, ...]
    after_rule: bool


def cut_at_rules(name: str, parts: Sequence[Part]) -> tuple[list[Chunk], list[Problem]]:
    """Cut at each rule line; a piece that can be no story stays with the one above, reported."""
    ruled = any(part.kind is Kind.RULE for part in parts)
    chunks: list[list[Part]] = []
    problems: list[Problem] = []
    rule: Part | None = None
    for piece, rule_below in _pieces(_underlined(parts)):
        rule_above, rule = rule, rule_below
        if not piece:
            continue
        if chunks and _completes(chunks[-1], piece):
            chunks[-1] += piece
        elif chunks and rule_above and _goes_on(piece):
            chunks[-1] += [rule_above, *piece]
            problems.append(_kept(name, rule_above))
        else:
            chunks.append(list(piece))
    return [_with_headline(Chunk(tuple(chunk), ruled)) for chunk in chunks], problems


def _with_headline(chunk: Chunk) -> Chunk:
    """Read the first words as a headline though they end in a full stop or begin in lower case.

    That is sure only where something other than running text stands below them.
    """
    parts = chunk.parts
    first = next((index for index, part in enumerate(parts) if part.kind in TEXT), None)
    if first is None or parts[first].kind is not Kind.PROSE or first + 1 == len(parts):
        return chunk
    opening, below = parts[first], parts[first + 1]
    if len(opening.text) > MAX_LENGTH // 2 or below.kind not in _BELOW_HEADLINE:
        return chunk
    headline = Part(opening.line, Kind.HEADLINE)
    return replace(chunk, parts=(*parts[:first], headline, *parts[first + 1 :]))


def _pieces(parts: Sequence[Part]) -> list[tuple[tuple[Part, ...], Part | None]]:
    """Each piece with the rule line below it."""
    pieces: list[tuple[tuple[Part, ...], Part | None]] = []
    current: list[Part] = []
    for part in parts:
        if part.kind is Kind.RULE:
            pieces.append((tuple(current), part))
            current = []
        else:
            current.append(part)
    return [*pieces, (tuple(current), None)]


def _underlined(parts: Sequence[Part]) -> list[Part]:
    """Read a headline with a rule of its own length directly below it as a heading."""
    kept: list[Part] = []
    for part in parts:
        above = kept[-1] if kept else None
        opens_block = len(kept) < 2 or (above is not None and above.line.gap > 0)
        if (
            part.kind is Kind.RULE
            and part.line.gap == 0
            and part.text[0] in "=-"
            and above is not None
            and (above.kind is Kind.HEADLINE or may_be_headline(above.text))
            and (opens_block or kept[-2].kind is Kind.RULE)
            and len(part.text) >= max(4, len(above.text) // 2)
        ):
            line = replace(above.line, last=part.line.last)
            kept[-1] = Part(line, Kind.HEADING)
        else:
            kept.append(part)
    return kept


def _completes(above: Sequence[Part], piece: Sequence[Part]) -> bool:
    """A piece belongs to the one above: the text to a head alone, or an afterword."""
    if is_afterword(piece[0].text):
        return True
    if len(above) > _LONGEST_HEAD:
        return False
    return _is_labels(above) or (_is_head(above) and piece[0].kind in _RUNNING)


def _is_labels(piece: Sequence[Part]) -> bool:
    """A block of labelled lines alone is the head of what follows: a front matter."""
    return any(part.kind is Kind.HEADER for part in piece) and all(
        part.kind in _LABELS_ONLY for part in piece
    )


def _is_head(piece: Sequence[Part]) -> bool:
    """A headline with what belongs to it, and no text."""
    kinds = {part.kind for part in piece}
    return Kind.HEADLINE in kinds and len(kinds) > 1 and not kinds & _RUNNING


def _goes_on(piece: Sequence[Part]) -> bool:
    """A piece without any anchor that opens with running text is no story of its own."""
    if any(part.kind not in (Kind.PROSE, Kind.HEADLINE, Kind.BULLET, Kind.NOISE, Kind.END)
           for part in piece):  # fmt: skip
        return False
    opening = next((part for part in piece if part.kind in TEXT), None)
    if opening is None:
        return True
    if is_section(opening.text) and len(piece) > 1:
        return False
    return opening.kind is Kind.PROSE and (len(opening.text) > MAX_LENGTH // 2)


def _kept(name: str, rule: Part) -> Problem:
    return Problem(
        name,
        rule.line.first,
        "DP512",
        "no headline below this rule line; the text was kept with the story above",
        "put the headline of the story directly below the rule line, if it is another story",
    )
