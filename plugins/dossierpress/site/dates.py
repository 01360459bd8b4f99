"""Dates as a reader sees them: never more exact than their source."""

import re
from dataclasses import dataclass
from datetime import UTC, date

from dossierpress.edtf import When
from dossierpress.language.words import Words, mark

_SEASONS = {
    "21": mark("spring {year}"),
    "22": mark("summer {year}"),
    "23": mark("autumn {year}"),
    "24": mark("winter {year}"),
}
_DOUBT = {
    "?": mark("{date}, uncertain"),
    "~": mark("about {date}"),
    "%": mark("about {date}, uncertain"),
}
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


def undated(words: Words) -> Date:
    """Return what stands in the place of a date that is not known."""
    return Date(words.gettext("undated"), None)


def shown(words: Words, when: When) -> Date:
    """Return a date or time in the forms that the site shows."""
    if when.time is not None:
        return _moment(words, when)
    if "/" in when.text:
        start, _, end = when.text.partition("/")
        return Date(_interval(words, start, end), None)
    return Date(_worded(words, when.text), _machine(when.text))


def day(words: Words, when: When) -> Date:
    """Return the day of a date or time, for lists, where an hour is noise."""
    if when.time is None:
        return shown(words, when)
    return Date(_worded(words, when.earliest.isoformat()), when.earliest.isoformat())


def month(words: Words, when: When) -> str:
    """Return the month that a date falls in, as "December 2019"; a longer span as it is shown."""
    first, last = when.earliest, when.latest
    if (first.year, first.month) != (last.year, last.month):
        return shown(words, when).text
    return words.gettext("{month} {year}", month=words.month(first.month), year=first.year)


def month_name(words: Words, year: int, month: int) -> str:
    """Return a month in short, as "Dec 2019"."""
    return words.gettext("{month} {year}", month=words.month_in_short(month), year=year)


def span(words: Words, dates: tuple[When, ...]) -> str:
    """Return the span of days from the first to the last of some dates; "" for none."""
    known = [when for when in dates if when.earliest != date.min and when.latest != date.max]
    if not known:
        return ""
    first = min(known, key=lambda when: (when.earliest, when.latest))
    last = max(known, key=lambda when: (when.latest, when.earliest))
    start, end = day(words, first).text, day(words, last).text
    return start if start == end else _from_to(words, start, end)


def period(words: Words, start: When | None, end: When | None) -> str:
    """Return when something held, as "since 2014", "until 2017" or "2014 to 2017"."""
    if start and end:
        return _from_to(words, day(words, start).text, day(words, end).text)
    if start:
        return words.gettext("since {date}", date=day(words, start).text)
    return words.gettext("until {date}", date=day(words, end).text) if end else ""


def _from_to(words: Words, start: str, end: str) -> str:
    return words.gettext("{start} to {end}", start=start, end=end)


def _moment(words: Words, when: When) -> Date:
    match = _TIME.fullmatch(when.text)
    if match is None or when.time is None:
        return Date(when.text, None)
    written, clock, zone = match.groups()
    name = "UTC" if zone in "Zz" else f"UTC{zone.replace('-', '−')}"
    text = words.gettext(
        "{date}, {time} {zone}", date=_worded(words, written), time=clock, zone=name
    )
    return Date(text, when.time.astimezone(UTC).isoformat())


def _interval(words: Words, start: str, end: str) -> str:
    if start in ("", ".."):
        return words.gettext("until {date}", date=_worded(words, end))
    if end in ("", ".."):
        return words.gettext("since {date}", date=_worded(words, start))
    return _from_to(words, _worded(words, start), _worded(words, end))


def _machine(text: str) -> str | None:
    plain = text.rstrip("?~%").removesuffix("-XX").removesuffix("-XX")
    if _MACHINE.fullmatch(plain):
        return plain
    year = plain[:4]
    return year if year.isdigit() else None


def _worded(words: Words, text: str) -> str:
    match = _EDTF.fullmatch(text)
    if match is None:
        return text
    year, month, day, doubt = match.groups()
    if "X" in year:
        said = _years(words, year)
    elif month is None or month == "XX":
        said = year
    elif month in _SEASONS:
        said = words.gettext(_SEASONS[month], year=year)
    elif day is None or day == "XX":
        said = month_name(words, int(year), int(month))
    else:
        name = words.month_of_day(int(month))
        said = words.gettext("{day} {month} {year}", day=int(day), month=name, year=int(year))
    return words.gettext(_DOUBT[doubt], date=said) if doubt else said


def _years(words: Words, year: str) -> str:
    if year[3] == "X" and year[2] != "X":
        return words.gettext("{year}s", year=f"{year[:3]}0")
    return _from_to(words, f"{year[:2]}00", f"{year[:2]}99")
