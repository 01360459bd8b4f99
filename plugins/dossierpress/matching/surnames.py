"""Derives a person's surname as a weak alias (rule 4)."""

from collections.abc import Iterable

from dossierpress.matching.words import OFFICES
from dossierpress.model import Alias, Entity, Kind, Strength
from dossierpress.text.folding import fold_key

_PARTICLES = frozenset({"abdul", "abd", "al", "el", "bin", "ibn", "ben", "van", "von", "de", "der"})
"""Words, folded, that belong to the surname that follows them."""
_SHORTEST = 3


def surnames(entity: Entity) -> Iterable[Alias]:
    """Yield the surnames of a person's full names, each once.

    "Qais al-Khazali" gives "al-Khazali" and "Khazali". A name of one word gives none, and so
    does a weak alias: it is no full name.
    """
    if entity.kind is not Kind.PERSON:
        return
    written = {fold_key(alias.text) for alias in entity.aliases} | {fold_key(entity.name)}
    full = [Alias(entity.name, line=entity.line)]
    full += [alias for alias in entity.aliases if alias.strength is Strength.STRONG]
    for alias in full:
        for surname in _endings(alias.text):
            key = fold_key(surname)
            if key not in written and len(key) >= _SHORTEST:
                written.add(key)
                yield Alias(surname, Strength.WEAK, language=alias.language, line=alias.line)


def offices(entity: Entity) -> frozenset[str]:
    """Return the last words of the high offices that an entity's description names."""
    words = f" {fold_key(entity.description)} "
    return frozenset(office.split()[-1] for office in OFFICES if f" {office} " in words)


def _endings(name: str) -> Iterable[str]:
    words = name.split()
    if len(words) < 2:
        return
    last = words[-1]
    if words[-2].casefold() in _PARTICLES:
        yield f"{words[-2]} {last}"
    yield last
    particle, hyphen, rest = last.partition("-")
    if hyphen and particle.casefold() in _PARTICLES:
        yield rest
