"""What a stamp's words say about a date, and nothing more than they say.

Each rule of `RULES` knows one form of words and answers with a `Reading`, or None where the form
is another. A date is `exact` where the words give it, `resolved` where it is relative and was
resolved against a named anchor, `unanchored` where it is relative and nothing is there to resolve
it against, and `ambiguous` where the words have several meanings. Only the first two have a value.

The clock of this machine and the time of a file are never an anchor.
"""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from dossierpress.edtf import When
from dossierpress.ingest.calendar_words import MONTHS, WEEKDAYS
from dossierpress.ingest.clock import Clock, take_clock
from dossierpress.ingest.other_calendars import OtherDay, take_other
from dossierpress.ingest.relative import Ago, back_from, parse_ago
from dossierpress.model import DateOrder


class Status(StrEnum):
    """How a date is known."""

    EXACT = "exact"
    RESOLVED = "resolved"
    UNANCHORED = "unanchored"
    AMBIGUOUS = "ambiguous"


@dataclass(frozen=True)
class Anchor:
    """A date that a relative one is resolved against.

    Attributes:
        name: where it comes from: `accessed`, `captured`, `published` or `modified`.
    """

    name: str
    when: When

    @property
    def of_capture(self) -> bool:
        """Whether it says when the words were read, which is what "ago" counts from."""
        return self.name in ("accessed", "captured")

    @property
    def day(self) -> date | None:
        """The single day that it names; None where it is a longer time."""
        return self.when.earliest if self.when.earliest == self.when.latest else None

    def __str__(self) -> str:
        return f"{self.name} {self.when.text}"


@dataclass(frozen=True)
class Reading:
    """What the words of a date come to.

    Attributes:
        value: an EDTF date or RFC 3339 time; None where the date is not known.
        anchor: what it was resolved against.
        reason: why there is no value.
        by: in words, what else the value rests on: a conversion, or an order of numbers.
    """

    status: Status
    value: str | None = None
    anchor: Anchor | None = None
    reason: str = ""
    by: str = ""


def read_date(text: str, anchors: tuple[Anchor, ...] = ()) -> Reading | None:
    """Return what the words of a date say, by the first rule that knows their form."""
    words, clock = take_clock(normalised(text))
    words, other = take_other(words)
    for rule in RULES:
        reading = rule(words, clock, anchors)
        if reading is not None and (other is None or rule is not weekday):
            return reading
    return _converted(other) if other is not None and _is_rest(words) else None


def read_in_order(text: str, order: DateOrder) -> str | None:
    """Return the day of "05/12/2019" in an order of its numbers; None where that is no day."""
    words, clock = take_clock(normalised(text))
    match = _NUMERIC.fullmatch(words)
    if match is None or len(match[4]) == 2 or order is DateOrder.YMD:
        return None
    numbers = (int(match[1]), int(match[3]))
    day, month = numbers if order is DateOrder.DMY else numbers[::-1]
    return _exact(int(match[4]), month, day, clock).value


def is_absolute(text: str) -> bool:
    """Say whether these words give a full date of their own, whatever its meaning."""
    reading = read_date(text)
    return reading is not None and reading.status in (Status.EXACT, Status.AMBIGUOUS)


def normalised(text: str) -> str:
    """Return the words in lower case with plain digits, without commas and the dots of "Dec."."""
    digits = "".join(
        str(unicodedata.decimal(char)) if not char.isascii() and char.isdecimal() else char
        for char in text
    )
    plain = re.sub(r"[,،()]|(?<=[^\W\d_])\.(?=\s|$)", " ", digits.casefold())
    return re.sub(r"\s+", " ", plain).strip()


_MONTH = "|".join(sorted(map(re.escape, MONTHS), key=len, reverse=True))
_WEEKDAY = "|".join(sorted(WEEKDAYS, key=len, reverse=True))
_OPENING = rf"(?:(?P<weekday>{_WEEKDAY})\.? )?(?:the )?"
_CLOSING = rf"(?: (?P<closing>{_WEEKDAY}))?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th|er|\.)?"
_NAMED = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{_OPENING}{_DAY}[ -](?:of |de )?(?P<month>{_MONTH})"
        rf"(?:[ -](?:de )?(?P<year>\d{{4}}|\d\d))?{_CLOSING}",
        rf"{_OPENING}(?P<month>{_MONTH}) {_DAY}(?: (?P<year>\d{{4}}))?{_CLOSING}",
        rf"{_OPENING}(?P<year>\d{{4}})[ -](?P<month>{_MONTH})[ -]{_DAY}{_CLOSING}",
    )
)
_MONTH_ONLY = re.compile(rf"(?P<month>{_MONTH}) (?P<year>\d{{4}})")
_ISO = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})")
_NUMERIC = re.compile(rf"(?:(?:{_WEEKDAY}) )?(\d{{1,2}})([-/.])(\d{{1,2}})\2(\d{{4}}|\d\d)")
_WEEKDAY_ONLY = re.compile(rf"(?:on )?(?P<last>last )?(?P<weekday>{_WEEKDAY})")

_TWO_DIGITS = "a year of two digits may be of any century"


