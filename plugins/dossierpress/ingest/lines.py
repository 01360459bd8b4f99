"""The lines of a clipping, each with the numbers that it had in the file."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """One line with words on it, or several that were one before they were wrapped.

    Attributes:
        first: the number of its first line in the clipping, counted from 1.
        last: the number of its last.
        text: the words: runs of blanks are one space, none at either end.
        gap: how many blank lines stand before it.
        indent: how many blanks it began with.
    """

    first: int
    last: int
    text: str
    gap: int = 0
    indent: int = 0
