"""A row of bars, drawn at build time."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Bars:
    """How many articles there are over time.

    Attributes:
        says: all of it in a sentence, for a reader who does not see them.
        unit: what a bar stands for, `month` or `year`.
        first: the first bar's time in words, `last` the last one's.
        most: the greatest number, and `most_at` the first bar that has it.
        path: the bars as an SVG path in a box of `width` by `height`.
        unplaced: how many dates are not exact enough for a bar.
    """

    says: str
    unit: str
    first: str
    last: str
    most: int
    most_at: str
    width: int
    height: int
    path: str
    unplaced: int
