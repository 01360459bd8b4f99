"""The parts of words that tell a time, as numbers: what a rule reads off the groups of its form."""

from dossierpress.text.when.dating import Moment, Precision, Result
from dossierpress.text.when.words import MONTHS, NUMBERS, WEEKDAYS, number_of

Words = dict[str, str]
"""What the groups of a form hold, by name."""
SHIFT = {"last": -1, "this": 0, "next": 1, "earlier": 0, "later": 0}
_ARABIC_SHIFT = {"الماضي": -1, "هذا": 0, "الحالي": 0, "الجاري": 0, "المقبل": 1, "گذشته": -1}


def unresolved(precision: Precision, reason: str, *, relative: bool = True) -> Result:
    """Return a result without a value."""
    return Result(None, precision, relative, reason)


def month_in(words: Words) -> int:
    """Return the number of the month that the words name."""
    return number_of(MONTHS, words["month"])


def weekday_in(words: Words) -> int:
    """Return the number of the weekday that the words name; Monday is 0."""
    return number_of(WEEKDAYS, words["weekday"])


def count_in(words: Words) -> int:
    """Return how many units the words name; one, where they name no number."""
    found = words.get("count", "1").casefold()
    return NUMBERS[found] if found in NUMBERS else int(found)


def shift_in(words: Words) -> int:
    """Return how many units "last", "this" and "next" lie from the article's date."""
    which = words["which"].casefold()
    found = (_ARABIC_SHIFT[word] for word in which.split() if word in _ARABIC_SHIFT)
    return SHIFT[which] if which in SHIFT else next(found, 0)


def why_ahead(moment: Moment) -> str:
    """Return why a time lies after the article, if it does."""
    return "the sentence speaks of what is to come" if moment.ahead else ""
