"""What the words of each form come to, one named function a rule.

The id of a rule is its function's name with hyphens; the first line of its docstring is the
public explanation. A rule is given the words by name and one day that the article's date may
mean; where that date is longer than a day, its first and its last day must lead to the same
result.
"""

from collections.abc import Callable
from datetime import timedelta

from persiantools.jdatetime import JalaliDate

from dossierpress.text.when import count
from dossierpress.text.when.dating import Moment, Precision, Result
from dossierpress.text.when.words import (
    MONTHS,
    NUMBERS,
    SEASONS,
    SOLAR_MONTHS,
    WEEKDAYS,
    number_of,
)

Words = dict[str, str]
_SHIFT = {"last": -1, "this": 0, "next": 1, "earlier": 0, "later": 0}
_ARABIC_SHIFT = {"الماضي": -1, "هذا": 0, "الحالي": 0, "الجاري": 0, "المقبل": 1, "گذشته": -1}


def iso_day(words: Words, moment: Moment) -> Result:
    """A day as ISO 8601 writes it."""
    value = f"{words['year']}-{words['number']}-{words['day']}"
    return Result(value, Precision.DAY, relative=False)


def full_day(words: Words, moment: Moment) -> Result:
    """A day with its month and year; a weekday beside it must be that day's."""
    day = count.day_of(int(words["year"]), _month(words), int(words["day"]))
    if day is None:
        return _none(Precision.DAY, "the calendar has no such day", relative=False)
    if "weekday" in words and _weekday(words) != day.weekday():
        return _none(Precision.DAY, "that day was another weekday", relative=False)
    return Result(day.isoformat(), Precision.DAY, relative=False)


def day_range(words: Words, moment: Moment) -> Result:
    """Days of one month, from the first to the last that is named."""
    number, last = _month(words), int(words["last"])
    year = (
        int(words["year"])
        if "year" in words
        else count.year_of_day(moment.anchor, number, int(words["day"]), ahead=moment.ahead)
    )
    start = count.day_of(year, number, int(words["day"])) if year else None
    end = count.day_of(year, number, last) if year else None
    if start is None or end is None or start >= end:
        return _none(Precision.SPAN, "the calendar has no such days")
    value = f"{start.isoformat()}/{end.isoformat()}"
    return Result(value, Precision.SPAN, relative="year" not in words)


def named_day(words: Words, moment: Moment) -> Result:
    """A day that has become the name of an event or a movement is not dated."""
    reason = "the name of an event or a movement, of a year that is not told"
    return _none(Precision.DAY, reason, relative=False)


def day_of_month(words: Words, moment: Moment) -> Result:
    """A day without its year: the latest on or before the article's date, or the next ahead."""
    number, day = _month(words), int(words["day"])
    if "which" in words:
        year: int | None = moment.anchor.year + _SHIFT[words["which"]]
    else:
        year = count.year_of_day(moment.anchor, number, day, ahead=moment.ahead)
    found = count.day_of(year, number, day) if year else None
    if found is None:
        return _none(Precision.DAY, "the calendar has no such day", relative=False)
    if "weekday" in words and _weekday(words) != found.weekday():
        return _none(Precision.DAY, f"{found.isoformat()} was another weekday")
    return Result(found.isoformat(), Precision.DAY, reason=_ahead(moment))


def month_of_year(words: Words, moment: Moment) -> Result:
    """A month with its year."""
    return Result(count.month(int(words["year"]), _month(words)), Precision.MONTH, relative=False)


def month_range(words: Words, moment: Moment) -> Result:
    """From one month to another."""
    first, second = _month(words), number_of(MONTHS, words["second"])
    year = (
        int(words["year"])
        if "year" in words
        else count.year_of_month(moment.anchor, second, ahead=moment.ahead)
    )
    start = count.month(year - (first > second), first)
    return Result(
        f"{start}/{count.month(year, second)}", Precision.SPAN, relative="year" not in words
    )


