"""A dating: words of a text that tell a time, and what they come to."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Status(StrEnum):
    """How a dating is known.

    `exact`: the words give it. `resolved`: it was counted from the article's date. `unanchored`:
    it counts from a date that is not known. `ambiguous`: the words have several meanings.
    """

    EXACT = "exact"
    RESOLVED = "resolved"
    UNANCHORED = "unanchored"
    AMBIGUOUS = "ambiguous"


class Precision(StrEnum):
    """The unit that the words tell."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"
    DECADE = "decade"
    SPAN = "span"


@dataclass(frozen=True)
class Result:
    """What a rule made of words.

    Attributes:
        value: an EDTF date; None where it is not known.
        relative: whether the article's date was needed.
        reason: why there is no value, or what was weighed.
    """

    value: str | None
    precision: Precision
    relative: bool = True
    reason: str = ""


@dataclass(frozen=True)
class Moment:
    """What a rule may know besides the words.

    Attributes:
        anchor: one day that the article's date may mean.
        ahead: whether the sentence speaks of what is to come.
        reported: whether a verb such as "said" stands directly before the words.
    """

    anchor: date
    ahead: bool = False
    reported: bool = False


Resolve = Callable[[dict[str, str], Moment], Result]


@dataclass(frozen=True)
class Dating:
    """Words that tell a time.

    Attributes:
        field: the name of the article's field.
        start: the first character in that field's text.
        end: the character after the last.
        raw: the text between the two.
        value: an EDTF date; None where it cannot be resolved.
        rule: the id of the rule that read the words (see `dossierpress.text.when.rules`).
        anchor: what it was counted from, as "published 2019-12-05".
        reason: why there is no value, or what was weighed.
    """

    field: str
    start: int
    end: int
    raw: str
    value: str | None
    precision: Precision
    status: Status
    rule: str
    anchor: str | None = None
    reason: str = ""

    @property
    def approximate(self) -> bool:
        """Whether the value is marked as approximate or uncertain."""
        return self.value is not None and any(mark in self.value for mark in "~?%")
