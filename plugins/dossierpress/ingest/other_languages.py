"""Days of languages whose months our own tables lack: the last resort for a stamp.

dateparser knows the names of months in many languages, and is asked for nothing else: the words
must hold a day and a year of four digits, and no word that the language does not know. Relative
words are never read, so no clock is, and what a stamp does not say is not filled in.
"""

import re
from datetime import date, datetime
from functools import cache
from typing import TYPE_CHECKING, Any

from dossierpress.ingest.clock import take_clock
from dossierpress.ingest.dates import Reading, Status, normalised

if TYPE_CHECKING:
    from dateparser.date import DateDataParser

LANGUAGES = (
    "az", "bg", "cs", "el", "fa", "he", "hi", "hr", "hu", "hy", "id", "it", "ka", "nl", "pl", "pt",
    "ro", "ru", "sr", "sv", "tr", "uk", "ur",
)  # fmt: skip
"""The languages that are asked. Where none is given they must agree: listopad is two months."""

_SETTINGS: dict[str, Any] = {
    "DATE_ORDER": "DMY",
    "PARSERS": ["absolute-time"],
    "PREFER_LOCALE_DATE_ORDER": False,
    "RELATIVE_BASE": datetime(1, 1, 1),  # noqa: DTZ001  # in place of now; nothing counts from it
    "REQUIRE_PARTS": ["day", "month", "year"],
    "STRICT_PARSING": True,
    "TIMEZONE": "UTC",
}
_NUMBER = re.compile(r"\d+")
_MOST_WORDS = 5
"""A weekday, a day, a month, a year, and a word for "year"."""


def read_other_language(text: str, language: str | None = None) -> Reading | None:
    """Return the day that the words of a stamp give, as "5 Aralık 2019".

    Args:
        text: the words of the date alone, which no rule of `dates` knows.
        language: the tag of the language that they are in; without it all are tried.
    """
    words, clock = take_clock(normalised(text))
    if not _names_day(words):
        return None
    asked = LANGUAGES if language is None else (language.partition("-")[0].lower(),)
    found = {day for code in asked if code in LANGUAGES if (day := _day(words, code))}
    if len(found) > 1:
        return Reading(Status.AMBIGUOUS, reason="the month has this name in several languages")
    return next(
        (Reading(Status.EXACT, f"{day}{clock.suffix if clock else ''}") for day in found), None
    )


def _names_day(words: str) -> bool:
    """Whether there are a day and a year in figures, and words for the rest."""
    tokens = words.split()
    numbers = _NUMBER.findall(words)
    return (
        sorted(map(len, numbers)) in ([1, 4], [2, 4])
        and set(numbers) < set(tokens)
        and len(tokens) <= _MOST_WORDS
    )


def _day(words: str, language: str) -> date | None:
    found = _parser(language).get_date_data(words).date_obj
    if found is None:
        return None
    numbers = sorted(int(number) for number in _NUMBER.findall(words))
    return found.date() if [found.day, found.year] == numbers else None


@cache
def _parser(language: str) -> "DateDataParser":
    from dateparser.date import DateDataParser  # slow to import, and seldom needed

    return DateDataParser(languages=[language], settings=_SETTINGS)
