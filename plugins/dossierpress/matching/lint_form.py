"""Finds aliases that are doubtful as they are written, before any text has used them."""

from collections.abc import Iterable

from dossierpress.errors import Problem
from dossierpress.matching.case import agrees, is_acronym
from dossierpress.model import Alias, CaseRule, Entity, Registry, Strength
from dossierpress.text.folding import fold_key

SHORT = 2
"""An alias of this many letters or fewer must be an acronym."""
MOSTLY_DIGITS = 0.75
"""From this share of digits among its letters and digits on, an alias says too little."""


def lint_forms(registry: Registry) -> Iterable[Problem]:
    """Yield a problem for each alias that is too short, a number, or a needless spelling."""
    for entity in registry.entities:
        for alias in entity.aliases:
            yield from _too_short(entity, alias)
            yield from _digits(entity, alias)
        yield from _needless(entity)


def _too_short(entity: Entity, alias: Alias) -> Iterable[Problem]:
    letters = [character for character in alias.text if character.isalpha()]
    is_guarded = alias.case in (CaseRule.ACRONYM, CaseRule.EXACT) or bool(alias.needs)
    is_bare = not any(character.isdigit() for character in alias.text)
    if 0 < len(letters) <= SHORT and is_bare and not is_guarded and not is_acronym(alias.text):
        message = f"{entity.id}: the alias {alias.text!r} has {len(letters)} letters"
        hint = "say case: acronym or needs:, or remove it"
        yield Problem(entity.path, alias.line, "DP106", message, hint)


def _digits(entity: Entity, alias: Alias) -> Iterable[Problem]:
    signs = [character for character in alias.text if character.isalnum()]
    digits = sum(character.isdigit() for character in signs)
    if signs and digits >= MOSTLY_DIGITS * len(signs) and not alias.needs:
        message = f"{entity.id}: the alias {alias.text!r} is a number"
        yield Problem(entity.path, alias.line, "DP107", message, "give it needs:, or remove it")


def _needless(entity: Entity) -> Iterable[Problem]:
    """Yield the aliases that find nothing that an earlier name of the entity does not find."""
    earlier = [Alias(entity.name, line=entity.line)]
    for alias in entity.aliases:
        same = next((other for other in earlier if _covers(other, alias)), None)
        if same is not None:
            message = f"{entity.id}: {alias.text!r} is found as {same.text!r} already"
            hint = "remove it: case, accents, apostrophes and hyphens make no difference"
            yield Problem(entity.path, alias.line, "DP108", message, hint)
        earlier.append(alias)


def _covers(other: Alias, alias: Alias) -> bool:
    """Say whether whatever the alias finds the other one finds, in the same sense."""
    return (
        fold_key(other.text) == fold_key(alias.text)
        and (other.case, other.use, other.needs) == (alias.case, alias.use, alias.needs)
        and (other.strength is Strength.WEAK) == (alias.strength is Strength.WEAK)
        and other.default == alias.default
        and agrees(alias.text, other.text, other.case)
    )
