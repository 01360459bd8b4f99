"""Where a text may tell a time at all: the words and digits that no form can do without.

The forms are slow to try and most of a text has no time in it. So one quick pass finds the cues,
and each form is tried only around its own. That changes nothing as long as the parts of a form
stand within `REACH` characters of its cue, which a property test holds against trying everywhere.
"""

from collections.abc import Mapping
from enum import Enum, auto
from functools import cache

import ahocorasick_rs

from dossierpress.text.when.words import (
    ARABIC_MONTHS,
    ENGLISH_MONTHS,
    PERSIAN_MONTHS,
    SEASONS,
    SOLAR_MONTHS,
    WEEKDAYS,
)

REACH = 40
"""How far, in characters, the words of one time may stand from its cue on either side."""


class Cue(Enum):
    """What a form cannot do without."""

    MONTH = auto()
    FOREIGN_MONTH = auto()
    SOLAR_MONTH = auto()
    WEEKDAY = auto()
    SEASON = auto()
    YEARS = auto()
    MONTHS = auto()
    WEEKS = auto()
    UNIT = auto()
    AGO = auto()
    NEAR_DAY = auto()
    CENTURY = auto()
    DECADE = auto()
    YEAR_WORD = auto()
    HYPHEN = auto()
    SLASH = auto()


_YEARS = ["year", "Year", "years", "Years", "العام"]
_MONTHS = ["month", "Month", "months", "Months", "الشهر"]
_WEEKS = ["week", "Week", "weeks", "Weeks", "الأسبوع", "هفته"]
_WORDS: Mapping[Cue, list[str]] = {
    Cue.MONTH: [month.rstrip(".") for month in ENGLISH_MONTHS],
    Cue.FOREIGN_MONTH: [*ARABIC_MONTHS, *PERSIAN_MONTHS],
    Cue.SOLAR_MONTH: [*SOLAR_MONTHS],
    Cue.WEEKDAY: [day.rstrip(".") for day in WEEKDAYS],
    Cue.SEASON: [*SEASONS],
    Cue.YEARS: _YEARS,
    Cue.MONTHS: _MONTHS,
    Cue.WEEKS: _WEEKS,
    Cue.UNIT: [*_YEARS, *_MONTHS, *_WEEKS, *["day", "Day", "days", "Days", "decade", "decades"]],
    Cue.AGO: ["ago"],
    Cue.NEAR_DAY: [
        "yesterday",
        "Yesterday",
        "today",
        "Today",
        "tomorrow",
        "Tomorrow",
        "tonight",
        "Tonight",
        "morning",
        "afternoon",
        "evening",
        "night",
        "أمس",
        "دیروز",
    ],
    Cue.CENTURY: ["15", "16", "17", "18", "19", "20"],
    Cue.DECADE: ["0s"],
    Cue.YEAR_WORD: ["عام", "سنة", "سال"],
    Cue.HYPHEN: [f"-{digit}" for digit in range(10)],
    Cue.SLASH: ["9/11"],
}
_ROWS = [(cue, word) for cue, words in _WORDS.items() for word in words]


@cache
def _automaton() -> ahocorasick_rs.AhoCorasick:
    return ahocorasick_rs.AhoCorasick([word for _, word in _ROWS])


def places(text: str) -> Mapping[Cue, list[tuple[int, int]]]:
    """Return for each cue the spans of a text in which its forms may stand, in order."""
    found: dict[Cue, list[tuple[int, int]]] = {}
    for row, start, end in _automaton().find_matches_as_indexes(text, overlapping=True):
        if text[start - 1 : start].isalpha() or text[end : end + 1].isalpha():
            continue  # inside another word
        spans = found.setdefault(_ROWS[row][0], [])
        begin = max(start - REACH, 0)
        if spans and begin <= spans[-1][1]:
            begin = spans.pop()[0]
        spans.append((begin, min(end + REACH, len(text))))
    return found
