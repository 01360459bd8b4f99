"""What an article says as a whole: who is named in full, which words stand in it, what touches."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from dossierpress.edtf import When
from dossierpress.matching.case import is_acronym, is_capitalised
from dossierpress.matching.lexicon import Sense
from dossierpress.matching.neighbours import (
    Neighbours,
    Word,
    begins_sentence,
    word_after,
    word_before,
)
from dossierpress.matching.occurrences import Occurrence
from dossierpress.matching.words import (
    BEFORE_MONTHS,
    CALENDAR,
    COMPASS,
    FUNCTION_WORDS,
    GOVERNMENTS,
    LOCATIVES,
    METONYM_VERBS,
    PLAIN_BEFORE,
)
from dossierpress.model import Alias, EntityId, Kind, Use
from dossierpress.text.folding import fold_key
from dossierpress.text.prose import Prose

_WORD = re.compile(r"[^\W\d_]{4,}")
_CAPITALS = re.compile(r"[^\W\d_]{2,}")
_PLACE_WORDS = COMPASS | {"new", "greater", "saint"}
"""Before a place, these make another place and no person."""
_ORDINARY = CALENDAR | FUNCTION_WORDS
_HEADLINE_SHARE = 0.7
"""From this share of capitalised words on, a field's capitals say nothing."""
_NAMED_IN_FULL = frozenset({Kind.PLACE, Kind.PERSON})
"""Kinds whose names of several words make another name with a capitalised word after them."""


