"""Names that are longer than the registry knows: what an occurrence is only a part of (rule 6)."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from dossierpress.matching.capitals import Capitals
from dossierpress.matching.case import is_acronym, is_capitalised
from dossierpress.matching.neighbours import Neighbours, Word, begins_sentence, word_before
from dossierpress.matching.occurrences import Occurrence
from dossierpress.matching.words import COMPASS, LOCATIVES
from dossierpress.model import Kind, Use

_PLACE_WORDS = COMPASS | {"new", "greater", "saint"}
"""Before a place, these make another place and no person."""
_NAMED_IN_FULL = frozenset({Kind.PLACE, Kind.PERSON})
"""Kinds whose names of several words make another name with a capitalised word after them."""


@dataclass(frozen=True)
class LongerNames:
    """The longer names of one article."""

    occurrences: tuple[Occurrence, ...]
    neighbours: Neighbours
    capitals: Capitals

    def touched(self, occurrence: Occurrence) -> str | None:
        """Return the words of a longer name that an occurrence is part of, if any.

        An acronym and a word without a capital touch nothing, a demonym not the word that it
        describes. Names of several words are surer: only a few words make others of them.
        """
        place = (occurrence.prose.field.name, occurrence.start)
        if place not in self._touched:
            self._touched[place] = self._touches(occurrence)
        return self._touched[place]

    def borne_by_another(self, occurrence: Occurrence) -> str | None:
        """Return a longer name of the article that ends in this word ("Michael Jordan"), if any.

        A word after a preposition of place is the place all the same.
        """
        name = self.by_last_word.get(occurrence.key)
        if name is None or not is_capitalised(occurrence.surface):
            return None
        before = word_before(occurrence.prose.masked.text, occurrence.start)
        is_located = before is not None and before.text.casefold() in LOCATIVES
        return None if is_located and occurrence.senses[0].kind is Kind.PLACE else name

    @cached_property
    def words_before(self) -> tuple[str, ...]:
        """For each occurrence what stands between it and the last space but one, roughly a word."""
        found = []
        for prose, _, start, *_ in self.occurrences:
            text, end = prose.masked.text, max(start - 1, 0)
            found.append(text[text.rfind(" ", 0, end) + 1 : end])
        return tuple(found)

    @cached_property
    def loud(self) -> tuple[int, ...]:
        """The numbers of the occurrences that no small word precedes: few of them."""
        return tuple(
            [number for number, word in enumerate(self.words_before) if not word.islower()]
        )

    @cached_property
    def by_last_word(self) -> Mapping[str, str]:
        """By their last word, the names of two words that the registry does not know."""
        found: dict[str, str] = {}
        for number in self.loud:
            occurrence = self.occurrences[number]
            if not self._may_be_surname(occurrence):
                continue
            word = self.neighbours.before(occurrence)
            is_last = self.neighbours.after(occurrence) is None
            if word and is_last and _is_first_name(word, occurrence):
                found.setdefault(occurrence.key, f"{word.text} {occurrence.surface}")
        return found

    @cached_property
    def _touched(self) -> dict[tuple[str, int], str | None]:
        """What `touched` said, by field and start: it is asked twice."""
        return {}

    def _touches(self, occurrence: Occurrence) -> str | None:
        sense = occurrence.senses[0]
        if occurrence.is_one_word:
            if is_acronym(sense.alias.text) or not is_capitalised(occurrence.surface):
                return None
            before = self.neighbours.before(occurrence)
            if before:
                return before.text
            after = None
            if sense.alias.use is not Use.DEMONYM:
                after = self.neighbours.after(occurrence)
        elif sense.kind in _NAMED_IN_FULL and not self.capitals.say_nothing(occurrence):
            after = self.neighbours.tail(occurrence)
        else:
            return None
        if after:
            return after.text
        head = self.neighbours.head(occurrence) if sense.kind is Kind.PLACE else None
        return f"{head.text} of" if head else None

    def _may_be_surname(self, occurrence: Occurrence) -> bool:
        if occurrence.wrong_case or occurrence.not_of or not occurrence.is_one_word:
            return False
        senses = occurrence.senses
        if not senses or senses[0].alias.use is Use.DEMONYM:
            return False
        if senses[0].kind not in _NAMED_IN_FULL or not is_capitalised(occurrence.surface):
            return False
        return not self.capitals.say_nothing(occurrence)


def _is_first_name(word: Word, occurrence: Occurrence) -> bool:
    """Say whether a word before an occurrence looks like a first name or an initial."""
    text = occurrence.prose.masked.text
    if text[word.end] != " " or word.text.casefold() in _PLACE_WORDS:
        return False
    if begins_sentence(text, word.start) and len(word.text) < 3:
        return False
    letters = word.text.rstrip(".")
    return letters.isalpha() and (len(letters) == 1 or not letters.isupper())
