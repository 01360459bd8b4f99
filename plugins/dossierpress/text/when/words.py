"""The words of dates in running text.

English names count with their capital only, so that "may" and "march" are no months. Arabic has
both of its sets of months, Persian the names of the Gregorian ones.
"""

_ENGLISH_MONTHS = (
    "January Jan.", "February Feb.", "March Mar.", "April Apr.", "May", "June Jun.", "July Jul.",
    "August Aug.", "September Sept. Sep.", "October Oct.", "November Nov.", "December Dec.",
)  # fmt: skip
_ARABIC_MONTHS = (
    "يناير كانون_الثاني", "فبراير شباط", "مارس آذار", "أبريل إبريل نيسان", "مايو أيار",
    "يونيو حزيران", "يوليو تموز", "أغسطس آب", "سبتمبر أيلول", "أكتوبر تشرين_الأول",
    "نوفمبر تشرين_الثاني", "ديسمبر كانون_الأول",
)  # fmt: skip
_PERSIAN_MONTHS = (
    "ژانویه", "فوریه", "مارس", "آوریل", "مه", "ژوئن", "ژوئیه", "اوت", "سپتامبر", "اکتبر", "نوامبر",
    "دسامبر",
)  # fmt: skip
_SOLAR_MONTHS = (
    "فروردین", "اردیبهشت", "خرداد", "تیر", "مرداد", "شهریور", "مهر", "آبان", "آذر", "دی", "بهمن",
    "اسفند",
)  # fmt: skip
_ENGLISH_DAYS = (
    "Monday Mon.", "Tuesday Tues. Tue.", "Wednesday Wed.", "Thursday Thurs. Thu.", "Friday Fri.",
    "Saturday Sat.", "Sunday Sun.",
)  # fmt: skip
_ARABIC_DAYS = (
    "الإثنين الاثنين", "الثلاثاء", "الأربعاء الاربعاء", "الخميس", "الجمعة", "السبت", "الأحد الاحد",
)  # fmt: skip
_PERSIAN_DAYS = (
    "دوشنبه دو‌شنبه", "سه‌شنبه سه_شنبه", "چهارشنبه چهار‌شنبه", "پنجشنبه پنج‌شنبه", "جمعه",
    "شنبه", "یکشنبه یک‌شنبه",
)  # fmt: skip


def _numbered(start: int, *sets: tuple[str, ...]) -> dict[str, int]:
    return {
        word.replace("_", " "): number
        for words in sets
        for number, names in enumerate(words, start)
        for word in names.split()
    }


ENGLISH_MONTHS = _numbered(1, _ENGLISH_MONTHS)
ARABIC_MONTHS = _numbered(1, _ARABIC_MONTHS)
PERSIAN_MONTHS = _numbered(1, _PERSIAN_MONTHS)
SOLAR_MONTHS = _numbered(1, _SOLAR_MONTHS)
MONTHS = {**PERSIAN_MONTHS, **ARABIC_MONTHS, **ENGLISH_MONTHS}
"""Each month of the Gregorian calendar by its names."""
ENGLISH_DAYS = _numbered(0, _ENGLISH_DAYS)
ARABIC_DAYS = _numbered(0, _ARABIC_DAYS)
WEEKDAYS = {**ENGLISH_DAYS, **ARABIC_DAYS, **_numbered(0, _PERSIAN_DAYS)}
"""Each weekday by its names; Monday is 0, as in `datetime`."""
SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
"""The seasons by their numbers in EDTF; northern, as the desks of this trade write them."""
NUMBERS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
}  # fmt: skip
"""The numbers that are written as words before a unit."""


def alternatives(words: dict[str, int]) -> str:
    """Return a pattern of these words, the longest first, in which a full stop may be left out."""
    by_length = sorted(words, key=len, reverse=True)
    return "|".join(word.replace(".", r"\.?") for word in by_length)


def number_of(words: dict[str, int], found: str) -> int:
    """Return the number of a word that `alternatives` matched."""
    return words[found] if found in words else words[f"{found}."]
