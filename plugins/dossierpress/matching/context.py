"""What an article says as a whole: who is named in full, and which words stand in it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from dossierpress.edtf import When
from dossierpress.matching.capitals import ORDINARY, Capitals
from dossierpress.matching.case import is_capitalised
from dossierpress.matching.longer import LongerNames
from dossierpress.matching.neighbours import Neighbours, word_before
from dossierpress.matching.occurrences import Occurrence
from dossierpress.model import Alias, EntityId
from dossierpress.text.folding import fold_key
from dossierpress.text.prose import Prose


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
    def capitals(self) -> Capitals:
        """What capitals say in the article."""
        return Capitals(self.proses, self._neighbours, self.small)

    @cached_property
    def longer(self) -> LongerNames:
        """The longer names of the article."""
        return LongerNames(self.occurrences, self._neighbours, self.capitals)

    @cached_property
    def calm(self) -> frozenset[int]:
        """The numbers of the occurrences beside which nothing matters: most of them.

        There is no capital or digit beside them, no capital of theirs to doubt, and no other sense
        that depends on their place.
        """
        longer, headlines = self.longer.by_last_word, self.capitals.headlines
        suspects = self.small | ORDINARY
        found = []
        prose, text, is_headline = None, "", False
        rows = zip(self.occurrences, self.longer.words_before, strict=True)
        for number, (occurrence, before) in enumerate(rows):
            where, key, start, end, surface, senses, override, _, wrong_case = occurrence
            if wrong_case or not senses or override or start < 2:
                continue
            if not before.islower() or before == "of" or key in suspects or key in longer:
                continue
            if where is not prose:
                prose, text = where, where.masked.text
                is_headline = where.field.name in headlines
            if is_headline or senses.is_seat or surface.isupper():
                continue
            after = text[end + 1 : end + 2]
            if after.islower() or not after.isalnum():
                found.append(number)
        return frozenset(found)

    @cached_property
    def named(self) -> Mapping[EntityId, str]:
        """The entities that are strongly named, each with the words that name it.

        A surname behind its bearer's office ("President Rouhani", where the registry describes
        one Rouhani, and as a president) is as strong as the full name.
        """
        found: dict[EntityId, str] = {}
        calm = self.calm
        for number, occurrence in enumerate(self.occurrences):
            senses = occurrence.senses
            if len(senses) == 1 and senses[0].entity in found and not occurrence.override:
                continue  # nothing new could come of it
            entity = self._named_by(occurrence, is_calm=number in calm)
            if entity and entity not in found:
                title = "" if senses and senses[0].is_strong else _title(occurrence)
                words = f"{title} {occurrence.surface}".lstrip()
                found[entity] = f'"{words}" in the {occurrence.prose.field.name}'
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

    @cached_property
    def _neighbours(self) -> Neighbours:
        return Neighbours(self.occurrences)

    @cached_property
    def _words(self) -> tuple[str, ...]:
        return tuple(prose.folded.text for prose in self.proses)

    def _named_by(self, occurrence: Occurrence, *, is_calm: bool) -> EntityId | None:
        if occurrence.override:
            return occurrence.override.entity
        senses = occurrence.senses
        if occurrence.wrong_case or len(senses.entities) != 1:
            return None
        sense = senses[0]
        if not self.is_in_time(sense.alias):
            return None
        if not sense.is_strong and _title(occurrence).casefold() not in sense.offices:
            return None
        if is_calm:
            return sense.entity
        if occurrence.is_one_word and (
            self.capitals.say_nothing(occurrence)
            or self.capitals.is_date(occurrence)
            or self.capitals.is_ordinary(occurrence)
            or self.longer.borne_by_another(occurrence)
        ):
            return None
        return None if self.longer.touched(occurrence) else sense.entity


def _title(occurrence: Occurrence) -> str:
    """Return the capitalised word that stands directly before an occurrence; else nothing."""
    word = word_before(occurrence.prose.masked.text, occurrence.start)
    return word.text if word and is_capitalised(word.text) else ""
