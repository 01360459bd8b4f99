"""Dates as they are known: EDTF levels 0 and 1, and RFC 3339 times.

A `When` keeps the text as it was written and the span of days that it may mean, so that a month
is never shown or sorted as a day that nobody gave. Source: ISO 8601-2:2019 (EDTF), RFC 3339.
"""

import calendar
import re
from dataclasses import dataclass
from datetime import UTC, date, datetime

SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 12)}
"""EDTF season numbers and the months of the same year that they span (northern meteorological)."""

_DATE = re.compile(r"(\d{2}(?:\d\d|\dX|XX))(?:-(\d\d|XX)(?:-(\d\d|XX))?)?([?~%])?", re.ASCII)
_TIME = re.compile(r"\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(?:\.\d+)?(?:[Zz]|[+-]\d\d:\d\d)", re.ASCII)


@dataclass(frozen=True)
class When:
    """A point or span of time, as exact as its source.

    Attributes:
        text: the EDTF date or RFC 3339 time as written.
        earliest: the first day it may mean.
        latest: the last day it may mean.
        time: the moment in UTC, where a time was given.
    """

    text: str
    earliest: date
    latest: date
    time: datetime | None = None

    @property
    def sort_key(self) -> tuple[str, str]:
        """Return a key that sorts by the earliest moment, then by the text."""
        moment = self.time.isoformat() if self.time else self.earliest.isoformat()
        return (moment, self.text)


def parse_when(text: str) -> When:
    """Read an EDTF date (levels 0 and 1, without years beyond four digits) or an RFC 3339 time.

    Raises:
        ValueError: the text is neither, or names a day that the calendar does not have.
    """
    try:
        return _read(text)
    except ValueError as error:  # perhaps of one end only: the text is shown as it was written
        raise ValueError(f"{error}: {text!r}") from error


def _read(text: str) -> When:
    if _TIME.fullmatch(text):
        moment = datetime.fromisoformat(text.upper())
        try:
            return When(text, moment.date(), moment.date(), moment.astimezone(UTC))
        except OverflowError as error:
            raise ValueError("a time outside the calendar in UTC") from error
    if "/" in text:
        return _interval(text)
    first, last = _span(text)
    return When(text, first, last)


def _interval(text: str) -> When:
    start, _, end = text.partition("/")
    if start in ("", "..") and end in ("", ".."):
        raise ValueError("an interval without either end")
    first = date.min if start in ("", "..") else _span(start)[0]
    last = date.max if end in ("", "..") else _span(end)[1]
    if first > last:
        raise ValueError("an interval that ends before it begins")
    return When(text, first, last)


def _span(text: str) -> tuple[date, date]:
    match = _DATE.fullmatch(text)
    if not match:
        raise ValueError("not an EDTF date")
    year, month, day, _ = match.groups()
    first_year, last_year = int(year.replace("X", "0")), int(year.replace("X", "9"))
    if month is None or month == "XX":
        return date(first_year, 1, 1), date(last_year, 12, 31)
    if "X" in year:
        raise ValueError("a month of an unspecified year")
    if int(month) in SEASONS:
        if day is not None:
            raise ValueError("a day of a season")
        start, end = SEASONS[int(month)]
        return date(first_year, start, 1), _month_end(first_year, end)
    if day is None or day == "XX":
        return date(first_year, int(month), 1), _month_end(first_year, int(month))
    exact = date(first_year, int(month), int(day))
    return exact, exact


def _month_end(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])
