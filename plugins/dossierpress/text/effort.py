"""How long a Markdown converter would take over a text, estimated without converting it.

Converters search from each sign that may open something to the end of its block for the sign that
closes it, so that a few kilobytes of signs that are never closed take minutes. The estimate counts
the characters that such searches go over. It depends on nothing but the text: whether a text is
refused must not depend on the machine.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

BOUND = 100_000_000
"""The most that a text may cost, in units of about 10 ns; a story of 3,000 words costs less than
a thousandth."""
MAX_NESTING = 40
"""How deep lists and quotations may nest."""

_OPEN_BRACKET, _OPEN_ADDRESS, _OPEN_TAG, _TICKS, _UNDERLINE = 20, 7, 3, 2, 5
"""What one character of a search costs, by the sign that began it; measured on Python-Markdown."""
_ABBREVIATION, _NOTE_AGAIN, _NOTES = 3, 50, 4
_INLINE = 100
"""Each inline sign copies its block: so many of them, times the length of it, make one unit."""

_BLOCK = re.compile(r"[^\n](?:[^\n]|\n(?![^\S\n]*\n))*")
_SIGN = re.compile(r"\]\(|[\[\]<>)]|`+")
_NESTED = re.compile(
    r"^(?![-*_ ]+$)(?:"
    rf"(?:[^\S\n]*(?:[-*+]|\d{{1,9}}[.)])(?=[^\S\n])){{{MAX_NESTING},}}"
    rf"|(?:[^\S\n]*>){{{MAX_NESTING},}}"
    rf"|[^\S\n]{{{4 * MAX_NESTING},}}(?:[-*+]|\d{{1,9}}[.)])[^\S\n])",
    re.MULTILINE,
)
_UNDERLINED = re.compile(r"^[=-]+[^\S\n]*$", re.MULTILINE)
_HEADING = re.compile(r"^#", re.MULTILINE)
_MARKS = "\\*_&![<"
_NOTE = re.compile(r"\[\^([^\[\]\n]{1,200})\]")
_DEFINED = re.compile(r"^[*]\[", re.MULTILINE)


@dataclass(frozen=True)
class Strain:
    """Why a text is refused.

    Attributes:
        line: where, counted from 1.
        reason: what the text has too many of.
    """

    line: int
    reason: str


def strain_of(text: str) -> Strain | None:
    """Return why a text would take too long to convert; None for one that does not."""
    nested = _NESTED.search(text) if len(text) >= 2 * MAX_NESTING else None
    if nested:
        reason = f"lists or quotations are nested {MAX_NESTING} deep or deeper"
        return Strain(text.count("\n", 0, nested.start()) + 1, reason)
    if _at_most(text) <= BOUND:
        return None
    costs = list(_costs(text))
    if sum(cost for _, cost, _ in costs) <= BOUND:
        return None
    at, _, reason = max(costs, key=lambda found: found[1])
    return Strain(text.count("\n", 0, at) + 1, reason)


def _at_most(text: str) -> int:
    """Return what a text costs at most; most texts cost little even so."""
    signs = (
        text.count("[") * _OPEN_BRACKET
        + text.count("](") * _OPEN_ADDRESS
        + text.count("<") * _OPEN_TAG
        + text.count("`") * _TICKS
        + (text.count("\n-") + text.count("\n=")) * _UNDERLINE
        + text.count("*[") * _ABBREVIATION
    )
    marks = sum(map(text.count, _MARKS)) * len(text) // _INLINE
    return signs * len(text) + marks + text.count("[^") ** 2 * _NOTE_AGAIN + text.count("\n#") ** 2


def _costs(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield where each part of the work begins, what it costs, and what it comes from."""
    for block in _BLOCK.finditer(text):
        yield from _block_costs(block[0], block.start())
    notes = Counter(match[1] for match in _NOTE.finditer(text))
    again = sum(count * count for count in notes.values()) * _NOTE_AGAIN
    again += len(notes) ** 2 * _NOTES
    yield text.find("[^"), again, "too many footnotes, or too many references to one of them"
    defined = sum(1 for _ in _DEFINED.finditer(text))
    yield text.find("*["), defined * len(text) * _ABBREVIATION, "too many abbreviations"
    headings = sum(1 for _ in _HEADING.finditer(text))
    yield text.find("#"), headings * headings, "too many headings"


def _block_costs(block: str, start: int) -> Iterator[tuple[int, int, str]]:
    signs = _Searches(len(block))
    for match in _SIGN.finditer(block):
        signs.meet(match[0], match.start())
    cost = signs.finish()
    yield start, cost, "too many brackets, tags or backticks that are not closed"
    marks = sum(map(block.count, _MARKS))
    yield start, marks * len(block) // _INLINE, "too many signs of Markdown without a blank line"
    lines = sum(1 for _ in _UNDERLINED.finditer(block))
    yield start, lines * len(block) * _UNDERLINE, "too many underlined lines without a blank line"


class _Searches:
    """The searches that the signs of one block begin, and how far each goes."""

    def __init__(self, length: int) -> None:
        self._end = length
        self._cost = 0
        self._brackets: list[int] = []
        self._addresses: list[int] = []
        self._tags: list[int] = []
        self._ticks: dict[str, int] = {}

    def meet(self, sign: str, at: int) -> None:
        """Take the next sign of the block."""
        if sign == "[":
            self._brackets.append(at)
        elif sign == "<":
            self._tags.append(at)
        elif sign == ">":
            self._close(self._tags, at, _OPEN_TAG, only=False)
        elif sign == ")":
            self._close(self._addresses, at, _OPEN_ADDRESS, only=False)
        elif sign[0] == "`":
            opened = self._ticks.pop(sign, None)
            if opened is None:
                self._ticks[sign] = at
            else:
                self._cost += (at - opened) * _TICKS
        else:
            self._close(self._brackets, at, _OPEN_BRACKET, only=True)
            if sign == "](":
                self._addresses.append(at)

    def finish(self) -> int:
        """Return what all searches cost; those that nothing closed go to the end."""
        for opened, price in (
            (self._brackets, _OPEN_BRACKET),
            (self._addresses, _OPEN_ADDRESS),
            (self._tags, _OPEN_TAG),
            ([*self._ticks.values()], _TICKS),
        ):
            self._cost += sum(self._end - at for at in opened) * price
        return self._cost

    def _close(self, opened: list[int], at: int, price: int, *, only: bool) -> None:
        """End the last search of a kind, or all of them."""
        while opened:
            self._cost += (at - opened.pop()) * price
            if only:
                return
