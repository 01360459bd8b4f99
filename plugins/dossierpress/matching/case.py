"""Rule 3: do the capitals of a text agree with an alias?"""

import re

from dossierpress.model import CaseRule

_WORD_GAP = re.compile(r"[\s\-‐‑]+")


def agrees(surface: str, alias: str, rule: CaseRule) -> bool:
    """Say whether a surface may stand for an alias under its case rule."""
    if rule is CaseRule.ANY:
        return True
    if rule is CaseRule.ACRONYM:
        return not any(letter.islower() for letter in surface)
    if rule is CaseRule.EXACT:
        return _WORD_GAP.split(surface) == _WORD_GAP.split(alias)
    return all(
        is_capitalised(word)
        for word, pattern in zip(_WORD_GAP.split(surface), _WORD_GAP.split(alias), strict=False)
        if is_capitalised(pattern)
    )


def is_capitalised(word: str) -> bool:
    """Say whether the first letter of a word is a capital."""
    return next((character for character in word if character.isalpha()), "").isupper()


def is_acronym(surface: str) -> bool:
    """Say whether a surface is two capitals or more, and no small letter."""
    letters = [letter for letter in surface if letter.isalpha()]
    return len(letters) > 1 and all(letter.isupper() for letter in letters)