@dataclass(frozen=True)
class Context:
    """Facts about one article that the rules look at.

    Attributes:
        small: the folded words that stand in the wrong case in the body.
        date: when the article was published, where that is known.
    """

    proses: tuple[Prose, ...]
    occurrences: tuple[Occurrence, ...]
    small: frozenset[str] = frozenset()
    date: When | None = None

    @cached_property
    def calm(self) -> frozenset[int]:
        """The numbers of the occurrences beside which nothing matters: most of them.

        There is no capital before or after them, no capital of theirs to doubt, and no other
        sense that depends on their place.
        """
        suspects, longer, headlines = self.small | _ORDINARY, self._longer, self._headlines
        found = []
        prose, name, text = None, "", ""
        rows = zip(self.occurrences, self._words_before, strict=True)
        for number, (occurrence, before) in enumerate(rows):
            where, key, start, end, surface, senses, override, _, wrong_case = occurrence
            if wrong_case or not senses or override or start < 2:
                continue
            if not before.islower() or before == "of" or key in suspects or key in longer:
                continue
            if where is not prose:
                prose, name, text = where, where.field.name, where.masked.text
            if name in headlines or text[end + 1 : end + 2].isupper():
                continue
            if surface.isupper() or (len(senses) > 1 and _is_seat(senses)):
                continue
            found.append(number)
        return frozenset(found)

    @cached_property
    def named(self) -> Mapping[EntityId, str]:
        """The entities that are strongly named, each with the words that name it."""
        found: dict[EntityId, str] = {}
        calm = self.calm
        for number, occurrence in enumerate(self.occurrences):
            senses = occurrence.senses
            if len(senses) == 1 and senses[0].entity in found and not occurrence.override:
                continue  # nothing new could come of it
            entity = self._named_by(occurrence, is_calm=number in calm)
            if entity and entity not in found:
                found[entity] = f'"{occurrence.surface}" in the {occurrence.prose.field.name}'
        return found

    def stands(self, need: str) -> bool:
        """Say whether a word stands, or an entity is strongly named, in the article (rule 7)."""
        if need in self.named:
            return True
        key = fold_key(need)
        return any(key in text for text in self._words) and any(
            re.search(rf"(?<!\w){re.escape(key)}(?:e?s)?(?!\w)", text) for text in self._words
        )

    def is_in_time(self, alias: Alias) -> bool:
        """Say whether an alias may have been in use at the date of the article."""
        if self.date is None or (alias.start is None and alias.end is None):
            return True
        has_begun = alias.start is None or alias.start.earliest <= self.date.latest
        return has_begun and (alias.end is None or self.date.earliest <= alias.end.latest)

    def touches(self, occurrence: Occurrence) -> str | None:
        """Return the words of a longer name that an occurrence is part of (rule 6), if any."""
        place = (occurrence.prose.field.name, occurrence.start)
        if place not in self._touched:
            self._touched[place] = self._touches(occurrence)
        return self._touched[place]

    def _touches(self, occurrence: Occurrence) -> str | None:
        """Look beside an occurrence.

        An acronym and a word without a capital touch nothing, a demonym not the word that it
        describes. Names of several words are surer: only a few words make others of them.
        """
        sense = occurrence.senses[0]
        if occurrence.is_one_word:
            if is_acronym(sense.alias.text) or not is_capitalised(occurrence.surface):
                return None
            before = self._neighbours.before(occurrence)
            if before:
                return before.text
            after = None
            if sense.alias.use is not Use.DEMONYM:
                after = self._neighbours.after(occurrence)
        elif sense.kind in _NAMED_IN_FULL and not self.has_plain_capitals(occurrence):
            after = self._neighbours.tail(occurrence)
        else:
            return None
        if after:
            return after.text
        head = self._neighbours.head(occurrence) if sense.kind is Kind.PLACE else None
        return f"{head.text} of" if head else None

    def has_plain_capitals(self, occurrence: Occurrence) -> str | None:
        """Say why capitals mean nothing where an occurrence stands; None where they do mean it.

        So it is in a headline nearly every word of which is capitalised, but for an acronym; and
        in a line of capitals, for an acronym wherever it stands beside a word, and for a name
        where it touches one.
        """
        surface, prose = occurrence.surface, occurrence.prose
        if surface.isupper() and len(surface) > 1:
            return "every word of the line is in capitals" if self._is_shouted(occurrence) else None
        if prose.field.name in self._headlines:
            return "every word of the headline has a capital"
        return None

    def is_date(self, occurrence: Occurrence) -> bool:
        """Say whether a month's name stands in a date ("March 3", "since May")."""
        return occurrence.key in CALENDAR and self._is_date(occurrence)

    def ordinary(self, occurrence: Occurrence) -> str | None:
        """Say why a capitalised word that begins a sentence may be an ordinary one, if it may.

        It is a function word, a month, or a word that the article also writes small.
        """
        key, start = occurrence.key, occurrence.start
        text = occurrence.prose.masked.text
        is_suspect = key in self.small or key in FUNCTION_WORDS or key in CALENDAR
        if is_suspect and begins_sentence(text, start):
            return "it begins a sentence and may be an ordinary word"
        return None

    def borne_by_another(self, occurrence: Occurrence) -> str | None:
        """Return a longer name of the article that ends in this word ("Michael Jordan"), if any.

        A word after a preposition of place is the place all the same.
        """
        name = self._longer.get(occurrence.key)
        if name is None or not is_capitalised(occurrence.surface):
            return None
        text = occurrence.prose.masked.text
        before = word_before(text, occurrence.start)
        is_located = before is not None and before.text.casefold() in LOCATIVES
        return None if is_located and occurrence.senses[0].kind is Kind.PLACE else name

    def acts(self, occurrence: Occurrence) -> str | None:
        """Return what makes a capital a metonym for its government, if anything does.

        A possessive or a verb after it ("Tehran's strategy", "Washington ruled out"), or the
        government itself ("the Baghdad government").
        """
        text, end = occurrence.prose.masked.text, occurrence.end
        if text.startswith(("'s", "’s", "ʼs"), end):
            return text[end : end + 2]
        after = word_after(text, end)
        if after is None or text[end] == "-":
            return None
        word = after.text
        is_verb = word in METONYM_VERBS or (word.islower() and word.endswith("ed"))
        return word if is_verb or word in GOVERNMENTS else None

    @cached_property
    def _touched(self) -> dict[tuple[str, int], str | None]:
        """What `touches` said, by field and start: it is asked twice."""
        return {}

    @cached_property
    def _neighbours(self) -> Neighbours:
        return Neighbours(self.occurrences)

    @cached_property
    def _headlines(self) -> frozenset[str]:
        found = set()
        for prose in self.proses:
            words = _WORD.findall(prose.field.text) if not prose.is_body else []
            capitals = sum(is_capitalised(word) for word in words)
            if len(words) > 3 and capitals >= _HEADLINE_SHARE * len(words):
                found.add(prose.field.name)
        return frozenset(found)

    @cached_property
    def _words(self) -> tuple[str, ...]:
        return tuple(prose.folded.text for prose in self.proses)

    @cached_property
    def _words_before(self) -> tuple[str, ...]:
        """For each occurrence what stands between it and the last space but one, roughly a word."""
        found = []
        for prose, _, start, *_ in self.occurrences:
            text, end = prose.masked.text, max(start - 1, 0)
            found.append(text[text.rfind(" ", 0, end) + 1 : end])
        return tuple(found)

    @cached_property
    def _longer(self) -> Mapping[str, str]:
        """By their last word, the names of two words that the registry does not know."""
        found: dict[str, str] = {}
        for occurrence, before in zip(self.occurrences, self._words_before, strict=True):
            if before.islower():
                continue  # so it is mostly, and this is quick
            if occurrence.wrong_case or occurrence.not_of or not occurrence.is_one_word:
                continue
            senses = occurrence.senses
            if not senses or senses[0].alias.use is Use.DEMONYM:
                continue
            if senses[0].kind not in _NAMED_IN_FULL:
                continue
            surface = occurrence.surface
            if not is_capitalised(surface) or self.has_plain_capitals(occurrence):
                continue
            word = self._neighbours.before(occurrence)
            is_last = self._neighbours.after(occurrence) is None
            if word and is_last and _is_first_name(word, occurrence):
                found.setdefault(occurrence.key, f"{word.text} {occurrence.surface}")
        return found

    def _is_shouted(self, occurrence: Occurrence) -> bool:
        text, start, end = occurrence.prose.masked.text, occurrence.start, occurrence.end
        first = text.rfind("\n", 0, start) + 1
        last = text.find("\n", end)
        line = text[first : last if last >= 0 else len(text)]
        if any(character.islower() for character in line):
            return False
        if not occurrence.senses or not is_acronym(occurrence.senses[0].alias.text):
            beside = (self._neighbours.before(occurrence), self._neighbours.after(occurrence))
            return any(word and len(word.text) > 1 for word in beside)
        words = {word.casefold() for word in _CAPITALS.findall(line)}
        return bool(words - PLAIN_BEFORE - {occurrence.key})

    def _is_date(self, occurrence: Occurrence) -> bool:
        text = occurrence.prose.masked.text
        before = word_before(text, occurrence.start)
        after = word_after(text, occurrence.end)
        if after and after.text[0].isdecimal():
            return True
        if before is None:
            return False
        return before.text[0].isdecimal() or before.text.casefold() in BEFORE_MONTHS

    def _named_by(self, occurrence: Occurrence, *, is_calm: bool) -> EntityId | None:
        if occurrence.override:
            return occurrence.override.entity
        senses = occurrence.senses
        if occurrence.wrong_case or not senses:
            return None
        if len(senses) > 1 and len({sense.entity for sense in senses}) != 1:
            return None
        sense = senses[0]
        if not sense.is_strong or not self.is_in_time(sense.alias):
            return None
        if is_calm:
            return senses[0].entity
        if occurrence.is_one_word and (
            self.has_plain_capitals(occurrence)
            or self.is_date(occurrence)
            or self.ordinary(occurrence)
            or self.borne_by_another(occurrence)
        ):
            return None
        return None if self.touches(occurrence) else senses[0].entity


def _is_first_name(word: Word, occurrence: Occurrence) -> bool:
    """Say whether a word before an occurrence looks like a first name or an initial."""
    text = occurrence.prose.masked.text
    if text[word.end] != " " or word.text.casefold() in _PLACE_WORDS:
        return False
    if begins_sentence(text, word.start) and len(word.text) < 3:
        return False
    letters = word.text.rstrip(".")
    return letters.isalpha() and (len(letters) == 1 or not letters.isupper())


def _is_seat(senses: tuple[Sense, ...]) -> bool:
    return any(sense.alias.use is Use.METONYM for sense in senses)
