"""The rules of words that are counted from the article's date: "last year", "on Wednesday"."""

from datetime import timedelta

from dossierpress.text.when import count
from dossierpress.text.when.dating import Moment, Precision, Result
from dossierpress.text.when.parts import (
    Words,
    count_in,
    shift_in,
    unresolved,
    weekday_in,
    why_ahead,
)


def year_beside(words: Words, moment: Moment) -> Result:
    """Last year, this year, earlier in the year, next year."""
    return Result(f"{moment.anchor.year + shift_in(words):04d}", Precision.YEAR)


def month_beside(words: Words, moment: Moment) -> Result:
    """Last month, this month, next month."""
    anchor = moment.anchor
    return Result(count.month(anchor.year, anchor.month + shift_in(words)), Precision.MONTH)


def week_beside(words: Words, moment: Moment) -> Result:
    """Last week, this week, next week; where a week begins is a custom: marked approximate."""
    return Result(count.week(moment.anchor, -shift_in(words)), Precision.WEEK)


def ago(words: Words, moment: Moment) -> Result:
    """Some units ago; a round number of weeks, months or years is approximate."""
    number, anchor = count_in(words), moment.anchor
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
    which, number, anchor = words.get("which"), weekday_in(words), moment.anchor
    if which == "next":
        return unresolved(Precision.DAY, "of this week, or of the next")
    if which == "coming" or (moment.ahead and which != "last"):
        return Result(count.next_weekday(anchor, number), Precision.DAY, reason=why_ahead(moment))
    strictly = which == "last" or "past" in words
    return Result(count.latest_weekday(anchor, number, strictly=strictly), Precision.DAY)


def span_to_now(words: Words, moment: Moment) -> Result:
    """The past so many units: from then to the article's date."""
    number, anchor = count_in(words), moment.anchor
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
