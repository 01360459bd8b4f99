"""Days of the Hijri and Persian calendars in the words of a stamp.

Beside a Gregorian day they are set aside: that one counts, and the whole stamp is kept in the
article's provenance. Where they stand alone they are converted, and the conversion is named. The
Hijri calendar is that of Umm al-Qura; months that begin when the moon is seen may differ from it
by a day, so that such a date is marked approximate.
"""

import re
from dataclasses import dataclass

from hijridate import Hijri
from persiantools.jdatetime import JalaliDate

from dossierpress.text.when.words import SOLAR_MONTHS, WEEKDAYS

_HIJRI_NAMES = (
    "محرم|muharram",
    "صفر|safar",
    "ربيع الأول|ربيع الاول|rabi al-awwal|rabi i",
    "ربيع الآخر|ربيع الاخر|ربيع الثاني|rabi al-thani|rabi al-akhir|rabi ii",
    "جمادى الأولى|جمادى الاولى|jumada al-ula|jumada al-awwal|jumada i",
    "جمادى الآخرة|جمادى الاخرة|جمادى الثانية|jumada al-thani|jumada al-akhirah|jumada ii",
    "رجب|rajab",
    "شعبان|shaban|sha'ban",
    "رمضان|ramadan",
    "شوال|shawwal",
    "ذو القعدة|ذي القعدة|dhu al-qadah|dhul qadah|dhu al-qi'dah",
    "ذو الحجة|ذي الحجة|dhu al-hijjah|dhul hijjah",
)
HIJRI_MONTHS = {
    name: number for number, names in enumerate(_HIJRI_NAMES, 1) for name in names.split("|")
}
"""Each month of the Hijri calendar by its names, in lower case."""
_WEEKDAY = "|".join(sorted((day.casefold() for day in WEEKDAYS), key=len, reverse=True))


def _form(months: dict[str, int], era: str) -> re.Pattern[str]:
    names = "|".join(sorted(map(re.escape, months), key=len, reverse=True))
    return re.compile(
        rf"(?<!\w)(?:(?:{_WEEKDAY})\.? )?(?P<day>\d{{1,2}})[ -](?P<month>{names})"
        rf"[ -](?P<year>1[2-5]\d\d)(?: ?(?:{era}))?(?!\w)"
    )


_HIJRI = _form(HIJRI_MONTHS, "هـ|ه|ah|h")
_SOLAR = _form(SOLAR_MONTHS, "ه ش|هـ ش|ش|sh")
_BETWEEN = re.compile(r"\s*(?:الموافق ل?ـ?|[-–—/|=؛;])\s*")
_GREGORIAN_ERA = re.compile(r"(?<=\d) ?(?:م|ad|ce|ميلادية?|میلادی)(?!\w)")


@dataclass(frozen=True)
class OtherDay:
    """A day of another calendar.

    Attributes:
        value: the same day as an EDTF date; None where that calendar has no such day.
        by: in words, how it was converted.
    """

    value: str | None
    by: str


def take_other(words: str) -> tuple[str, OtherDay | None]:
    """Take a day of another calendar out of normalised words; return the rest and that day."""
    for form, convert in ((_HIJRI, _from_hijri), (_SOLAR, _from_solar)):
        match = form.search(words)
        if match is not None:
            rest = _GREGORIAN_ERA.sub("", f"{words[: match.start()]} {words[match.end() :]}")
            return re.sub(r"\s+", " ", _BETWEEN.sub(" ", rest)).strip(), convert(match)
    return words, None


def _from_hijri(match: re.Match[str]) -> OtherDay:
    by = "converted from the Hijri calendar of Umm al-Qura"
    try:
        day = Hijri(int(match["year"]), HIJRI_MONTHS[match["month"]], int(match["day"]))
        return OtherDay(f"{day.to_gregorian().isoformat()}~", by)
    except (ValueError, OverflowError):
        return OtherDay(None, by)


def _from_solar(match: re.Match[str]) -> OtherDay:
    by = "converted from the Persian calendar"
    numbers = (int(match["year"]), SOLAR_MONTHS[match["month"]], int(match["day"]))
    if not JalaliDate.check_date(*numbers):
        return OtherDay(None, by)
    day = JalaliDate(*numbers).to_gregorian()  # type: ignore[no-untyped-call]  # it has no hints
    return OtherDay(day.isoformat(), by)
