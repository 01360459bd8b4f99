"""The dates of bibliographic records, as EDTF."""

import re

from dossierpress.edtf import parse_when
from dossierpress.ingest.dates import Status, read_date
from dossierpress.ingest.record import Dated

_SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
_SLASHED = re.compile(r"(\d{4})(?:/(\d{0,2})(?:/(\d{0,2})(?:/(.*))?)?)?")
_SEASON = re.compile(r"([a-z]+),? (\d{4})|(\d{4}),? ([a-z]+)")
_MOMENT = re.compile(r"(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d:\d\d)(Z|[+-]\d\d:?\d\d)?")


def from_text(text: str | None) -> Dated | None:
    """Read the words of a date: EDTF, "2019/12/05/", "Summer 2019", "December 5, 2019"."""
    raw = " ".join((text or "").split())
    if not raw:
        return None
    return Dated(raw, _edtf(raw) or _slashed(raw) or _moment(raw) or _season(raw) or _words(raw))


def from_parts(
    year: object, month: object = None, day: object = None, *, circa: bool = False
) -> str | None:
    """Return an EDTF date of numbers; a month of 13 to 16 or 21 to 24 is a season."""
    try:
        numbers = [int(str(part)) for part in (year, month, day) if part not in (None, "", 0)]
    except ValueError:
        return None
    if not numbers or (day and not month):
        return None
    if len(numbers) == 2 and 13 <= numbers[1] <= 16:
        numbers[1] += 8
    text = "-".join([f"{numbers[0]:04d}", *(f"{part:02d}" for part in numbers[1:])])
    return _edtf(f"{text}{'~' if circa else ''}")


def interval(start: str | None, end: str | None) -> str | None:
    """Return the interval between two EDTF dates; one date where they are the same."""
    if start is None or end is None or start == end:
        return start
    return _edtf(f"{start}/{end}")


def _edtf(text: str) -> str | None:
    try:
        parse_when(text)
    except ValueError:
        return None
    return text


def _slashed(text: str) -> str | None:
    match = _SLASHED.fullmatch(text)
    if match is None:
        return None
    season = _SEASONS.get((match[4] or "").strip().casefold())
    if season and not match[2]:
        return from_parts(match[1], season)
    return from_parts(match[1], match[2], match[3])


def _moment(text: str) -> str | None:
    """A time needs its zone; without one, only its day is known."""
    match = _MOMENT.fullmatch(text)
    if match is None:
        return None
    zone = match[3]
    if zone and ":" not in zone and zone != "Z":
        zone = f"{zone[:3]}:{zone[3:]}"
    return _edtf(f"{match[1]}T{match[2]}{zone}" if zone else match[1])


def _season(text: str) -> str | None:
    match = _SEASON.fullmatch(text.casefold())
    if match is None:
        return None
    season = _SEASONS.get(match[1] or match[4])
    return from_parts(match[2] or match[3], season) if season else None


def _words(text: str) -> str | None:
    reading = read_date(text)
    return reading.value if reading is not None and reading.status is Status.EXACT else None
