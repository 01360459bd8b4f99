"""The registry as the matcher wants it: folded text → the senses it may have."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import NamedTuple

from dossierpress.matching.case import agrees
from dossierpress.matching.decision import Decision
from dossierpress.matching.patterns import Patterns, compile_patterns
from dossierpress.matching.senses import NO_SENSES, Sense, Senses
from dossierpress.matching.spellings import plural, spellings
from dossierpress.matching.surnames import offices, surnames
from dossierpress.matching.words import UNREMARKABLE
from dossierpress.model import (
    Alias,
    CaseRule,
    Entity,
    EntityId,
    LinkOverride,
    Registry,
)
from dossierpress.text.folding import fold_key

MOST_KEPT = 1 << 18
"""Of so many texts and surfaces a lexicon remembers what it worked out: a bound on its memory."""


class Reading(NamedTuple):
    """What a surface may be.

    Attributes:
        senses: those whose case rule it satisfies.
        not_of: the entity whose `not:` text it is, where it has no sense.
        refused: where it has neither, the senses whose case rules refuse it, if worth reporting.
    """

    senses: Senses = NO_SENSES
    not_of: EntityId | None = None
    refused: Senses = NO_SENSES


@dataclass(frozen=True)
class Lexicon:
    """Everything to look for, by its folded form.

    Attributes:
        survivors: each entity, and the one that bears its names now.
        senses: the meanings of each folded alias.
        not_texts: folded texts that consume their span and link nothing, with the entity whose
            `not:` says so.
    """

    survivors: Mapping[EntityId, EntityId]
    senses: Mapping[str, Senses]
    not_texts: Mapping[str, EntityId]

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """All folded texts, ordered."""
        return tuple(sorted({*self.senses, *self.not_texts}))

    @cached_property
    def patterns(self) -> Patterns:
        """The automata that find `keys`."""
        return compile_patterns(self.keys)

    @cached_property
    def readings(self) -> dict[tuple[str, str], Reading]:
        """The readings of the folded texts and surfaces that were met."""
        return {}

    @cached_property
    def decisions(self) -> dict[tuple[str, str], Decision]:
        """What a folded text and surface mean in every article, where nothing touches them."""
        return {}

    def read(self, key: str, surface: str) -> Reading:
        """Say what a surface may be by its capitals, and keep it in `readings`."""
        senses = self.senses.get(key, NO_SENSES)
        kept = senses.only(lambda sense: agrees(surface, sense.alias.text, sense.alias.case))
        if len(kept) > 1:  # of "Kh" and "KH" the one that is written so
            kept = kept.only(lambda sense: sense.alias.text == surface) or kept
        if kept:
            reading = Reading(kept)
        elif key in self.not_texts:
            reading = Reading(not_of=self.not_texts[key])
        else:
            reading = Reading(refused=senses if _is_remarkable(key, senses) else NO_SENSES)
        if len(self.readings) < MOST_KEPT:
            self.readings[key, surface] = reading
        return reading

    def known(self, overrides: Iterable[LinkOverride]) -> Iterator[LinkOverride]:
        """Yield an article's overrides, of merged entities by the new id; unknown ones not."""
        for override in overrides:
            if override.entity is None:
                yield override
            elif override.entity in self.survivors:
                yield replace(override, entity=self.survivors[override.entity])


def build_lexicon(registry: Registry) -> Lexicon:
    """Fold every name, alias, derived surname or plural, and `not:` text of the registry."""
    senses: dict[str, list[Sense]] = {}
    not_texts: dict[str, EntityId] = {}
    survivors = {entity.id: _survivor(entity, registry) for entity in registry.entities}
    for entity in registry.entities:
        target = survivors[entity.id]
        for sense in _senses(entity, target):
            for key in spellings(sense.alias):
                known = senses.setdefault(key, [])
                if not any(_same(sense, other) for other in known):
                    known.append(sense)
        not_texts.update({fold_key(text): target for text in entity.not_texts})
    senses.pop("", None)
    not_texts.pop("", None)
    found = {key: Senses(meanings) for key, meanings in sorted(senses.items())}
    return Lexicon(survivors, found, not_texts)


def _is_remarkable(key: str, senses: Senses) -> bool:
    """Say whether somebody may wonder why a text is not linked in this case."""
    if key in UNREMARKABLE:
        return any(sense.alias.case is CaseRule.EXACT for sense in senses)
    return not all(sense.derived for sense in senses)


def _senses(entity: Entity, target: EntityId) -> Iterable[Sense]:
    written = {fold_key(alias.text) for alias in entity.aliases}
    own = [] if fold_key(entity.name) in written else [Alias(entity.name, line=entity.line)]
    for alias in (*own, *entity.aliases):
        yield Sense(target, alias, entity.path, kind=entity.kind)
    for alias in (*own, *entity.aliases):
        plurals = plural(alias, entity.kind)
        if plurals:
            yield Sense(target, plurals, entity.path, derived=True, kind=entity.kind)
    for alias in surnames(entity):
        yield Sense(target, alias, entity.path, True, entity.kind, offices(entity))


def _same(sense: Sense, other: Sense) -> bool:
    """Say whether two senses differ in nothing that matters; a derived one adds nothing."""
    if sense.entity != other.entity:
        return False
    return sense.derived or (sense.alias.case == other.alias.case and sense.alias == other.alias)


def _survivor(entity: Entity, registry: Registry) -> EntityId:
    """Follow tombstones to the entity that bears these names now."""
    seen = {entity.id}
    while entity.replaced_by and entity.replaced_by in registry.by_id:
        entity = registry.by_id[entity.replaced_by]
        if entity.id in seen:
            break
        seen.add(entity.id)
    return entity.id
