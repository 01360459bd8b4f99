"""The registry as the matcher wants it: folded text → the senses it may have."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from ahocorasick_rs import AhoCorasick

from dossierpress.matching.surnames import surnames
from dossierpress.model import Alias, Entity, EntityId, LinkOverride, Registry
from dossierpress.text.folding import fold_key


@dataclass(frozen=True)
class Sense:
    """One meaning of a text: an entity, and the alias by which it is meant.

    Attributes:
        path: the file of the registry that says so.
        derived: whether the alias is a surname that we took from a person's full name.
    """

    entity: EntityId
    alias: Alias
    path: str
    derived: bool = False


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
    def automaton(self) -> AhoCorasick:
        """An Aho-Corasick automaton over `keys`; its pattern numbers are their indexes."""
        return AhoCorasick(list(self.keys))

    def known(self, overrides: Iterable[LinkOverride]) -> Iterator[LinkOverride]:
        """Yield an article's overrides, of merged entities by the new id; unknown ones not."""
        for override in overrides:
            if override.entity is None:
                yield override
            elif override.entity in self.survivors:
                yield replace(override, entity=self.survivors[override.entity])


def build_lexicon(registry: Registry) -> Lexicon:
    """Fold every name, alias, derived surname and `not:` text of the registry."""
    senses: dict[str, list[Sense]] = {}
    not_texts: dict[str, EntityId] = {}
    survivors = {entity.id: _survivor(entity, registry) for entity in registry.entities}
    for entity in registry.entities:
        target = survivors[entity.id]
        for sense in _senses(entity, target):
            key = fold_key(sense.alias.text)
            known = senses.setdefault(key, [])
            if key and not any(_same(sense, other) for other in known):
                known.append(sense)
        not_texts.update({fold_key(text): target for text in entity.not_texts})
    senses.pop("", None)
    not_texts.pop("", None)
    found = {key: tuple(meanings) for key, meanings in sorted(senses.items())}
    return Lexicon(survivors, found, not_texts)


def _senses(entity: Entity, target: EntityId) -> Iterable[Sense]:
    name = Alias(entity.name, line=entity.line)
    written = {fold_key(alias.text) for alias in entity.aliases}
    if fold_key(entity.name) not in written:
        yield Sense(target, name, entity.path)
    for alias in entity.aliases:
        yield Sense(target, alias, entity.path)
    for alias in surnames(entity):
        yield Sense(target, alias, entity.path, derived=True)


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
