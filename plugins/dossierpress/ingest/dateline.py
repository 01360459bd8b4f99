"""Datelines: the place, and sometimes the day and wire service, before a story's first words."""

import re
from dataclasses import dataclass

from dossierpress.ingest.agencies import is_agency
from dossierpress.ingest.dates import is_absolute, read_date

_LABELS = (
    "EXPLAINER UPDATE UPDATED UPDATES ANALYSIS OPINION COMMENT EDITORIAL BREAKING EXCLUSIVE "
    "WATCH VIDEO PHOTO PHOTOS PICTURES GALLERY FACTBOX TIMELINE PROFILE FEATURE INTERVIEW "
    "LIVE LATEST CORRECTED CORRECTION CLARIFICATION NOTE NOTES READ SOURCE SOURCES IMAGE "
    "CAPTION REVIEW REPORT BACKGROUND CONTEXT SUMMARY KEY QUESTION ANSWER Q A FACT FACTS "
    "CHECK WARNING ALERT URGENT NATO UN US USA EU UK UAE OPEC IAEA IMF WHO WTO ISIS ISIL IS "
    "IRGC PMF PMU SDF KRG GCC CIA FBI CENTCOM IDF IMO UKMTO DAESH TRUMP IRAN IRAQ WAR OIL "
    "PRESS STATEMENT MEDIA ADVISORY BRIEF INTRODUCTION CONCLUSION PS NB ED TITLE HEADLINE "
    "SUBJECT DATE BYLINE AUTHOR URL LINK "
)
NOT_PLACES = frozenset(_LABELS.split())
"""Words in capitals that stand before a colon and are no place."""

_WORD = r"[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ.'’ʼ]*(?:-[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ.'’ʼ]*)*"
_PLACE = rf"(?P<place>{_WORD}(?:(?: |/| / ){_WORD}){{0,5}})"
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\b"
_REGION = (
    rf"(?:, (?!{_MONTH})(?P<region>[A-Z][\w.'’-]+(?: (?:of |and |the )?[A-Z][\w.'’-]+){{0,3}}))?"
)
_AGENCY = r"(?P<agency>\((?P<name>[^()]{2,40})\))"
_MARK = r"(?P<mark>[:：]|[-–—―]+)"
_CAPITALS = re.compile(
    rf"{_PLACE}{_REGION}(?P<date>[,.]? [^()—–:]{{3,30}}?)??"
    rf"(?:,? ?{_AGENCY})?(?: ?{_MARK}) ?(?P<rest>\S.*)"
)
_MIXED = re.compile(
    r"(?P<place>[A-ZÀ-Þ][\w'’-]*(?: [A-ZÀ-Þ][\w'’-]*){0,3})"
    rf"(?:, (?!{_MONTH})(?P<region>[A-Z][\w.'’-]+))?"
    rf"(?P<date>,? [^()—–:]{{3,30}}?)?,? ?{_AGENCY} ?{_MARK}? ?(?P<rest>\S.*)"
)
_ARABIC = re.compile(
    rf"(?P<place>[\u0621-\u064a]+(?: [\u0621-\u064a]+){{0,2}})(?P<region>)(?P<date>)"
    rf" ?{_AGENCY} ?{_MARK} ?(?P<rest>\S.*)"
)
_NO_PLACE = re.compile(rf"(?P<place>)(?P<region>)(?P<date>){_AGENCY} ?{_MARK} ?(?P<rest>\S.*)")
_SMALL = re.compile(r"\b(?:of|the|de|du|al|el)\b", re.IGNORECASE)
_KEPT = re.compile(r"\b(?:U\.S\.|D\.C\.|U\.N\.|USS\b|HMS\b)", re.IGNORECASE)


@dataclass(frozen=True)
class Dateline:
    """What stands before a story's first words.

    Attributes:
        place: in title case, as "Abu Dhabi"; None where only a wire service is named.
        date: the words of a date, as "Dec 5".
        rest: the paragraph without its dateline.
        bare: whether a mere colon or dash makes it one, which a headline may have too.
    """

    place: str | None
    agency: str | None
    date: str | None
    rest: str
    bare: bool


def read_dateline(paragraph: str) -> Dateline | None:
    """Take the dateline off a paragraph; None where it has none."""
    opening = paragraph[:160]
    for form in (_NO_PLACE, _CAPITALS, _MIXED, _ARABIC):
        match = form.match(opening)
        if match is None:
            continue
        found = _checked(match, paragraph, form is _CAPITALS)
        if found is not None:
            return found
    return None


def _checked(match: re.Match[str], paragraph: str, capitals: bool) -> Dateline | None:
    place = match["place"]
    agency, date = match["name"], (match["date"] or "").strip(" ,.") or None
    if date is not None and not _is_day(date):
        return None
    if set(re.findall(r"[^\W\d_]+", place)) & NOT_PLACES:
        return None
    if agency is not None and not (is_agency(agency) or (capitals and agency[0].isupper())):
        return None
    if not place and (agency is None or not is_agency(agency)):
        return None
    rest = paragraph[match.start("rest") :]
    if capitals and agency is None and date is None and not _opens_sentence(rest):
        return None
    if capitals and len(re.sub(r"\W", "", place)) < 3:
        return None
    region = f", {match['region']}" if match["region"] else ""
    shown = f"{in_title_case(place) if capitals else place}{region}" or None
    return Dateline(shown, agency, date, rest, bare=not agency and not date)


def in_title_case(place: str) -> str:
    """ABU DHABI is Abu Dhabi, and AIN AL-ASAD Ain al-Asad."""
    words = re.sub(r"[^\W\d_]+(?:['’ʼ][^\W\d_]+)*", lambda word: word[0].capitalize(), place)
    words = _SMALL.sub(lambda word: word[0].lower() if word.start() else word[0], words)
    return _KEPT.sub(lambda word: word[0].upper(), words)


def _is_day(words: str) -> bool:
    return is_absolute(words) or (re.search(r"\d", words) is not None and bool(read_date(words)))


def _opens_sentence(rest: str) -> bool:
    first = rest.lstrip("\"'“‘«(")[:1]
    return bool(first) and not first.islower() and not rest.isupper()