def month(words: Words, moment: Moment) -> Result:
    """A month without its year: the latest that has begun, or the next ahead.

    "last September" said in December may be this year's or the last's: marked uncertain.
    """
    number, lead = _month(words), words.get("lead", "").casefold()
    anchor = moment.anchor
    if "which" in words:
        return Result(count.month(anchor.year + _SHIFT[words["which"]], number), Precision.MONTH)
    if lead == "next":
        return Result(f"{count.month(anchor.year + (number <= anchor.month), number)}?",
                      Precision.MONTH, reason="the next, or the one after it")  # fmt: skip
    if lead == "last" or "past" in words:
        year = anchor.year - (number >= anchor.month)
        mark = "?" if year == anchor.year and lead == "last" else ""
        reason = "of this year, or of the last" if mark else ""
        return Result(f"{count.month(year, number)}{mark}", Precision.MONTH, reason=reason)
    ahead = moment.ahead or (lead == "this" and number > anchor.month)
    year = count.year_of_month(anchor, number, ahead=ahead)
    return Result(count.month(year, number), Precision.MONTH, reason=_ahead(moment))


def season_of_year(words: Words, moment: Moment) -> Result:
    """A season with its year."""
    number = SEASONS[words["season"]]
    if number == 24:
        return _none(Precision.SEASON, "a winter lies in two years", relative=False)
    return Result(count.season(int(words["year"]), number), Precision.SEASON, relative=False)


def season(words: Words, moment: Moment) -> Result:
    """A season without its year: the latest that has begun, or the next ahead.

    "over", "during" and "throughout" tell a time in it, not the season: marked approximate.
    """
    number, lead = SEASONS[words["season"]], words["lead"].casefold()
    ahead = moment.ahead or lead == "next"
    year = count.year_of_season(moment.anchor, number, ahead=ahead)
    if lead == "last" and count.is_in_season(moment.anchor, number):
        return Result(count.season(year - 1, number), Precision.SEASON)
    if lead == "last" and year == moment.anchor.year:
        return Result(count.season(year, number, "?"), Precision.SEASON,
                      reason="of this year, or of the last")  # fmt: skip
    mark = "~" if lead in ("over", "throughout", "during", "through") else ""
    return Result(count.season(year, number, mark), Precision.SEASON, reason=_ahead(moment))


def year_beside(words: Words, moment: Moment) -> Result:
    """Last year, this year, earlier in the year, next year."""
    return Result(f"{moment.anchor.year + _shift(words):04d}", Precision.YEAR)


def month_beside(words: Words, moment: Moment) -> Result:
    """Last month, this month, next month."""
    anchor = moment.anchor
    return Result(count.month(anchor.year, anchor.month + _shift(words)), Precision.MONTH)


def week_beside(words: Words, moment: Moment) -> Result:
    """Last week, this week, next week; where a week begins is a custom: marked approximate."""
    return Result(count.week(moment.anchor, -_shift(words)), Precision.WEEK)


def ago(words: Words, moment: Moment) -> Result:
    """Some units ago; a round number of weeks, months or years is approximate."""
    number, anchor = _count(words), moment.anchor
    match words["unit"]:
        case "day":
            day = (anchor - timedelta(days=number)).isoformat()
            return Result(f"{day}{'~' if 'about' in words else ''}", Precision.DAY)
        case "week":
            return Result(f"{(anchor - timedelta(weeks=number)).isoformat()}~", Precision.WEEK)
        case "month":
            earlier = count.months_before(anchor, number)
            return Result(f"{count.month(earlier.year, earlier.month)}~", Precision.MONTH)
    years = number * (10 if words["unit"] == "decade" else 1)
    return Result(f"{anchor.year - years:04d}~", Precision.YEAR)


def day_beside(words: Words, moment: Moment) -> Result:
    """Yesterday, today, tomorrow; "today" may mean "nowadays" where nobody says it: uncertain."""
    which, anchor = words["which"].casefold(), moment.anchor
    if which == "last night":
        start = (anchor - timedelta(days=1)).isoformat()
        return Result(f"{start}/{anchor.isoformat()}", Precision.DAY)
    shift = {"yesterday": -1, "أمس": -1, "دیروز": -1, "tomorrow": 1}.get(which, 0)
    unsure = which == "today" and not moment.reported
    day = (anchor + timedelta(days=shift)).isoformat()
    reason = "may mean: nowadays" if unsure else ""
    return Result(f"{day}{'?' if unsure else ''}", Precision.DAY, reason=reason)


