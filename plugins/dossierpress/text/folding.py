"""Folding: the form in which texts are compared, with the way back to the source.

NFKD without marks; case folded; apostrophe and ʿayn variants, zero-width characters and tatweel
dropped; a trailing possessive stripped; a hyphen, also one at a line's end, as a space; runs of
white space as one space, or as one newline where they part paragraphs; Arabic and Persian letter
variants and the digits of all scripts unified. What each character becomes stands in `letters.py`.
A hyphen beside a space is a dash and stays apart from both names. White space after the end of a
sentence is left as long as it is: nothing is compared across it.

The way is: replace all characters that fold to exactly one other, at once and in place; then cut
out the few that do not (`_edits`), and note where.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from dossierpress.text.letters import LETTERS, MARKS

Edit = tuple[int, int, str]
"""A span of the source, and what stands for it in the folded text."""

_NOT_ASCII = re.compile(r"[^\x00-\x7f]")
_APOSTROPHE = re.compile(rf"'(?:(?<=[\w.{MARKS}]')s(?!\w))?")
_RUN = re.compile(r"  (?<![a-z][a-z]\.  )(?<![?!:;,\")\]\s]  ) *")
"""Two spaces or more, but not after the end of a sentence."""
_WRAP = re.compile(r"-\n(?<=\w-\n)(?=\w)")
"""A hyphen at the end of a line that goes on: a hyphen like any other."""
_ASCII_SIGNS = (*((sign, " ") for sign in "\t\r\v\f\x1c\x1d\x1e\x1f"), ("`", "'"))
_TYPOGRAPHY = tuple((sign, LETTERS[ord(sign)]) for sign in "’“”—‘–…\u00a0\ufffc")
"""What English texts have beyond ASCII; most have nothing else, and ASCII is quick to fold."""
_FEW = 32
"""Up to so many different letters are replaced one after the other, which is faster."""


@dataclass(frozen=True)
class Folded:
    """A folded text and the way back.

    Attributes:
        text: the folded form.
        source: the text it was made of.
        starts: where each run of the folded form begins; ascending.
        origins: where that run begins in the source; within a run, characters go one to one.
        has_marks: whether the source may have marks that belong to the letter before them.
    """

    text: str
    source: str
    starts: tuple[int, ...]
    origins: tuple[int, ...]
    has_marks: bool = False

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the source's offsets of `text[start:end]`, which must not be empty."""
        return self.spans(((start, end),))[0]

    def spans(self, places: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
        """Return the source's offsets of many places, none of them empty."""
        starts = self.starts
        shifts = [origin - start for start, origin in zip(starts, self.origins, strict=True)]
        shifts.insert(0, 0)  # so that no place has to be counted from one
        found = [
            (start + shifts[bisect_right(starts, start)],
             end + shifts[bisect_right(starts, end - 1)])
            for start, end in places
        ]  # fmt: skip
        return [self._with_marks(*place) for place in found] if self.has_marks else found

    def _with_marks(self, start: int, end: int) -> tuple[int, int]:
        while unicodedata.combining(self.source[end : end + 1] or " "):
            end += 1
        return start, end


def fold(text: str, *, wrapped: bool = True) -> Folded:
    """Fold a text, keeping the way back to its offsets.

    Args:
        text: any text.
        wrapped: whether a single newline only wraps a line (Markdown); otherwise it separates.
    """
    regular, odd = _regular(text)
    spaced = regular.replace("\n", " ")
    edits = _edits(regular, spaced, odd, wrapped=wrapped)
    base = (spaced if wrapped else regular).replace("-", " ")
    if not edits:
        return Folded(base, text, (0,), (0,))
    parts: list[str] = []
    starts = [0]
    origins = [0]
    position = length = 0
    for start, end, folded in edits:
        parts.append(base[position:start])
        length += start - position
        for letter in folded:  # each letter that one source character gives is a run of its own
            parts.append(letter)
            starts.append(length)
            origins.append(start)
            length += 1
        starts.append(length)
        origins.append(end)
        position = end
    parts.append(base[position:])
    return Folded("".join(parts), text, tuple(starts), tuple(origins), bool(odd))


@lru_cache(maxsize=1 << 16)
def fold_key(text: str) -> str:
    """Return the folded form of a name, without white space around it."""
    return fold(text).text.strip()


def _regular(text: str) -> tuple[str, set[str]]:
    """Fold what folds to one character; return also the characters that do not.

    Newlines and hyphens stay: they are judged together with what stands beside them.
    """
    odd: set[str] = set()
    if not text.isascii():
        for sign, folded in _TYPOGRAPHY:
            text = text.replace(sign, folded)
    if not text.isascii():
        letters = set(_NOT_ASCII.findall(text))
        odd = {letter for letter in letters if len(LETTERS[ord(letter)]) != 1}
        regular = letters - odd
        if len(regular) <= _FEW:
            for letter in regular:
                text = text.replace(letter, LETTERS[ord(letter)])
        else:
            text = text.translate({ord(letter): LETTERS[ord(letter)] for letter in regular})
    for sign, folded in _ASCII_SIGNS:
        if sign in text:
            text = text.replace(sign, folded)
    # Beyond ASCII only folded and odd letters are left; of neither does lower() change the length.
    return text.lower(), {letter.lower() for letter in odd}


def _edits(regular: str, spaced: str, odd: set[str], *, wrapped: bool) -> list[Edit]:
    """Find, in order, the spans that do not fold one to one."""
    edits = list(_runs(regular, spaced, wrapped=wrapped))
    if "-\n" in regular:
        edits += [(*match.span(), " " if wrapped else "\n") for match in _WRAP.finditer(regular)]
    if "'" in regular:
        edits += [(*match.span(), "") for match in _APOSTROPHE.finditer(regular)]
    if odd:
        pattern = re.compile(f"[{''.join(map(re.escape, sorted(odd)))}]")
        edits += [(*m.span(), LETTERS[ord(m[0])]) for m in pattern.finditer(regular)]
    edits.sort()
    return edits


def _runs(regular: str, spaced: str, *, wrapped: bool) -> Iterable[Edit]:
    """Find the runs of white space; one that separates becomes a newline, others a space."""
    enough = 2 if wrapped else 1
    for match in _RUN.finditer(spaced):
        start, end = match.span()
        newlines = regular.count("\n", start, end)
        yield start, end, "\n" if newlines >= enough else " "
