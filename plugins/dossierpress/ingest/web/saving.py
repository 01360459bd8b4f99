"""What the program that saved a page noted in it: the address, and when."""

import re
from dataclasses import dataclass

from dossierpress.edtf import When, parse_when
from dossierpress.ingest.dates import read_date

_SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d+\)(?P<url>https?://[^\s>]{3,2000})", re.I)
_SINGLE_FILE = re.compile(
    r"<!--\s*Page saved with SingleFile\s+url:\s*(?P<url>https?://\S{3,2000})\s+"
    r"saved date:\s*(?P<date>[^\n(]{10,60})",
    re.IGNORECASE,
)
_WAYBACK = re.compile(
    r"https?://web\.archive\.org/web/(?P<stamp>\d{14})(?:[a-z]{2}_)?/(?P<url>https?:/.+)", re.I
)


@dataclass(frozen=True)
class Saving:
    """Where and when a page was saved, as far as it says so."""

    url: str | None = None
    archived_url: str | None = None
    captured: When | None = None


def read_saving(source: str, url: str | None = None) -> Saving:
    """Read the notes of SingleFile, of browsers and of the Wayback Machine in a page's source."""
    head = source[:20_000]
    captured = None
    single = _SINGLE_FILE.search(head)
    if single is not None:
        captured = _when(single["date"].strip())
    noted = single or _SAVED_FROM.search(head)
    found = url or (noted["url"] if noted else None)
    wayback = _WAYBACK.fullmatch(found or "")
    if wayback is None:
        return Saving(found, None, captured)
    return Saving(original(found), found, captured or _wayback_time(wayback["stamp"]))


def original(url: str | None) -> str | None:
    """Return the address that a Wayback Machine's address leads to; any other as it is."""
    match = _WAYBACK.fullmatch(url or "")
    return re.sub(r"^(https?:/)(?=[^/])", r"\1/", match["url"]) if match else url


def _wayback_time(digits: str) -> When | None:
    day, clock = digits[:8], digits[8:]
    return _when(f"{day[:4]}-{day[4:6]}-{day[6:]}T{clock[:2]}:{clock[2:4]}:{clock[4:]}Z")


def _when(words: str) -> When | None:
    reading = read_date(words)
    return parse_when(reading.value) if reading is not None and reading.value else None
