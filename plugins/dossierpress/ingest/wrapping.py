"""Lines that were one before an editor wrapped them, joined again.

Nothing in a file says whether a newline ends a paragraph. Two signs do: a line that stops in
mid-sentence and goes on in lower case; and, where such lines show that the text around is wrapped
at some width, a line that is so full that the next word had no room on it.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

from dossierpress.ingest.headline import ends_sentence
from dossierpress.ingest.kinds import Kind, Part, classify
from dossierpress.ingest.lines import Line

WIDEST = 140
"""Nobody wraps at a greater width: a longer line is a paragraph."""
NARROWEST = 40
"""Nobody wraps running text at a smaller width."""
NEARBY = 60
"""How many lines away a wrapped line still tells the width."""

_JOINABLE = frozenset({Kind.PROSE, Kind.HEADLINE, Kind.DATELINE, Kind.BULLET, Kind.CAPTION})
_GOES_ON = frozenset({Kind.PROSE, Kind.HEADLINE, Kind.CAPTION})


def unwrap(lines: Sequence[Line]) -> tuple[Part, ...]:
    """Return the lines, those that were wrapped joined to one, with what each looks like."""
    kinds = [classify(line.text) for line in lines]
    at, widths = _full_lines(lines, kinds)
    groups: list[list[Line]] = []
    openings: list[Kind] = []
    previous: Line | None = None
    opening = Kind.PROSE
    for line, kind in zip(lines, kinds, strict=True):
        if previous is not None and _goes_on(previous, opening, line, kind, at, widths):
            groups[-1].append(line)
        else:
            groups.append([line])
            openings.append(kind)
            opening = kind
        previous = line
    return tuple(map(_join, groups, openings))


def _full_lines(lines: Sequence[Line], kinds: Sequence[Kind]) -> tuple[list[int], list[int]]:
    """Where lines stop in mid-sentence, and how long each is."""
    at, widths = [], []
    for index in range(len(lines) - 1):
        above, below = lines[index], lines[index + 1]
        if (
            below.gap == 0
            and kinds[index] in _JOINABLE
            and kinds[index + 1] in _GOES_ON
            and NARROWEST <= len(above.text) + above.indent <= WIDEST
            and _in_mid_sentence(above.text, below.text)
        ):
            at.append(above.first)
            widths.append(len(above.text) + above.indent)
    return at, widths


def _goes_on(
    above: Line, opening: Kind, below: Line, kind: Kind, at: list[int], widths: list[int]
) -> bool:
    if below.gap or opening not in _JOINABLE or kind not in _GOES_ON or below.first == above.first:
        return False
    if below.indent > above.indent and opening is not Kind.BULLET:
        return False
    if opening is Kind.CAPTION and above.text.endswith((")", "]")):
        return False
    if _in_mid_sentence(above.text, below.text):
        return True
    near = slice(bisect_left(at, above.first - NEARBY), bisect_right(at, above.first + NEARBY))
    length = len(above.text) + above.indent
    if not widths[near] or length > WIDEST:
        return False
    return length + 1 + len(below.text.split(" ", 1)[0]) > max(widths[near])


def _in_mid_sentence(above: str, below: str) -> bool:
    first = below.lstrip("\"'“‘«(")[:1]
    return first.islower() and not ends_sentence(above) and not above.endswith(("?", "!"))


def _join(group: Sequence[Line], kind: Kind) -> Part:
    first, *others = group
    if not others:
        return Part(first, kind)
    pieces = [first.text]
    for line in others:
        hyphen = re.search(r"\w-$", pieces[-1]) and line.text[0].isalnum()
        pieces += [line.text] if hyphen else [" ", line.text]
    whole = replace(first, last=others[-1].last, text="".join(pieces))
    return Part(whole, classify(whole.text))
