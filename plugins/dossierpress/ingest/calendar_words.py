"""The words of dates: months, weekdays, units, numbers and time zones, in the languages of stamps.

Names of months: English, French, German, Spanish and both Arabic sets; the rest English, Arabic.
"""

MONTHS: dict[str, int] = {
    word: number
    for number, words in enumerate(
        (
            "january jan janvier januar enero يناير كانون_الثاني",
            "february feb février februar febrero فبراير شباط",
            "march mar mars märz marzo مارس آذار اذار",
            "april apr avril abril أبريل ابريل إبريل نيسان",
            "may mai mayo مايو أيار ايار",
            "june jun juin juni junio يونيو حزيران",
            "july jul juillet juli julio يوليو تموز",
            "august aug août agosto أغسطس اغسطس آب",
            "september sept sep septembre septiembre سبتمبر أيلول ايلول",
            "october oct octobre oktober octubre أكتوبر اكتوبر تشرين_الأول تشرين_الاول",
            "november nov novembre noviembre نوفمبر تشرين_الثاني",
            "december dec décembre dezember diciembre ديسمبر كانون_الأول كانون_الاول",
        ),
        start=1,
    )
    for word in words.replace("_", "\u00a0").split(" ")
    for word in (word.replace("\u00a0", " "),)
}
"""Each month's names and abbreviations, in lower case."""

WEEKDAYS: dict[str, int] = {
    word: number
    for number, words in enumerate(
        (
            "monday mon الإثنين الاثنين",
            "tuesday tues tue الثلاثاء",
            "wednesday wed الأربعاء الاربعاء",
            "thursday thurs thur thu الخميس",
            "friday fri الجمعة",
            "saturday sat السبت",
            "sunday sun الأحد الاحد",
        )
    )
    for word in words.split()
}
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

NUMBERS: dict[str, int] = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6,
    "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
}  # fmt: skip
"""The numbers that are written as words before a unit."""

ZONES: dict[str, str | None] = {
    "z": "Z", "utc": "Z", "gmt": "Z", "est": "-05:00", "edt": "-04:00", "cet": "+01:00",
    "cest": "+02:00", "eet": "+02:00", "eest": "+03:00", "msk": "+03:00", "pst": "-08:00",
    "pdt": "-07:00", "et": None, "bst": None, "ist": None, "ast": None, "cst": None, "pt": None,
    "local": None, "local time": None, "ksa": None, "uae": None,
}  # fmt: skip
"""Zone names and their offsets; None where the name has more than one meaning."""
