"""What the words of each form come to, one named function a rule.

The id of a rule is its function's name with hyphens; the first line of its docstring is the
public explanation. A rule is given the words by name and one day that the article's date may
mean; where that date is longer than a day, its first and its last day must lead to the same
result.
"""

from collections.abc import Callable

from persiantools.jdatetime import JalaliDate

from dossierpress.text.when import count
from dossierpress.text.when.counted import (
    ago,
    day_beside,
    month_beside,
    span_to_now,
    week_beside,
    weekday,
    year_beside,
)
from dossierpress.text.when.dating import Moment, Precision, Result
from dossierpress.text.when.parts import SHIFT, Words, month_in, unresolved, weekday_in, why_ahead
from dossierpress.text.when.words import MONTHS, SEASONS, SOLAR_MONTHS, number_of


def iso_day(words: Words, moment: Moment) -> Result:
    """A day as ISO 8601 writes it."""
    value = f"{words['year']}-{words['number']}-{words['day']}"
    return Result(value, Precision.DAY, relative=False)


def full_day(words: Words, moment: Moment) -> Result:
    """A day with its month and year; a weekday beside it must be that day's."""
    day = count.day_of(int(words["year"]), month_in(words), int(words["day"]))
    if day is None:
        return unresolved(Precision.DAY, "the calendar has no such day", relative=False)
    if "weekday" in words and weekday_in(words) != day.weekday():
        return unresolved(Precision.DAY, "that day was another weekday", relative=False)
    return Result(day.isoformat(), Precision.DAY, relative=False)


def day_range(words: Words, moment: Moment) -> Result:
    """Days of one month, from the first to the last that is named."""
    number, last = month_in(words), int(words["last"])
    year = (
        int(words["year"])
        if "year" in words
        else count.year_of_day(moment.anchor, number, int(words["day"]), ahead=moment.ahead)
    )
    start = count.day_of(year, number, int(words["day"])) if year else None
    end = count.day_of(year, number, last) if year else None
    if start is None or end is None or start >= end:
        return unresolved(Precision.SPAN, "the calendar has no such days")
    value = f"{start.isoformat()}/{end.isoformat()}"
    return Result(value, Precision.SPAN, relative="year" not in words)


def named_day(words: Words, moment: Moment) -> Result:
    """A day that has become the name of an event or a movement is not dated."""
    reason = "the name of an event or a movement, of a year that is not told"
    return unresolved(Precision.DAY, reason, relative=False)


def day_of_month(words: Words, moment: Moment) -> Result:
    """A day without its year: the latest on or before the article's date, or the next ahead."""
    number, day = month_in(words), int(words["day"])
    if "which" in words:
        year: int | None = moment.anchor.year + SHIFT[words["which"]]
    else:
        year = count.year_of_day(moment.anchor, number, day, ahead=moment.ahead)
    found = count.day_of(year, number, day) if year else None
    if found is None:
        return unresolved(Precision.DAY, "the calendar has no such day", relative=False)
    if "weekday" in words and weekday_in(words) != found.weekday():
        return unresolved(Precision.DAY, f"{found.isoformat()} was another weekday")
    return Result(found.isoformat(), Precision.DAY, reason=why_ahead(moment))


def month_of_year(words: Words, moment: Moment) -> Result:
    """A month with its year."""
    return Result(count.month(int(words["year"]), month_in(words)), Precision.MONTH, relative=False)


def month_range(words: Words, moment: Moment) -> Result:
    """From one month to another."""
    first, second = month_in(words), number_of(MONTHS, words["second"])
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
    number, lead = month_in(words), words.get("lead", "").casefold()
    anchor = moment.anchor
    if "which" in words:
        return Result(count.month(anchor.year + SHIFT[words["which"]], number), Precision.MONTH)
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
    return Result(count.month(year, number), Precision.MONTH, reason=why_ahead(moment))


def season_of_year(words: Words, moment: Moment) -> Result:
    """A season with its year."""
    number = SEASONS[words["season"]]
    if number == 24:
        return unresolved(Precision.SEASON, "a winter lies in two years", relative=False)
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
    return Result(count.season(year, number, mark), Precision.SEASON, reason=why_ahead(moment))


def year_range(words: Words, moment: Moment) -> Result:
    """From one year to another; "2014-17" has the century of its first year."""
    first, last = words["year"], words["last"]
    last = first[:2] + last if len(last) == 2 else last
    if int(last) <= int(first):
        return unresolved(Precision.SPAN, "it ends before it begins", relative=False)
    return Result(f"{first}/{last}", Precision.SPAN, relative=False)


def year(words: Words, moment: Moment) -> Result:
    """A year behind a word that asks for a time."""
    if not 1500 <= int(words["year"]) < 2100:
        return unresolved(Precision.YEAR, "a year of another calendar", relative=False)
    return Result(f"{int(words['year'])}", Precision.YEAR, relative=False)


def decade(words: Words, moment: Moment) -> Result:
    """A decade."""
    return Result(f"{words['year']}X", Precision.DECADE, relative=False)


def from_another_event(words: Words, moment: Moment) -> Result:
    """Words that count from another event of the text are not resolved."""
    return unresolved(Precision.SPAN, "it counts from another event in the text")


def no_date_meant(words: Words, moment: Moment) -> Result:
    """Words without a measure, such as "in recent weeks", are not resolved."""
    return unresolved(Precision.SPAN, "it has no measure", relative=False)


def solar_day(words: Words, moment: Moment) -> Result:
    """A day of the Persian calendar, converted."""
    numbers = (int(words["year"]), SOLAR_MONTHS[words["month"]], int(words["day"]))
    if not 1200 <= numbers[0] < 1500 or not JalaliDate.check_date(*numbers):
        return unresolved(Precision.DAY, "the Persian calendar has no such day", relative=False)
    day = JalaliDate(*numbers).to_gregorian()  # type: ignore[no-untyped-call]  # it has no hints
    return Result(
        day.isoformat(), Precision.DAY, relative=False, reason="converted from the Persian calendar"
    )


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
