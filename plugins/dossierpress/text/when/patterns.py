"""The forms of words that tell a time; each is named as the rule that reads it.

A preposition belongs to the words: it is what makes "in May" a month and "May" nobody's month.
"""

import re

from dossierpress.text.when.cues import Cue
from dossierpress.text.when.words import (
    ARABIC_MONTHS,
    ENGLISH_MONTHS,
    NUMBERS,
    PERSIAN_MONTHS,
    SEASONS,
    SOLAR_MONTHS,
    WEEKDAYS,
    alternatives,
)

_GREGORIAN = {**PERSIAN_MONTHS, **ARABIC_MONTHS}
MONTH = rf"(?P<month>{alternatives(ENGLISH_MONTHS)})"
_WRITTEN_MONTH = MONTH.replace(r"\.?", r"\.")
_FOREIGN_MONTH = rf"(?P<month>{alternatives(_GREGORIAN)})"
_TO_MONTH = MONTH.replace("<month>", "<second>")
WEEKDAY = rf"(?P<weekday>{alternatives(WEEKDAYS)})"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:1[5-9]|20)\d\d)"
_RELATIVE_YEAR = r"(?:,? (?:of )?(?P<which>last|this|next) year)"
_LEAD = rf"(?:(?:[Oo]n|يوم|روز) )?(?:{WEEKDAY},? )?(?:[Oo]n )?(?:the )?"
_PART = r"(?:the )?(?:(?P<part>early|late|mid|the end of|the beginning of|the start of)[- ])"
_IN = (
    r"(?P<lead>[Ii]n|[Ss]ince|[Uu]ntil|[Tt]ill|[Bb]y|[Ff]rom|[Dd]uring|[Tt]hrough|[Tt]hroughout"
    r"|[Bb]efore|[Aa]fter|[Tt]o|[Oo]f|[Bb]ack in|[Ll]ast|[Tt]his|[Nn]ext)"
)
_WHEN = r"(?:(?:[Ee]arlier|[Ll]ater|[Ss]ometime|[Ee]arly|[Ll]ate|[Ii]n) )?"
_SEASON = rf"(?P<season>{alternatives(SEASONS)})"
_COUNT = rf"(?P<count>\d{{1,3}}|(?i:{alternatives(NUMBERS)}))"
_UNIT = r"(?P<unit>day|week|month|year|decade)s?"
_RANGE = r"(?P<day>\d{1,2})(?: ?[-–] ?| to )(?P<last>\d{1,2})"
_RANGE_IN_WORDS = r"(?P<day>\d{1,2}) and (?P<last>\d{1,2})"
_NAMED = (
    r"(?:attacks?|camp|[Mm]ovement|[Aa]lliance|[Cc]oalition|[Bb]loc|[Rr]evolution|[Uu]prising"
    r"|[Mm]assacre|[Bb]rigades?)"
)
_NOT_YEAR = r"(?!,? (?:1[5-9]|20)\d\d)"


Form = tuple[Cue, re.Pattern[str]]
"""What a form cannot do without, and the form as whole words."""


def _form(cue: Cue, *forms: str) -> tuple[Form, ...]:
    """Each form as whole words; blanks may be line ends."""
    return tuple(
        (cue, re.compile(rf"(?<![\w/.,:-])(?:{_blanks(form)})(?![\w/]|[-–]\d)")) for form in forms
    )


def _blanks(form: str) -> str:
    """Let a blank of a form be any white space, as where a line was wrapped."""
    return form.replace("[- ]", r"[-\s]").replace(" ?", r"\s*").replace(" ", r"\s+")


