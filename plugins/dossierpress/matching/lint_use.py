"""Finds aliases that the texts show to be doubtful: what they hit, and what became of it."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from dossierpress.errors import Problem
from dossierpress.model import Alias, CaseRule, Entity, EntityId, Mention, Registry
from dossierpress.text.folding import fold_key

FEWEST = 4
"""From this many hits on, a share means something."""
COMMON = 0.5
"""From this share of hits without a capital on, an alias is a common word of these texts."""
_TOUCHES = "touching-capital"
TOUCHING = 0.5
"""From this share of hits beside another capital on, an alias is mostly part of other names."""


@dataclass(frozen=True)
class Usage:
    """What became of the hits of each folded text that an entity bears.

    Attributes:
        hits: all of them, by entity and folded text.
        small: those without a capital.
        touching: those that rule 6 held back.
    """

    hits: Counter[tuple[EntityId, str]]
    small: Counter[tuple[EntityId, str]]
    touching: Counter[tuple[EntityId, str]]


def count_usage(mentions: Iterable[Mention]) -> Usage:
    """Count the mentions and abstentions of each alias."""
    usage = Usage(Counter(), Counter(), Counter())
    # Most mentions are like many others, and what is like is looked at once.
    alike = Counter((item.candidates, item.surface, item.rule == _TOUCHES) for item in mentions)
    for (candidates, surface, touches), count in alike.items():
        key = fold_key(surface)
        is_small = not any(letter.isupper() for letter in surface)
        for entity in candidates:
            usage.hits[entity, key] += count
            usage.small[entity, key] += count * is_small
            usage.touching[entity, key] += count * touches
    return usage


def lint_use(
    registry: Registry, mentions: Iterable[Mention], *, unused: bool = False
) -> Iterable[Problem]:
    """Yield a problem for each alias that is a common word or mostly part of other names.

    Args:
        registry: the entities.
        mentions: of all articles, abstentions included.
        unused: whether to name the aliases that no article has as well; most registries know
            more spellings than their texts.
    """
    usage = count_usage(mentions)
    for entity in registry.entities:
        target = entity.replaced_by or entity.id
        for alias in entity.aliases:
            where = (target, fold_key(alias.text))
            yield from _common(entity, alias, usage.hits[where], usage.small[where])
            yield from _touching(entity, alias, usage.hits[where], usage.touching[where])
            if unused and not usage.hits[where]:
                message = f"{entity.id}: no article has the alias {alias.text!r}"
                hint = "nothing need be done; see whether it is spelt as the texts spell it"
                yield Problem(entity.path, alias.line, "DP111", message, hint)


def _common(entity: Entity, alias: Alias, hits: int, small: int) -> Iterable[Problem]:
    is_name = any(letter.isupper() for letter in alias.text)
    is_guarded = alias.case in (CaseRule.ACRONYM, CaseRule.EXACT) or bool(alias.needs)
    if hits >= FEWEST and small >= COMMON * hits and is_name and not is_guarded:
        message = f"{entity.id}: {alias.text!r} stands {small} of {hits} times without a capital"
        hint = "say case: exact, strength: weak or needs:, or remove it"
        yield Problem(entity.path, alias.line, "DP109", message, hint)


def _touching(entity: Entity, alias: Alias, hits: int, touching: int) -> Iterable[Problem]:
    if hits >= FEWEST and touching >= TOUCHING * hits:
        message = f"{entity.id}: {alias.text!r} touches another capital {touching} of {hits} times"
        hint = "register the longer names, or put them under not:"
        yield Problem(entity.path, alias.line, "DP110", message, hint)
