"""How many articles there are over time, as a row of bars, and the months that have none.

A date counts where it is at least as exact as a bar is wide; those that are not are said beside.
"""

import itertools
from collections import Counter
from collections.abc import Iterable, Sequence

from dossierpress.edtf import When
from dossierpress.language.words import Words
from dossierpress.site.dates import month_name
from dossierpress.site.model import Bars

HEIGHT = 24
_WIDTH = 4
_GAP = 1
_MONTHS_SHOWN = 60
"""A span of more months is drawn by year."""


def bars(words: Words, dates: Iterable[When | None]) -> Bars | None:
    """Return the bars of some dates; None where there would be fewer than two."""
    whens = [when for when in dates if when]
    months = Counter(month for when in whens if (month := _month(when)) is not None)
    if months and max(months) - min(months) < _MONTHS_SHOWN:
        return _drawn(words, months, len(whens), "month")
    years = Counter(when.earliest.year for when in whens if _is_of_one_year(when))
    return _drawn(words, years, len(whens), "year")


def gaps(words: Words, dates: Iterable[When | None]) -> tuple[str, ...]:
    """Return the spans of months without an article, between the first and the last that has one.

    A date that is no more exact than a year may be in any month of it, and fills none.
    """
    known = sorted({month for when in dates if when and (month := _month(when)) is not None})
    found = []
    for before, after in itertools.pairwise(known):
        first, last = before + 1, after - 1
        if first == last:
            found.append(_named_month(words, first))
        elif first < last:
            found.append(
                words.gettext(
                    "{start} to {end}",
                    start=_named_month(words, first),
                    end=_named_month(words, last),
                )
            )
    return tuple(found)


def _drawn(words: Words, counts: Counter[int], dated: int, unit: str) -> Bars | None:
    if len(counts) < 2:
        return None
    first, last = min(counts), max(counts)
    most, most_at = max((count, -place) for place, count in counts.items())
    start, end, peak = (
        _named_month(words, place) if unit == "month" else str(place)
        for place in (first, last, -most_at)
    )
    unplaced = dated - counts.total()
    return Bars(
        says=_said(words, unit, unplaced, first=start, last=end, most=most, most_at=peak),
        unit=unit,
        first=start,
        last=end,
        most=most,
        most_at=peak,
        width=(last - first + 1) * (_WIDTH + _GAP) - _GAP,
        height=HEIGHT,
        path=_path(counts, range(first, last + 1), most),
        unplaced=unplaced,
    )


def _said(words: Words, unit: str, unplaced: int, **values: object) -> str:
    """Return what the bars show, for a reader who does not see them."""
    if unit == "month":
        said = words.gettext(
            "Articles by month, {first} to {last}; the most, {most}, in {most_at}", **values
        )
        rest = words.ngettext(
            "{number} not dated to a month", "{number} not dated to a month", unplaced
        )
    else:
        said = words.gettext(
            "Articles by year, {first} to {last}; the most, {most}, in {most_at}", **values
        )
        rest = words.ngettext(
            "{number} not dated to a year", "{number} not dated to a year", unplaced
        )
    return words.gettext("; ").join((said, rest)) if unplaced else said


def _path(counts: Counter[int], places: Sequence[int], most: int) -> str:
    """Return the bars as one SVG path, which is a fifth of the size of rectangles."""
    pieces = []
    for number, place in enumerate(places):
        if counts[place]:
            tall = max(2, round(HEIGHT * counts[place] / most))
            pieces.append(f"M{number * (_WIDTH + _GAP)} {HEIGHT}v-{tall}h{_WIDTH}v{tall}z")
    return "".join(pieces)


def _month(when: When) -> int | None:
    """Return the month of a date, counted from the year 0; None for a longer span."""
    first, last = when.earliest, when.latest
    same = (first.year, first.month) == (last.year, last.month)
    return first.year * 12 + first.month - 1 if same else None


def _is_of_one_year(when: When) -> bool:
    return when.earliest.year == when.latest.year


def _named_month(words: Words, month: int) -> str:
    return month_name(words, month // 12, month % 12 + 1)