def iso_day(words: str, clock: Clock | None, anchors: tuple[Anchor, ...]) -> Reading | None:
    """Read "2019-12-05" and "2019/12/05": year, month, day."""
    match = _ISO.fullmatch(words)
    if match is None:
        return None
    return _exact(int(match[1]), int(match[3]), int(match[4]), clock)


def named_day(words: str, clock: Clock | None, anchors: tuple[Anchor, ...]) -> Reading | None:
    """Read "5 December 2019", "Dec. 5th, 2019" and, against an anchor, "5 December"."""
    match = next((found for form in _NAMED if (found := form.fullmatch(words))), None)
    if match is None:
        return None
    month, day, year = MONTHS[match["month"]], int(match["day"]), match["year"]
    if year is None:
        return _day_of_unknown_year(month, day, anchors)
    if len(year) == 2:
        return Reading(Status.AMBIGUOUS, reason=_TWO_DIGITS)
    reading = _exact(int(year), month, day, clock)
    named = match["weekday"] or match["closing"]
    if named and reading.value and date(int(year), month, day).weekday() != WEEKDAYS[named]:
        return Reading(Status.AMBIGUOUS, reason="that day was another weekday")
    return reading


def named_month(words: str, clock: Clock | None, anchors: tuple[Anchor, ...]) -> Reading | None:
    """Read "December 2019": a month is never made into a day."""
    match = _MONTH_ONLY.fullmatch(words)
    if match is None or clock is not None:
        return None
    return Reading(Status.EXACT, f"{match['year']}-{MONTHS[match['month']]:02d}")


def numeric_day(words: str, clock: Clock | None, anchors: tuple[Anchor, ...]) -> Reading | None:
    """Read "25/12/2019", where only one order of day and month is possible."""
    match = _NUMERIC.fullmatch(words)
    if match is None:
        return None
    first, second, year = int(match[1]), int(match[3]), match[4]
    if len(year) == 2:
        return Reading(Status.AMBIGUOUS, reason=_TWO_DIGITS)
    if first > 12 or first == second:
        return _exact(int(year), second, first, clock)
    if second > 12:
        return _exact(int(year), first, second, clock)
    return Reading(Status.AMBIGUOUS, reason="day and month may stand in either order")


def weekday(words: str, clock: Clock | None, anchors: tuple[Anchor, ...]) -> Reading | None:
    """Read "Wednesday": the latest one on or before the anchor."""
    match = _WEEKDAY_ONLY.fullmatch(words)
    if match is None:
        return None
    anchor = next((anchor for anchor in anchors if anchor.day), None)
    if anchor is None or anchor.day is None:
        return Reading(Status.UNANCHORED, reason="a weekday, and no date to count it from")
    back = (anchor.day.weekday() - WEEKDAYS[match["weekday"]]) % 7
    if match["last"] and back == 0:
        back = 7
    return Reading(Status.RESOLVED, (anchor.day - timedelta(days=back)).isoformat(), anchor)


def ago(words: str, clock: Clock | None, anchors: tuple[Anchor, ...]) -> Reading | None:
    """Read "19 min 23 sec ago", "yesterday", "just now": counted from the capture alone."""
    span = parse_ago(words)
    if span is None or (clock is not None and span.unit != "day"):
        return None
    anchor = next((anchor for anchor in anchors if anchor.of_capture), None)
    if anchor is None:
        return Reading(Status.UNANCHORED, reason="it counts from a capture whose time is not known")
    if anchor.day is None:
        reason = f"it counts from the capture, and {anchor.when.text} is no single day"
        return Reading(Status.UNANCHORED, reason=reason)
    return _counted_back(anchor, span)


Rule = Callable[[str, Clock | None, tuple[Anchor, ...]], Reading | None]

RULES: tuple[Rule, ...] = (iso_day, named_day, named_month, numeric_day, weekday, ago)
"""The forms of a date, in the order in which they are tried."""


def _is_rest(words: str) -> bool:
    """Whether nothing but a weekday is left beside a day of another calendar."""
    return not words or _WEEKDAY_ONLY.fullmatch(words) is not None


def _converted(other: OtherDay) -> Reading:
    if other.value is None:
        return Reading(Status.AMBIGUOUS, reason="its calendar has no such day")
    return Reading(Status.RESOLVED, other.value, by=other.by)


def _exact(year: int, month: int, day: int, clock: Clock | None) -> Reading:
    try:
        text = date(year, month, day).isoformat()
    except ValueError:
        return Reading(Status.AMBIGUOUS, reason="the calendar has no such day")
    return Reading(Status.EXACT, text + (clock.suffix if clock else ""))


def _day_of_unknown_year(month: int, day: int, anchors: tuple[Anchor, ...]) -> Reading:
    anchor = next((anchor for anchor in anchors if anchor.day), None)
    if anchor is None or anchor.day is None:
        return Reading(Status.UNANCHORED, reason="it names no year")
    for year in range(anchor.day.year, anchor.day.year - 9, -1):
        try:
            found = date(year, month, day)
        except ValueError:
            continue
        if found <= anchor.day:
            return Reading(Status.RESOLVED, found.isoformat(), anchor)
    return Reading(Status.AMBIGUOUS, reason="the calendar has no such day")


def _counted_back(anchor: Anchor, span: Ago) -> Reading:
    return Reading(Status.RESOLVED, back_from(anchor.when, span), anchor)
