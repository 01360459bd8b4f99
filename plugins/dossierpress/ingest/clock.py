"""The time of day in the words of a date, taken apart from the day."""

import re
from dataclasses import dataclass

from dossierpress.ingest.calendar_words import ZONES

_NAMED_ZONE = "|".join(sorted(ZONES, key=len, reverse=True))
_OFFSET = r"[+-]\d{1,2}(?::?\d\d)?"
_ZONE = rf"(?: ?(?P<zone>(?:gmt|utc) ?{_OFFSET}|{_OFFSET}|(?:{_NAMED_ZONE})\b))?"
_CLOCK = re.compile(
    r"(?:(?<=\d)t|(?:\b(?:at|@) ?)?(?<![\d/.-]))"
    r"(?:(?P<hour>[01]?\d|2[0-3])[:.h](?P<minute>[0-5]\d)(?:[:.](?P<second>[0-5]\d)(?:\.\d+)?)?"
    r"(?: ?(?P<half>[ap])\.?m\b\.?)?(?: ?(?:hrs|hours))?"
    r"|(?P<hour12>1[0-2]|0?[1-9]) ?(?P<half12>[ap])\.?m\b\.?"
    r"|(?P<hours>[01]\d|2[0-3])(?P<minutes>[0-5]\d)(?= ?(?:gmt|utc|z|hrs|hours)\b)"
    r"(?: ?(?:hrs|hours))?)"
    rf"{_ZONE}(?!\d|[/.-]\d)"
)


@dataclass(frozen=True)
class Clock:
    """A time of day; `offset` is "Z", "+03:00", or None where the zone is absent or doubtful."""

    hour: int
    minute: int
    second: int = 0
    offset: str | None = None

    @property
    def suffix(self) -> str:
        """What follows the day in RFC 3339; nothing without a zone, which that form must have."""
        if self.offset is None:
            return ""
        return f"T{self.hour:02d}:{self.minute:02d}:{self.second:02d}{self.offset}"


def take_clock(words: str) -> tuple[str, Clock | None]:
    """Take the time of day out of normalised words; return the rest and what was taken."""
    match = _CLOCK.search(words)
    if match is None:
        return words, None
    rest = f"{words[: match.start()]} {words[match.end() :]}"
    rest = re.sub(r"\s+", " ", rest).strip(" -–—|·/")
    rest = re.sub(r"^(?:at|on) | (?:at|on)$", "", rest)
    hour = int(match["hour"] or match["hour12"] or match["hours"])
    half = match["half"] or match["half12"]
    if half and hour <= 12:
        hour = hour % 12 + (12 if half == "p" else 0)
    minute = int(match["minute"] or match["minutes"] or 0)
    return rest, Clock(hour, minute, int(match["second"] or 0), _offset(match["zone"]))


def _offset(zone: str | None) -> str | None:
    if zone is None:
        return None
    if zone in ZONES:
        return ZONES[zone]
    sign, digits = re.sub(r"^(?:gmt|utc) ?", "", zone)[0], re.sub(r"\D", "", zone)
    hours, minutes = (digits, "0") if len(digits) <= 2 else (digits[:-2], digits[-2:])
    if int(hours) > 14 or int(minutes) > 59:
        return None
    return f"{sign}{int(hours):02d}:{int(minutes):02d}"
