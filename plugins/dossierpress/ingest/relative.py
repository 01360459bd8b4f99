"""Times that count back from the moment of reading: "19 min 23 sec ago"."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta

from dossierpress.edtf import When
from dossierpress.ingest.calendar_words import UNITS
from dossierpress.text.when.words import NUMBERS

_DAYS = {"today": 0, "اليوم": 0, "yesterday": 1, "أمس": 1, "امس": 1}
_NOW = ("just now", "now", "moments ago", "a moment ago", "الآن")
_UNIT = "|".join(sorted(UNITS, key=len, reverse=True))
_AMOUNT = rf"(?:\d{{1,4}}|{'|'.join(NUMBERS)}) ?(?:{_UNIT})"
_PART = re.compile(rf"(?P<count>\d{{1,4}}|{'|'.join(NUMBERS)}) ?(?P<unit>{_UNIT})")
_AGO = re.compile(
    rf"(?:about |around |منذ |قبل )?(?P<parts>{_AMOUNT}(?:(?: and)? {_AMOUNT})*)(?P<ago> ago)?"
)
_LONGEST = 100
"""No story is older than this many years; a longer span is a slip of the pen."""
_SECONDS = {"second": 1, "minute": 60, "hour": 3600, "day": 86400, "week": 604800}
_ORDER = (*_SECONDS, "month", "year")


@dataclass(frozen=True)
class Ago:
    """A span back from the moment of reading, and the smallest unit that it is told in.

    Attributes:
        unit: the smallest unit that was named, which is how exact the result can be.
    """

    seconds: int
    months: int
    unit: str


def parse_ago(words: str) -> Ago | None:
    """Read normalised words; None where they are no span back."""
    if words in _NOW:
        return Ago(0, 0, "second")
    if words in _DAYS:
        return Ago(_DAYS[words] * 86400, 0, "day")
    match = _AGO.fullmatch(words)
    if match is None or (match["ago"] is None and not words.startswith(("منذ", "قبل"))):
        return None
    seconds = months = 0
    units = []
    for part in _PART.finditer(match["parts"]):
        count = int(part["count"]) if part["count"].isdigit() else NUMBERS[part["count"]]
        unit = UNITS[part["unit"]]
        units.append(unit)
        seconds += count * _SECONDS.get(unit, 0)
        months += count * {"month": 1, "year": 12}.get(unit, 0)
    if months > _LONGEST * 12 or seconds > _LONGEST * 365 * 86400:
        return None
    return Ago(seconds, months, min(units, key=_ORDER.index))


def back_from(moment: When, span: Ago) -> str:
    """Return the EDTF date that lies a span before a moment, no more exact than the two are.

    Hours before a day may fall on that day or on the one before it: the result is an interval.
    Weeks are round numbers: the result is marked approximate.
    """
    start = _start(moment)
    if span.unit == "year":
        return f"{start.year - span.months // 12:04d}"
    if span.unit == "month" or span.months:
        month = start.year * 12 + start.month - 1 - span.months
        return f"{month // 12:04d}-{month % 12 + 1:02d}"
    back = (start - timedelta(seconds=span.seconds)).date()
    if span.unit == "week":
        return f"{back.isoformat()}~"
    if moment.time is None and span.seconds % 86400 >= 3600:
        return f"{back.isoformat()}/{(back + timedelta(days=1)).isoformat()}"
    if moment.time is None and span.seconds % 86400:
        return (start.date() - timedelta(days=span.seconds // 86400)).isoformat()
    return back.isoformat()


def _start(moment: When) -> datetime:
    """The moment in the zone that it was written in; a day begins at midnight."""
    if moment.time is None:
        return datetime.combine(moment.earliest, time(), UTC)
    return datetime.fromisoformat(moment.text.upper())
