"""What holds a head together across lines that look like text.

A headline that stands again below itself, and the sentences between a headline and its byline.
"""

from collections.abc import Sequence

from dossierpress.ingest.anchors import is_anchor
from dossierpress.ingest.headline import headline_key, is_repeatable, is_short
from dossierpress.ingest.kinds import Kind, Part
from dossierpress.ingest.stamps import read_stamps

TWIN_REACH = 9
"""A headline is repeated within so many parts."""
MAX_STANDFIRST = 350
"""A longer sentence between headline and byline is text, not a standfirst."""
_LONGEST_TWIN = 200
"""A longer line that stands twice, in characters, is no headline."""
_MAX_PROSE_BETWEEN = 3
"""At most so many paragraphs stand between a headline and its copy."""
_STANDFIRST_REACH = 4
"""A standfirst is looked for in so many parts above a byline."""
_MAX_STANDFIRSTS = 2
"""At most so many sentences above a byline are a standfirst."""


def find_twins(parts: Sequence[Part]) -> dict[int, int]:
    """Return the position of each headline that stands again a few parts below, and of its copy."""
    titles = (Kind.HEADLINE, Kind.HEADING, Kind.PROSE)
    keys = [
        headline_key(part.text)
        if part.kind in titles and len(part.text) <= _LONGEST_TWIN and is_repeatable(part.text)
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


def find_standfirsts(parts: Sequence[Part]) -> set[int]:
    """Return the sentences between a headline and its byline, stamp or dateline."""
    found: set[int] = set()
    for index, part in enumerate(parts):
        opens = part.kind is Kind.DATELINE or (part.kind is Kind.SIGNATURE and is_anchor(part))
        if not opens or index == 0 or parts[index - 1].kind is Kind.SIGNATURE:
            continue
        if part.kind is Kind.SIGNATURE and not _text_follows(parts, index):
            continue
        between: list[int] = []
        for above in range(index - 1, max(-1, index - 1 - _STANDFIRST_REACH), -1):
            kind = parts[above].kind
            if (
                kind is Kind.PROSE
                and len(parts[above].text) <= MAX_STANDFIRST
                and len(between) < _MAX_STANDFIRSTS
            ):
                between.append(above)
            elif kind is Kind.HEADLINE and not is_short(parts[above].text):
                found.update(between)
                break
            elif not _stands_below_headline(parts[above]):
                break
    return found


def _may_be_standfirst(part: Part) -> bool:
    return part.kind is Kind.PROSE and len(part.text) <= MAX_STANDFIRST


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
