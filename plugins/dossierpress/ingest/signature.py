"""Signature lines: who, when and from which service, alone or together on one line."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from dossierpress.ingest.agencies import agency_name, is_agency
from dossierpress.ingest.byline import read_byline
from dossierpress.ingest.credit_line import credited_agency, credits_work
from dossierpress.ingest.dateline import NOT_PLACES, in_title_case
from dossierpress.ingest.headline import SECTIONS, ends_sentence
from dossierpress.ingest.stamps import Stamp, may_hold_date, read_stamps

MAX_LENGTH = 160
"""A longer line is no signature."""
MAX_CUTS = 6
"""A line of more parts is a list of something else."""

_BARS = re.compile(r"\s*[|·•‧]\s*")
_SEPARATOR = re.compile(
    r"\s*[,;،]\s+|\s+[-–—/]\s+|\s+(?=(?:last )?(?:updated|published|posted)\b)", re.I
)
_POSTED_BY = re.compile(r"(?:posted|published|written) by (.+?)(?: on|,| at) (.+)", re.IGNORECASE)
_CREDITED = re.compile(r"(.+?),? by (.+)", re.IGNORECASE)
_SECTIONED = re.compile(
    rf"({'|'.join(sorted(map(re.escape, SECTIONS), key=len, reverse=True))}) (?=\w+ \d|\d)",
    re.IGNORECASE,
)
_EMPTY_BY = re.compile(r"^by:?\s+(?=(?:last )?(?:updated|published)\b)", re.IGNORECASE)
_NAME = re.compile(r"[A-Z][\w'’.-]*(?: (?:of |the )?[A-Z][\w'’.-]*){1,2}")
_CAPITAL_PLACE = re.compile(r"[A-Z][A-Z'’.-]{2,}(?: [A-Z][A-Z'’.-]+){0,3}")


@dataclass(frozen=True)
class Signature:
    """What a signature line says; `unknown` are parts that could not be told."""

    authors: tuple[str, ...] = ()
    agency: str | None = None
    place: str | None = None
    stamps: tuple[Stamp, ...] = ()
    desk: bool = False
    unknown: tuple[str, ...] = ()

    @property
    def is_anchor(self) -> bool:
        """Whether it marks the head of a story: a wire service alone may as well end one."""
        return bool(self.stamps or self.authors or self.desk)


def read_signature(text: str, line: int) -> Signature | None:
    """Read a line that credits or dates a story; None where it does neither."""
    if len(text) > MAX_LENGTH:
        return None
    whole = _simple(text, line)
    if whole is not None:
        return whole
    if ends_sentence(text):
        return None
    bars = _BARS.split(text)
    if len(bars) > 1:
        return _joined(bars, line)
    for left, right in _cuts(text) if may_hold_date(text) else ():
        first, second = _simple(left, line) or _place(left), _simple(right, line)
        if first is not None and second is not None and (first.stamps or second.stamps):
            return _sum((first, second))
        if first is None and second is not None and second.stamps and _is_label(left):
            return _sum((Signature(unknown=(left,)), second))
    return None


def _simple(text: str, line: int) -> Signature | None:
    stamps = read_stamps(_EMPTY_BY.sub("", text), line)
    if stamps:
        return Signature(stamps=stamps)
    byline = read_byline(text)
    if byline is not None:
        named = bool(byline.authors or byline.agency)
        return Signature(byline.authors, byline.agency, desk=True, unknown=() if named else (text,))
    if is_agency(text):
        return Signature(agency=agency_name(text))
    agency = credited_agency(text)
    if agency is not None:
        return Signature(agency=agency)
    return Signature(unknown=(text,)) if credits_work(text) else None


def _place(text: str) -> Signature | None:
    if text.casefold() in SECTIONS or set(text.split()) & NOT_PLACES:
        return None
    if _CAPITAL_PLACE.fullmatch(text) is None:
        return None
    return Signature(place=in_title_case(text))


def _is_label(text: str) -> bool:
    """A name of a few words beside a date: a paper, a person or a section; nothing tells which."""
    return text.casefold() in SECTIONS or _NAME.fullmatch(text) is not None


def _joined(parts: list[str], line: int) -> Signature | None:
    found = []
    for part in filter(None, parts):
        known = read_signature(part, line) if len(parts) > 1 else None
        if known is None and len(part) > 40:
            return None
        found.append(known or Signature(unknown=(part,)))
    if not any(signature.is_anchor for signature in found):
        return None
    return _sum(tuple(found))


def _cuts(text: str) -> Iterator[tuple[str, str]]:
    """Each way to read a line as two statements."""
    sectioned = _SECTIONED.match(text)
    if sectioned:
        yield sectioned[1], text[sectioned.end() :]
    posted = _POSTED_BY.fullmatch(text)
    if posted:
        yield f"By {posted[1]}", posted[2]
    credited = _CREDITED.fullmatch(text)
    if credited:
        yield credited[1], f"By {credited[2]}"
    for match in islice(_SEPARATOR.finditer(text), MAX_CUTS):
        yield text[: match.start()], text[match.end() :]


def _sum(parts: tuple[Signature, ...]) -> Signature:
    return Signature(
        authors=tuple(name for part in parts for name in part.authors),
        agency=next((part.agency for part in parts if part.agency), None),
        place=next((part.place for part in parts if part.place), None),
        stamps=tuple(stamp for part in parts for stamp in part.stamps),
        desk=any(part.desk for part in parts),
        unknown=tuple(text for part in parts for text in part.unknown),
    )
