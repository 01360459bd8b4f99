"""Counting on the calendar: days, months and seasons before and after a day, as EDTF."""

import calendar
from datetime import date, timedelta


def month(year: int, number: int) -> str:
    """Return a month; numbers outside 1 to 12 run on into other years."""
    index = year * 12 + number - 1
    return f"{index // 12:04d}-{index % 12 + 1:02d}"


def latest_weekday(anchor: date, weekday: int, *, strictly: bool = False) -> str:
    """Return the latest such weekday on or before the anchor."""
    back = (anchor.weekday() - weekday) % 7
    return (anchor - timedelta(days=back or 7 * strictly)).isoformat()


def next_weekday(anchor: date, weekday: int) -> str:
    """Return the first such weekday after the anchor."""
    return (anchor + timedelta(days=(weekday - anchor.weekday() - 1) % 7 + 1)).isoformat()


def year_of_month(anchor: date, number: int, *, ahead: bool = False) -> int:
    """Return the year of the latest such month that has begun, or of the next."""
    if ahead:
        return anchor.year + (number < anchor.month)
    return anchor.year - (number > anchor.month)


def year_of_day(anchor: date, number: int, day: int, *, ahead: bool = False) -> int | None:
    """Return the year of the latest such day on or before the anchor, or of the next after it."""
    for step in range(9):
        year = anchor.year + (step if ahead else -step)
        found = day_of(year, number, day)
        if found and (found > anchor if ahead else found <= anchor):
            return year
    return None


def day_of(year: int, number: int, day: int) -> date | None:
    """Return a day, or None where the calendar has no such day."""
    try:
        return date(year, number, day)
    except ValueError:
        return None


def months_before(anchor: date, count: int) -> date:
    """Return the same day of an earlier month, or the last day of a month that is shorter."""
    index = max(12, anchor.year * 12 + anchor.month - 1 - count)
    last = calendar.monthrange(index // 12, index % 12 + 1)[1]
    return date(index // 12, index % 12 + 1, min(anchor.day, last))


def season(year: int, number: int, mark: str = "") -> str:
    """Return a season; a winter runs from December to February, which EDTF's own does not."""
    if number == 24:
        return f"{year:04d}-12~/{year + 1:04d}-02~"
    return f"{year:04d}-{number}{mark}"


def year_of_season(anchor: date, number: int, *, ahead: bool = False) -> int:
    """Return the year of the latest such season that has begun, or of the next.

    Of a winter it is the year of its December.
    """
    begins = {21: 3, 22: 6, 23: 9, 24: 12}[number]
    begun = anchor.month >= begins
    return anchor.year + (begun if ahead else begun - 1)


def is_in_season(anchor: date, number: int) -> bool:
    """Say whether a day lies in such a season."""
    return anchor.month % 12 // 3 == (number - 20) % 4


def week(anchor: date, back: int) -> str:
    """Return the week, Monday to Sunday, so many weeks before; where weeks begin is a custom."""
    monday = anchor - timedelta(days=anchor.weekday() + 7 * back)
    return f"{monday.isoformat()}~/{(monday + timedelta(days=6)).isoformat()}~"