def weekday(words: Words, moment: Moment) -> Result:
    """A weekday: the latest on or before the article's date; the first after it, if ahead."""
    which, number, anchor = words.get("which"), _weekday(words), moment.anchor
    if which == "next":
        return _none(Precision.DAY, "of this week, or of the next")
    if which == "coming" or (moment.ahead and which != "last"):
        return Result(count.next_weekday(anchor, number), Precision.DAY, reason=_ahead(moment))
    strictly = which == "last" or "past" in words
    return Result(count.latest_weekday(anchor, number, strictly=strictly), Precision.DAY)


def span_to_now(words: Words, moment: Moment) -> Result:
    """The past so many units: from then to the article's date."""
    number, anchor = _count(words), moment.anchor
    match words["unit"]:
        case "day":
            start = (anchor - timedelta(days=number)).isoformat()
        case "week":
            start = (anchor - timedelta(weeks=number)).isoformat()
        case "month":
            earlier = count.months_before(anchor, number)
            start = count.month(earlier.year, earlier.month)
        case unit:
            start = f"{anchor.year - number * (10 if unit == 'decade' else 1):04d}"
    return Result(f"{start}~/{anchor.isoformat()}", Precision.SPAN)


def year_range(words: Words, moment: Moment) -> Result:
    """From one year to another; "2014-17" has the century of its first year."""
    first, last = words["year"], words["last"]
    last = first[:2] + last if len(last) == 2 else last
    if int(last) <= int(first):
        return _none(Precision.SPAN, "it ends before it begins", relative=False)
    return Result(f"{first}/{last}", Precision.SPAN, relative=False)


def year(words: Words, moment: Moment) -> Result:
    """A year behind a word that asks for a time."""
    if not 1500 <= int(words["year"]) < 2100:
        return _none(Precision.YEAR, "a year of another calendar", relative=False)
    return Result(f"{int(words['year'])}", Precision.YEAR, relative=False)


def decade(words: Words, moment: Moment) -> Result:
    """A decade."""
    return Result(f"{words['year']}X", Precision.DECADE, relative=False)


def solar_day(words: Words, moment: Moment) -> Result:
    """A day of the Persian calendar, converted."""
    numbers = (int(words["year"]), SOLAR_MONTHS[words["month"]], int(words["day"]))
    if not 1200 <= numbers[0] < 1500 or not JalaliDate.check_date(*numbers):
        return _none(Precision.DAY, "the Persian calendar has no such day", relative=False)
    day = JalaliDate(*numbers).to_gregorian()  # type: ignore[no-untyped-call]  # it has no hints
    return Result(
        day.isoformat(), Precision.DAY, relative=False, reason="converted from the Persian calendar"
    )


def from_another_event(words: Words, moment: Moment) -> Result:
    """Words that count from another event of the text are not resolved."""
    return _none(Precision.SPAN, "it counts from another event in the text")


def no_date_meant(words: Words, moment: Moment) -> Result:
    """Words without a measure, such as "in recent weeks", are not resolved."""
    return _none(Precision.SPAN, "it has no measure", relative=False)


Rule = Callable[[Words, Moment], Result]

RULES: tuple[Rule, ...] = (
    iso_day, full_day, solar_day, day_range, named_day, day_of_month, month_of_year, month_range,
    month, season_of_year, season, year_beside, month_beside, week_beside, ago, day_beside, weekday,
    span_to_now, year_range, year, decade, from_another_event, no_date_meant,
)  # fmt: skip
"""The rules; of words that several can read, the longest reading counts, then the first rule."""


def rule_id(rule: Rule) -> str:
    """Return the public name of a rule."""
    return rule.__name__.replace("_", "-")


def _none(precision: Precision, reason: str, *, relative: bool = True) -> Result:
    return Result(None, precision, relative, reason)


def _month(words: Words) -> int:
    return number_of(MONTHS, words["month"])


def _weekday(words: Words) -> int:
    return number_of(WEEKDAYS, words["weekday"])


def _count(words: Words) -> int:
    found = words.get("count", "1").casefold()
    return NUMBERS[found] if found in NUMBERS else int(found)


def _shift(words: Words) -> int:
    which = words["which"].casefold()
    found = (_ARABIC_SHIFT[word] for word in which.split() if word in _ARABIC_SHIFT)
    return _SHIFT[which] if which in _SHIFT else next(found, 0)


def _ahead(moment: Moment) -> str:
    return "the sentence speaks of what is to come" if moment.ahead else ""
