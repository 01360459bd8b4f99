"""What the capitals of an occurrence say where it stands: a name, or only the place in a text."""

import re
from dataclasses import dataclass
from functools import cached_property

from dossierpress.matching.case import is_acronym
from dossierpress.matching.neighbours import (
    Neighbours,
    begins_sentence,
    word_after,
    word_before,
)
from dossierpress.matching.occurrences import Occurrence
from dossierpress.matching.words import BEFORE_MONTHS, CALENDAR, FUNCTION_WORDS, PLAIN_BEFORE
from dossierpress.text.prose import Prose

_FIRST_LETTER = re.compile(r"([^\W\d_])[^\W\d_]{3,}")
"""The first letter of a word that is long enough to be asked for its capital."""
_WORD = re.compile(r"[^\W\d_]{2,}")
_HEADLINE_SHARE = 0.7
"""From this share of capitalised words on, a field's capitals say nothing."""
ORDINARY = CALENDAR | FUNCTION_WORDS
"""Names that are ordinary words as well."""


@dataclass(frozen=True)
class Capitals:
    """The capitals of one article.

    Attributes:
        small: the folded words that stand in the wrong case in the body.
    """

    proses: tuple[Prose, ...]
    neighbours: Neighbours
    small: frozenset[str]

    @cached_property
    def headlines(self) -> frozenset[str]:
        """The names of the fields nearly every word of which has a capital."""
        found = set()
        for prose in self.proses:
            letters = [] if prose.is_body else _FIRST_LETTER.findall(prose.field.text)
            capitals = sum(map(str.isupper, letters))
            if len(letters) > 3 and capitals >= _HEADLINE_SHARE * len(letters):
                found.add(prose.field.name)
        return frozenset(found)

    def say_nothing(self, occurrence: Occurrence) -> str | None:
        """Say why capitals mean nothing where an occurrence stands; None where they do mean it.

        So it is in a headline nearly every word of which is capitalised, but for an acronym; and
        in a line of capitals, for an acronym wherever it stands beside a word, and for a name
        where it touches one.
        """
        surface, prose = occurrence.surface, occurrence.prose
        if surface.isupper() and len(surface) > 1:
            return "every word of the line is in capitals" if self._is_shouted(occurrence) else None
        if prose.field.name in self.headlines:
            return "every word of the headline has a capital"
        return None

    def is_date(self, occurrence: Occurrence) -> bool:
        """Say whether a month's name stands in a date ("March 3", "since May")."""
        if occurrence.key not in CALENDAR:
            return False
        text = occurrence.prose.masked.text
        before = word_before(text, occurrence.start)
        after = word_after(text, occurrence.end)
        if after and after.text[0].isdecimal():
            return True
        if before is None:
            return False
        return before.text[0].isdecimal() or before.text.casefold() in BEFORE_MONTHS

    def is_ordinary(self, occurrence: Occurrence) -> bool:
        """Say whether a capitalised word that begins a sentence may be an ordinary one.

        It is a function word, a month, or a word that the article also writes small.
        """
        is_suspect = occurrence.key in self.small or occurrence.key in ORDINARY
        return is_suspect and begins_sentence(occurrence.prose.masked.text, occurrence.start)

    def _is_shouted(self, occurrence: Occurrence) -> bool:
        text, start, end = occurrence.prose.masked.text, occurrence.start, occurrence.end
        first = text.rfind("\n", 0, start) + 1
        last = text.find("\n", end)
        line = text[first : last if last >= 0 else len(text)]
        if any(character.islower() for character in line):
            return False
        if not occurrence.senses or not is_acronym(occurrence.senses[0].alias.text):
            beside = (self.neighbours.before(occurrence), self.neighbours.after(occurrence))
            return any(word and len(word.text) > 1 for word in beside)
        words = {word.casefold() for word in _WORD.findall(line)}
        return bool(words - PLAIN_BEFORE - {occurrence.key})