FORMS: dict[str, tuple[Form, ...]] = {
    "iso-day": _form(Cue.HYPHEN, r"(?P<year>[0-9]{4})-(?P<number>[0-9]{2})-(?P<day>[0-9]{2})"),
    "full-day": _form(
        Cue.MONTH,
        rf"{_LEAD}{_DAY}(?: of)? {MONTH},? {_YEAR}",
        rf"{_LEAD}{MONTH} {_DAY},? {_YEAR}",
    )
    + _form(
        Cue.FOREIGN_MONTH,
        rf"{_LEAD}{_DAY} {_FOREIGN_MONTH}(?:,| عام| سنة)? {_YEAR.replace('1[5-9]|20', '..')}",
    ),
    "day-range": _form(
        Cue.MONTH,
        rf"(?:[Bb]etween |[Ff]rom )?{_RANGE} {MONTH}(?:,? {_YEAR})?",
        rf"(?:[Bb]etween |[Ff]rom )?{MONTH} {_RANGE}(?:, {_YEAR})?",
        rf"[Bb]etween {_RANGE_IN_WORDS} {MONTH}(?:,? {_YEAR})?",
        rf"[Bb]etween {MONTH} {_RANGE_IN_WORDS}(?:, {_YEAR})?",
    ),
    "named-day": _form(Cue.SLASH, r"9/11")
    + _form(
        Cue.MONTH,
        r"Sept?(?:ember|\.)? 11(?:th)?|11(?:th)? Sept(?:ember)?",
        rf"{MONTH} {_DAY} {_NAMED}",
        rf"{_DAY} {MONTH} {_NAMED}",
    ),
    "day-of-month": _form(
        Cue.MONTH,
        rf"{_LEAD}{_DAY}(?: of)? {MONTH}{_RELATIVE_YEAR}?{_NOT_YEAR}",
        rf"{_LEAD}{MONTH} {_DAY}{_RELATIVE_YEAR}?{_NOT_YEAR}",
    )
    + _form(Cue.FOREIGN_MONTH, rf"{_LEAD}{_DAY} {_FOREIGN_MONTH}(?! \d{{4}})"),
    "month-of-year": _form(
        Cue.MONTH,
        rf"(?:{_IN} )?(?:{_PART})?{MONTH}(?: of|,)? {_YEAR}",
    )
    + _form(
        Cue.FOREIGN_MONTH,
        rf"(?:(?:في|منذ|در) )?(?:شهر )?{_FOREIGN_MONTH}(?: من)?(?: عام| سنة| سال)? "
        rf"{_YEAR.replace('1[5-9]|20', '..')}",
    ),
    "month-range": _form(
        Cue.MONTH,
        rf"(?:[Bb]etween|[Ff]rom) {MONTH} (?:and|to|until|through) {_TO_MONTH}"
        rf"(?:,? (?:of )?{_YEAR})?",
    ),
    "month": _form(
        Cue.MONTH,
        rf"{_IN} (?:{_PART})?{_WRITTEN_MONTH}{_RELATIVE_YEAR}?{_NOT_YEAR}(?! \d)",
        rf"{_PART}{_WRITTEN_MONTH}{_RELATIVE_YEAR}?{_NOT_YEAR}(?! \d)",
    )
    + _form(
        Cue.FOREIGN_MONTH,
        rf"(?:في|منذ|خلال) (?:شهر )?(?P<month>{alternatives(ARABIC_MONTHS)})"
        r"(?P<past> الماضي)?(?! \d)",
    ),
    "season-of-year": _form(
        Cue.SEASON,
        rf"(?:{_IN} )?(?:[Tt]he )?(?:(?:early|late|mid)[- ])?{_SEASON}(?: of)? {_YEAR}",
    ),
    "season": _form(
        Cue.SEASON,
        r"(?P<lead>[Oo]ver|[Tt]hroughout|[Dd]uring|[Tt]hrough|[Ii]n|[Ss]ince|[Uu]ntil|[Bb]y|[Ff]rom)"
        rf" (?:the |this )?(?:(?:early|late|mid)[- ])?{_SEASON}(?!-| of\b|\s\w+ing\b)",
        rf"(?P<lead>[Ll]ast|[Tt]his|[Nn]ext) {_SEASON}(?!-)",
    ),
    "year-beside": _form(
        Cue.YEARS,
        rf"{_WHEN}(?P<which>[Ll]ast|[Tt]his|[Nn]ext) year(?!-)",
        r"(?P<which>[Ee]arlier|[Ll]ater) in the year",
        r"(?:في |خلال )?(?P<which>العام الماضي|هذا العام|العام الحالي|العام المقبل)",
    ),
    "month-beside": _form(
        Cue.MONTHS,
        rf"{_WHEN}(?P<which>[Ll]ast|[Tt]his|[Nn]ext) month(?!-)",
        r"(?P<which>[Ee]arlier|[Ll]ater) in the month",
        r"(?:في |خلال )?(?P<which>الشهر الماضي|هذا الشهر|الشهر الجاري|الشهر المقبل)",
    ),
    "week-beside": _form(
        Cue.WEEKS,
        rf"{_WHEN}(?P<which>[Ll]ast|[Tt]his|[Nn]ext) week(?!-)",
        r"(?P<which>الأسبوع الماضي|هذا الأسبوع|الأسبوع المقبل|هفته گذشته)",
    ),
    "ago": _form(
        Cue.AGO,
        rf"(?:(?P<about>about|around|some|nearly|almost|over|more than|less than) )?"
        rf"{_COUNT} {_UNIT} ago",
    ),
    "day-beside": _form(
        Cue.NEAR_DAY,
        r"(?P<which>[Yy]esterday|[Ee]arlier today|[Ll]ater today|[Tt]oday|[Tt]omorrow"
        r"|[Tt]onight|[Tt]his (?:morning|afternoon|evening)|[Ll]ast night|أمس|دیروز)(?!['’])",
    ),
    "weekday": _form(
        Cue.WEEKDAY,
        rf"(?:(?:[Oo]n|[Bb]y|[Ss]ince|[Uu]ntil|[Ff]rom|[Bb]efore|[Aa]fter) )?"
        rf"(?:(?P<which>last|this|next|coming) )?(?:(?:early|late) )?(?:on )?{WEEKDAY}"
        r"(?: (?:morning|afternoon|evening|night))?",
        rf"(?:يوم|روز) {WEEKDAY}(?P<past> الماضي)?",
    ),
    "span-to-now": _form(
        Cue.UNIT,
        rf"(?:[Ii]n|[Oo]ver|[Dd]uring|[Ff]or|[Ww]ithin) the (?:past|last) (?:{_COUNT} )?{_UNIT}",
    ),
    "year-range": _form(
        Cue.CENTURY,
        rf"(?:[Bb]etween|[Ff]rom) {_YEAR} (?:and|to|until|through) (?P<last>(?:1[5-9]|20)\d\d)",
        rf"{_YEAR} ?[-–] ?(?P<last>(?:(?:1[5-9]|20)\d\d|\d\d))(?=[\s.,;)])",
    ),
    "year": _form(
        Cue.CENTURY,
        rf"{_IN} (?:{_PART})?{_YEAR}(?![-–]\d| (?:people|men|troops|soldiers|fighters|\w+s\b))",
        rf"[Tt]he {_YEAR}(?= (?:US|U\.S\.|Gulf|Iraq|Iran|Paris|[a-z]+)\b)",
        rf"(?<=\(){_YEAR}(?=\))",
    )
    + _form(Cue.YEAR_WORD, r"(?:في |منذ )?(?:عام|سنة|سال) (?P<year>\d{4})"),
    "decade": _form(
        Cue.DECADE,
        r"(?:[Ii]n |[Ss]ince )?(?:the )?(?:(?:early|mid|late)[- ])?(?P<year>1[5-9]\d|20\d)0s",
    ),
    "solar-day": _form(
        Cue.SOLAR_MONTH,
        rf"(?:(?:روز )?{WEEKDAY} )?{_DAY} (?P<month>{alternatives(SOLAR_MONTHS)})(?: ماه)?(?: سال)?"
        r" (?P<year>\d{4})",
    ),
    "from-another-event": _form(
        Cue.UNIT,
        r"(?:[Aa]|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|\d{1,3}) "
        r"(?:day|week|month|year)s? (?:earlier|later|before|after|afterwards?)",
        r"(?:[Dd]ays|[Ww]eeks|[Mm]onths|[Yy]ears) (?:earlier|later|before|after|afterwards?)",
        r"(?:[Oo]n )?[Tt]he (?:same|previous|following|next) (?:day|week|month|year)",
        r"[Tt]he (?:day|week|month|year) (?:before|after)",
        r"(?:[Oo]n|[Ii]n|[Ll]ater|[Ee]arlier) that (?:day|week|month|year|same day)",
    ),
    "no-date-meant": _form(
        Cue.UNIT,
        r"[Ii]n recent (?:days|weeks|months|years)",
        r"(?:[Ii]n|[Oo]ver) the coming (?:days|weeks|months|years)",
    ),
}
"""The forms of each rule."""

AHEAD = re.compile(
    r"\b(?:will|would|shall|is to|are to|due|expected|planned|plans?|scheduled|set to|slated"
    r"|intends?)\b"
)
"""Words that say that the sentence speaks of what is to come."""
REPORTED = re.compile(r"\b(?:said|says|told|announced|reported|wrote|added)\b[^.;]{0,40}$")
"""A verb of saying, and at most a few words after it."""
NOT_A_WEEKDAY = re.compile(
    r"(?:Black|Bloody|Good|Super|Ash|Palm|Easter|Cyber|[Ee]very|[Ee]ach)\s+$"
)
"""What stands before a weekday that is part of a name or a custom."""
NOT_THE_MONTH = re.compile(r"(?i:by|to|of|from|before|after|through)\s+May\b")
"""What may as well speak of a person called May."""
NAME_GOES_ON = re.compile(
    r"\s+(?:Times|Telegraph|Mirror|Express|Post|Mail|Herald|School|[Pp]rayers?)\b"
)
"""What stands after a weekday that is part of a name or a custom."""
