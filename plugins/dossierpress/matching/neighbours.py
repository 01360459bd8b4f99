"""What stands beside an occurrence: a name of its own, or a word of a longer name (rule 6)?"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from dossierpress.matching.case import is_acronym, is_capitalised
from dossierpress.matching.occurrences import Occurrence
from dossierpress.matching.words import (
    BEGINNINGS,
    COMPASS,
    NAME_ABBREVIATIONS,
    NAME_HEADS,
    NAME_TAILS,
    PARTS_OF_COUNTRIES,
    PLAIN_AFTER,
    PLAIN_BEFORE,
    TITLES,
)
from dossierpress.model import Kind, Use

_HYPHENS = "-‐‑"
_WRAPPED = 40
"""A line of so many characters may have been wrapped; a shorter one ends where it wants to."""
_NAMING = frozenset({Kind.PERSON, Kind.PLACE, Kind.ORGANIZATION})
_ENDS = ".!?:;"
_OPENINGS = "\"'“‘(["


class Word(NamedTuple):
    """A word beside an occurrence; offsets are those of the field's text."""

    text: str
    start: int
    end: int


@dataclass(frozen=True)
class Neighbours:
    """Looks beside the occurrences of one article."""

    occurrences: tuple[Occurrence, ...]

    def before(self, occurrence: Occurrence) -> Word | None:
        """Return the word before that makes a longer name with the occurrence, if any."""
        text, end = occurrence.prose.masked.text, occurrence.start - 1
        if end < 1 or text[text.rfind(" ", 0, end) + 1 : end].islower():
            return None  # so it is mostly, and this is quick
        word = word_before(text, end + 1)
        if word is None or not is_capitalised(word.text) or ends_itself(word.text):
            return None
        folded = word.text.rstrip(".").casefold()
        is_initial = len(word.text) == 2 and word.text.endswith(".")
        if (folded in PLAIN_BEFORE and not is_initial) or self._is_covered(
            self._ending, word.end, occurrence
        ):
            return None
        if begins_sentence(text, word.start) and _may_begin(folded, text):
            return None
        return word

    def after(self, occurrence: Occurrence) -> Word | None:
        """Return the word after that makes a longer name with the occurrence, if any."""
        text, end = occurrence.prose.masked.text, occurrence.end
        if text[end + 1 : end + 2].islower():
            return None  # so it is mostly, and this is quick
        word = word_after(text, end)
        if word is None or not is_capitalised(word.text):
            return None
        if word.text.casefold() in PLAIN_AFTER or self._is_apart(occurrence, word):
            return None
        return None if self._is_covered(self._starting, word.start, occurrence) else word

    def tail(self, occurrence: Occurrence) -> Word | None:
        """Return the word after that makes another name of several words ("New York Times")."""
        word = self.after(occurrence)
        return word if word and word.text.casefold() in NAME_TAILS else None

    def head(self, occurrence: Occurrence) -> Word | None:
        """Return the head of a name that the occurrence ends: "Bank" of "Bank of Japan"."""
        text = occurrence.prose.masked.text
        start = occurrence.start
        if not text.endswith(("of ", "of\n"), max(0, start - 3), start):
            return None
        word = word_before(text, start - 3)
        if word is None or not is_capitalised(word.text):
            return None
        return word if word.text.casefold() in NAME_HEADS else None

    def _is_apart(self, occurrence: Occurrence, word: Word) -> bool:
        """Say whether a place's name ends before a capitalised word.

        So it does before the kind of a part of a country ("Anbar Province"), and where an office
        of the place stands before its holder ("the president of Iraq Barham Salih").
        """
        if _kind(occurrence) is not Kind.PLACE:
            return False
        if word.text.casefold() in PARTS_OF_COUNTRIES:
            return True
        text, start = occurrence.prose.masked.text, occurrence.start
        if not text.endswith(("of ", "of\n"), max(0, start - 3), start):
            return False
        head, surname = word_before(text, start - 3), word_after(text, word.end)
        is_name = surname is not None and is_capitalised(surname.text)
        is_office = head is not None and head.text.casefold() in TITLES
        return is_office and is_name and word.text.casefold() not in NAME_TAILS

    def _is_covered(
        self,
        places: Mapping[tuple[str, int], Occurrence],
        place: int,
        occurrence: Occurrence,
    ) -> bool:
        """Say whether a neighbour is a name of its own."""
        other = places.get((occurrence.prose.field.name, place))
        if other is None:
            return False
        if other.end < occurrence.start and other.key in COMPASS:
            return False  # "the West" may be a name of its own, "West Virginia" is one name
        between = min(occurrence.end, other.end)
        if occurrence.prose.masked.text[between] in _HYPHENS:
            return True  # a hyphen joins two names: "the Israel-Hamas war"
        if not other.is_one_word or other.override or is_acronym(other.surface):
            return True
        if any(sense.alias.use is not Use.NAME for sense in other.senses):
            return True
        kind, others = _kind(occurrence), _kind(other)
        if kind not in _NAMING or others not in _NAMING:
            return True
        return kind is others and kind is not Kind.PERSON

    @cached_property
    def _starting(self) -> Mapping[tuple[str, int], Occurrence]:
        return {(o.prose.field.name, o.start): o for o in self._fitting}

    @cached_property
    def _ending(self) -> Mapping[tuple[str, int], Occurrence]:
        return {(o.prose.field.name, o.end): o for o in self._fitting}

    @property
    def _fitting(self) -> Iterable[Occurrence]:
        return (o for o in self.occurrences if not o.wrong_case and not o.not_of)


