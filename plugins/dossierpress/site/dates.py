"""Dates as a reader sees them: never more exact than their source."""

import re
from dataclasses import dataclass
from datetime import UTC, date

from dossierpress.edtf import When

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_SEASONS = {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}
_DOUBT = {"?": "{}, uncertain", "~": "about {}", "%": "about {}, uncertain"}
_EDTF = re.compile(r"(\d{2}(?:\d\d|\dX|XX))(?:-(\d\d|XX)(?:-(\d\d|XX))?)?([?~%])?")
_MACHINE = re.compile(r"\d{4}(-(0\d|1[0-2])(-\d\d)?)?")
_TIME = re.compile(r"(\d{4}-\d\d-\d\d)[Tt](\d\d:\d\d):\d\d(?:\.\d+)?([Zz]|[+-]\d\d:\d\d)")


@dataclass(frozen=True)
class Date:
    """A date for display.

    Attributes:
        text: for people, as "5 Dec 2019", "Dec 2019", "spring 2019", "2016 to 2018".
        machine: the value of `<time datetime>`; None where HTML has no form for it.
    """

    text: str
    machine: str | None


UNDATED = Date("undated", None)


def shown(when: When) -> Date:
    """Return a date or time in the forms that the site shows."""
    if when.time is not None:
        return _moment(when)
    if "/" in when.text:
        start, _, end = when.text.partition("/")
        return Date(_interval(start, end), None)
    return Date(_words(when.text), _machine(when.text))


def day(when: When) -> Date:
    """Return the day of a date or time, for lists, where an hour is noise."""
    if when.time is None:
        return shown(when)
    return Date(_words(when.earliest.isoformat()), when.earliest.isoformat())


def month(when: When) -> str:
    """Return the month that a date falls in, as "December 2019"; a longer span as it is shown."""
    first, last = when.earliest, when.latest
    if (first.year, first.month) != (last.year, last.month):
        return shown(when).text
    return f"{_MONTHS[first.month - 1]} {first.year}"


def month_name(year: int, month: int) -> str:
    """Return a month in short, as "Dec 2019"."""
    return f"{_MONTHS[month - 1][:3]} {year}"


def span(dates: tuple[When, ...]) -> str:
    """Return the span of days from the first to the last of some dates; "" for none."""
    known = [when for when in dates if when.earliest != date.min and when.latest != date.max]
    if not known:
        return ""
    first = min(known, key=lambda when: (when.earliest, when.latest))
    last = max(known, key=lambda when: (when.latest, when.earliest))
    texts = (day(first).text, day(last).text)
    return texts[0] if texts[0] == texts[1] else f"{texts[0]} to {texts[1]}"


def period(start: When | None, end: When | None) -> str:
    """Return when something held, as "since 2014", "until 2017" or "2014 to 2017"."""
    if start and end:
        return f"{day(start).text} to {day(end).text}"
    if start:
        return f"since {day(start).text}"
    return f"until {day(end).text}" if end else ""


def _moment(when: When) -> Date:
    match = _TIME.fullmatch(when.text)
    if match is None or when.time is None:
        return Date(when.text, None)
    written, clock, zone = match.groups()
    name = "UTC" if zone in "Zz" else f"UTC{zone.replace('-', '−')}"
    return Date(f"{_words(written)}, {clock} {name}", when.time.astimezone(UTC).isoformat())


def _interval(start: str, end: str) -> str:
    if start in ("", ".."):
        return f"until {_words(end)}"
    if end in ("", ".."):
        return f"since {_words(start)}"
    return f"{_words(start)} to {_words(end)}"


def _machine(text: str) -> str | None:
    plain = text.rstrip("?~%").removesuffix("-XX").removesuffix("-XX")
    if _MACHINE.fullmatch(plain):
        return plain
    year = plain[:4]
    return year if year.isdigit() else None


def _words(text: str) -> str:
    match = _EDTF.fullmatch(text)
    if match is None:
        return text
    year, month, day, doubt = match.groups()
    if "X" in year:
        words = (
            f"{year[:3]}0s"
            if year[3] == "X" and year[2] != "X"
            else f"{year[:2]}00 to {year[:2]}99"
        )
    elif month is None or month == "XX":
        words = year
    elif month in _SEASONS:
        words = f"{_SEASONS[month]} {year}"
    elif day is None or day == "XX":
        words = f"{_MONTHS[int(month) - 1][:3]} {year}"
    else:
        words = f"{int(day)} {_MONTHS[int(month) - 1][:3]} {year}"
    return _DOUBT[doubt].format(words) if doubt else words
