"""What an article says as a whole: who is named in full, which words stand in it, what touches."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from dossierpress.matching.case import is_acronym, is_capitalised
from dossierpress.matching.occurrences import Occurrence
from dossierpress.matching.words import CALENDAR, FUNCTION_WORDS, METONYM_VERBS, TITLES
from dossierpress.model import EntityId, Strength, Use
from dossierpress.text.folding import fold_key
from dossierpress.text.prose import Prose

_BEFORE = re.compile(r"(?P<word>[^\W_][\w'’.]*)(?:\s+|[-‐‑])\Z")
_AFTER = re.compile(r"(?P<possessive>['’ʼ]s)?(?:\s+|[-‐‑])(?P<word>[^\W_][\w'’]*)")
_PLAIN_NEIGHBOURS = FUNCTION_WORDS | TITLES | CALENDAR
_WORD = re.compile(r"[^\W\d_]{4,}")
_HEADLINE_SHARE = 0.7
"""From this share of capitalised words on, a field's capitals say nothing."""


@dataclass(frozen=True)
class Context:
    """Facts about one article that the rules look at."""

    proses: tuple[Prose, ...]
    occurrences: tuple[Occurrence, ...]

    @cached_property
    def named(self) -> Mapping[EntityId, str]:
        """The entities that are strongly named, each with the words that name it."""
        found: dict[EntityId, str] = {}
        for occurrence in self.occurrences:
            entity = self._named_by(occurrence)
            if entity:
                words = f'"{occurrence.hit.surface}" in the {occurrence.prose.field.name}'
                found.setdefault(entity, words)
        return found

    def stands(self, need: str) -> bool:
        """Say whether a word stands, or an entity is strongly named, in the article (rule 7)."""
        if need in self.named:
            return True
        key = fold_key(need)
        return any(key in text for text in self._words) and any(
            re.search(rf"(?<!\w){re.escape(key)}(?:e?s)?(?!\w)", text) for text in self._words
        )

    def touches(self, occurrence: Occurrence, use: Use) -> str | None:
        """Return the capitalised word of its sentence that a one-word occurrence touches (rule
        6), if any.

        Function words, titles and days are no neighbours; nor is a word of another occurrence.
        An acronym and a word without a capital touch nothing, a demonym not the word that it
        describes, and a possessive ends the name ("Iran's Guardian Council").
        """
        hit, text = occurrence.hit, occurrence.prose.masked.text
        is_bare = is_acronym(hit.surface) or not is_capitalised(hit.surface)
        if not occurrence.is_one_word or is_bare:
            return None
        start, end = occurrence.prose.sentence_at(hit.start)
        before = _BEFORE.search(text, max(start, hit.start - 60), hit.start)
        if before and self._is_name(before, occurrence.prose):
            return before["word"]
        after = _AFTER.match(text, hit.end, end)
        if after is None or after["possessive"] or use is Use.DEMONYM:
            return None
        return after["word"] if self._is_name(after, occurrence.prose) else None

    def acts(self, occurrence: Occurrence) -> str | None:
        """Return what makes a capital a metonym for its government: a possessive or a verb after
        it ("Tehran's strategy", "Washington ruled out").
        """
        hit, prose = occurrence.hit, occurrence.prose
        after = _AFTER.match(prose.masked.text, hit.end, prose.sentence_at(hit.start)[1])
        if after is None:
            return None
        if after["possessive"]:
            return after["possessive"]
        word = after["word"]
        is_verb = word in METONYM_VERBS or (word.islower() and word.endswith("ed"))
        return word if is_verb else None

    def is_headline_case(self, prose: Prose) -> bool:
        """Say whether nearly every word of a headline is capitalised, so that capitals mean
        nothing.
        """
        return prose.field.name in self._headlines

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
    def _covered(self) -> frozenset[tuple[str, int]]:
        return frozenset(
            (occurrence.prose.field.name, position)
            for occurrence in self.occurrences
            if not occurrence.wrong_case and not occurrence.not_of
            for position in range(occurrence.hit.start, occurrence.hit.end)
        )

    def _is_name(self, word: re.Match[str], prose: Prose) -> bool:
        text = word["word"]
        is_initial = len(text) == 2 and text.endswith(".")
        return (
            is_capitalised(text)
            and (is_initial or text.rstrip(".").casefold() not in _PLAIN_NEIGHBOURS)
            and (prose.field.name, word.start("word")) not in self._covered
        )

    def _named_by(self, occurrence: Occurrence) -> EntityId | None:
        if occurrence.override:
            return occurrence.override.entity
        if occurrence.wrong_case or len({sense.entity for sense in occurrence.senses}) != 1:
            return None
        sense = occurrence.senses[0]
        alias = sense.alias
        if alias.strength is Strength.WEAK or alias.use is Use.METONYM or alias.needs:
            return None
        if occurrence.is_one_word and self.is_headline_case(occurrence.prose):
            return None
        return None if self.touches(occurrence, alias.use) else sense.entity