def word_before(text: str, start: int) -> Word | None:
    """Return the word that a space, a hyphen or a wrapped line parts from what follows it."""
    end = start - 1
    if end < 1 or not _is_gap(text, end):
        return None
    first = end
    while first and (text[first - 1].isalnum() or text[first - 1] in "'’."):
        first -= 1
    while first < end and not text[first].isalnum():
        first += 1
    return Word(text[first:end], first, end) if first < end else None


def word_after(text: str, end: int) -> Word | None:
    """Return the word that a space, a hyphen or a wrapped line parts from what precedes it."""
    first = end + 1
    if first >= len(text) or not _is_gap(text, end) or not text[first].isalnum():
        return None
    last = first
    while last < len(text) and (text[last].isalnum() or text[last] in "'’"):
        last += 1
    return Word(text[first:last], first, last)


def ends_itself(word: str) -> bool:
    """Say whether a word is no part of a name that follows: a possessive, a sentence's last."""
    if word.endswith(("'s", "’s", "'S", "’S", "'", "’")):
        return True
    if not word.endswith("."):
        return False
    stem = word[:-1].casefold()
    return len(stem) > 1 and stem not in NAME_ABBREVIATIONS


def begins_sentence(text: str, start: int) -> bool:
    """Say whether a sentence, a quotation or a paragraph begins at a place."""
    place = start
    while place and text[place - 1] in _OPENINGS:
        place -= 1
    if place < start and text[start - 1] in _OPENINGS[:4]:
        return True
    gap = place
    while gap and text[gap - 1].isspace():
        gap -= 1
    if not gap or text.count("\n", gap, place) > 1:
        return True
    if gap == place:
        return False
    before = text[gap - 1]
    return before in _ENDS or (before in "\"”’'" and gap > 1 and text[gap - 2] in _ENDS + ",")


def _may_begin(folded: str, text: str) -> bool:
    """Say whether a word at the beginning of a sentence may be an ordinary one."""
    return folded in BEGINNINGS or folded.endswith(("ing", "ed", "ly")) or f" {folded} " in text


def _is_gap(text: str, place: int) -> bool:
    character = text[place]
    if character != "\n":
        return character.isspace() or character in _HYPHENS
    line = text.rfind("\n", 0, place) + 1
    return place - line >= _WRAPPED and not text.startswith("\n", place + 1)


def _kind(occurrence: Occurrence) -> Kind | None:
    return occurrence.senses[0].kind if occurrence.senses else None
