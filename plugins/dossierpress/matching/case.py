"""Rule 3: do the capitals of a text agree with an alias?"""

import re
from functools import lru_cache

from dossierpress.model import CaseRule

_WORD_GAP = re.compile(r"[\s\-‐‑]+")
_PARTICLES = ("Al ", "El ", "The ", "De ", "La ", "Van ", "Von ", "Bin ", "Ben ", "Ibn ")
"""What begins a name and is written small inside a sentence: "of al Qaeda", "in the Hague"."""
_SHORT_ACRONYM = 3
"""Up to so many letters an acronym may be a word ("Who", "It"); longer ones are tamed: Unesco."""


@lru_cache(maxsize=1 << 16)
def agrees(surface: str, alias: str, rule: CaseRule) -> bool:
    """Say whether a surface may stand for an alias under its case rule.

    Where an alias is written in capitals only, `cap` wants an acronym of up to three letters in
    capitals, and of a longer one the first letter.
    """
    if rule is CaseRule.ANY:
        return True
    if rule is CaseRule.ACRONYM:
        return not any(letter.islower() for letter in surface)
    if rule is CaseRule.EXACT:
        return _WORD_GAP.split(surface) == _WORD_GAP.split(alias)
    words = list(zip(_WORD_GAP.split(surface), _WORD_GAP.split(alias), strict=False))
    if alias.startswith(_PARTICLES):
        del words[0]
    return all(_bears_capital(word, pattern) for word, pattern in words)


def _bears_capital(word: str, pattern: str) -> bool:
    if is_acronym(pattern) and len(pattern) <= _SHORT_ACRONYM:
        return word.isupper()
    return is_capitalised(word) or not is_capitalised(pattern)


@lru_cache(maxsize=1 << 16)
def is_capitalised(word: str) -> bool:
    """Say whether the first letter of a word is a capital."""
    if word[:1].isalpha():
        return word[0].isupper()
    return next((character for character in word if character.isalpha()), "").isupper()


@lru_cache(maxsize=1 << 16)
def is_acronym(surface: str) -> bool:
    """Say whether a surface is two capitals or more, and no small letter."""
    letters = [letter for letter in surface if letter.isalpha()]
    return len(letters) > 1 and all(letter.isupper() for letter in letters)
