"""The words of dates: months, weekdays, units, numbers and time zones, in the languages of stamps.

Names of months: English, French, German, Spanish and both Arabic sets; the rest English, Arabic.
What running text has as well stands in `dossierpress.text.when.words`.
"""

from collections.abc import Mapping

from dossierpress.text.when.words import ARABIC_DAYS, ARABIC_MONTHS, ENGLISH_DAYS, ENGLISH_MONTHS

_OTHER_MONTHS = (
    "janvier januar enero", "février februar febrero", "mars märz marzo", "avril abril", "mai mayo",
    "juin juni junio", "juillet juli julio", "août agosto", "septembre septiembre",
    "octobre oktober octubre", "novembre noviembre", "décembre dezember diciembre",
)  # fmt: skip
_BARE = str.maketrans("أإآ", "ااا")


def _in_stamps(words: Mapping[str, int]) -> dict[str, int]:
    """Return words as stamps write them: in lower case, without full stops, or hamza."""
    plain = {word.rstrip(".").casefold(): number for word, number in words.items()}
    bare = {word.translate(_BARE): number for word, number in plain.items() if len(word) > 2}
    return {**bare, **plain}


MONTHS: dict[str, int] = {
    **{word: at for at, words in enumerate(_OTHER_MONTHS, 1) for word in words.split()},
    **_in_stamps({**ENGLISH_MONTHS, **ARABIC_MONTHS}),
}
"""Each month's names and abbreviations, in lower case."""

WEEKDAYS: dict[str, int] = {**_in_stamps({**ENGLISH_DAYS, **ARABIC_DAYS}), "thur": 3}
"""Each weekday's names; Monday is 0, as in `datetime`."""

UNITS: dict[str, str] = {
    word: unit
    for unit, words in {
        "second": "second seconds sec secs s ثانية ثوان",
        "minute": "minute minutes min mins m دقيقة دقائق",
        "hour": "hour hours hr hrs h ساعة ساعات",
        "day": "day days d يوم أيام ايام",
        "week": "week weeks wk wks w أسبوع أسابيع",
        "month": "month months mo شهر أشهر شهور",
        "year": "year years yr yrs y سنة سنوات عام أعوام",
    }.items()
    for word in words.split()
}
"""The units of "19 min 23 sec ago"."""

ZONES: dict[str, str | None] = {
    "z": "Z", "utc": "Z", "gmt": "Z", "est": "-05:00", "edt": "-04:00", "cet": "+01:00",
    "cest": "+02:00", "eet": "+02:00", "eest": "+03:00", "msk": "+03:00", "pst": "-08:00",
    "pdt": "-07:00", "et": None, "bst": None, "ist": None, "ast": None, "cst": None, "pt": None,
    "local": None, "local time": None, "ksa": None, "uae": None,
}  # fmt: skip
"""Zone names and their offsets; None where the name has more than one meaning."""
