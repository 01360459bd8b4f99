"""The folded forms under which one alias is looked for: its own, and those that are as safe.

- Persian writes a zero-width non-joiner, a space, or nothing between the parts of a name.
- A plural of a type of equipment or vessel ("drones") and of a people ("Iranians").
"""

from collections.abc import Iterable
from dataclasses import replace

from dossierpress.model import Alias, CaseRule, Kind, Use
from dossierpress.text.folding import fold_key

_ZWNJ = "\u200c"
_ALIKE = ("s", "x", "z", "sh", "ch", "ese")
"""After these the plural is another word or the same one ("Swiss", "French", "Lebanese")."""


def spellings(alias: Alias) -> Iterable[str]:
    """Yield the folded forms of an alias, its own first."""
    key = fold_key(alias.text)
    yield key
    if _ZWNJ in alias.text:
        yield fold_key(alias.text.replace(_ZWNJ, " "))
    elif alias.language == "fa" and " " in alias.text:
        yield key.replace(" ", "")


def plural(alias: Alias, kind: Kind) -> Alias | None:
    """Return the plural of an alias that is a common noun or a people; None for all else.

    A name has no plural that is safe: "Patriots" are a team, "Jordans" a family. A type does: all
    equipment, a vessel whose alias may stand in small letters ("oil tanker").
    """
    is_type = kind is Kind.EQUIPMENT or (kind is Kind.VESSEL and alias.case is CaseRule.ANY)
    text = alias.text
    if not (is_type or alias.use is Use.DEMONYM) or not text.isascii() or not text[-1:].isalpha():
        return None
    if text.casefold().endswith(_ALIKE):
        return None
    if alias.case is CaseRule.ACRONYM:  # UAVs
        return replace(alias, text=f"{text}s", case=CaseRule.EXACT)
    is_consonant_y = text.endswith("y") and text[-2:-1] not in "aeiou"
    return replace(alias, text=f"{text[:-1]}ies" if is_consonant_y else f"{text}s")
