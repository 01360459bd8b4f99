"""The registry as the matcher wants it: folded text → the senses it may have."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from dossierpress.matching.patterns import Patterns, compile_patterns
from dossierpress.matching.spellings import plural, spellings
from dossierpress.matching.surnames import surnames
from dossierpress.model import Alias, Entity, EntityId, Kind, LinkOverride, Registry
from dossierpress.text.folding import fold_key


@dataclass(frozen=True)
class Sense:
    """One meaning of a text: an entity, and the alias by which it is meant.

    Attributes:
        derived: whether we made the alias: a surname of a person's full name, or a plural.
        kind: what the entity is.
    """

    entity: EntityId
    alias: Alias
    derived: bool = False
    kind: Kind = Kind.ORGANIZATION


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
    senses: Mapping[str, tuple[Sense, ...]]
    not_texts: Mapping[str, EntityId]

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """All folded texts, ordered."""
        return tuple(sorted({*self.senses, *self.not_texts}))

    @cached_property
    def patterns(self) -> Patterns:
        """The automata that find `keys`."""
        return compile_patterns(self.keys)

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
    found = {key: tuple(meanings) for key, meanings in sorted(senses.items())}
    return Lexicon(survivors, found, not_texts)


def _senses(entity: Entity, target: EntityId) -> Iterable[Sense]:
    written = {fold_key(alias.text) for alias in entity.aliases}
    own = [] if fold_key(entity.name) in written else [Alias(entity.name, line=entity.line)]
    for alias in (*own, *entity.aliases):
        yield Sense(target, alias, kind=entity.kind)
    for alias in (*own, *entity.aliases):
        plurals = plural(alias, entity.kind)
        if plurals:
            yield Sense(target, plurals, derived=True, kind=entity.kind)
    for alias in surnames(entity):
        yield Sense(target, alias, derived=True, kind=entity.kind)


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
