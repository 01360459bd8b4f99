"""Identity over time: entities renamed, merged and split, each with its way back.

Old ids stay in the registry as tombstones (`replaced_by:`), so that addresses, `links:`, topic
rules and relations that name them keep working; nothing else is rewritten.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace

from dossierpress.curation.accept import Signature, record
from dossierpress.curation.desk import Change, Desk
from dossierpress.curation.registry_text import (
    add_entity,
    add_replaced_by,
    change_id,
    remove_aliases,
    remove_entity,
    remove_replaced_by,
)
from dossierpress.curation.verify import Entities, verify_registry, without_lines
from dossierpress.curation.yaml_text import alias_item, scalar
from dossierpress.errors import UsageError
from dossierpress.model import Decision, Entity, EntityId, Kind
from dossierpress.text.folding import fold_key


def rename(desk: Desk, old: str, new: str, signature: Signature) -> tuple[Change, ...]:
    """Give an entity another id; a tombstone behind it keeps the old one.

    Raises:
        UsageError: there is no such entity, or the new id is taken or cannot be an address.
    """
    entity = desk.entity(old)
    target = desk.free_id(new)
    tombstone = _tombstone(entity, target)
    before = desk.text(entity.path)
    after = add_entity(change_id(before, entity.id, target), tombstone, after=target)

    def expect(entities: Entities) -> Entities:
        return (*_swap(entities, entity.id, lambda e: replace(e, id=target)), tombstone)

    change = _checked(entity.path, before, after, expect)
    return change, _record(desk, entity.id, "renamed", target, signature)


def undo_rename(desk: Desk, old: str, new: str, signature: Signature) -> tuple[Change, ...]:
    """Take a renaming back: the tombstone goes, the entity bears its old id again."""
    entity = desk.entity(new)
    tombstone = _tombstone_of(desk, old, entity)
    if tombstone.aliases or tombstone.relations or tombstone.path != entity.path:
        raise UsageError(f"{old} was not renamed but merged; use `dossier entity merge --undo`")
    before = desk.text(entity.path)
    after = change_id(remove_entity(before, tombstone.id), entity.id, tombstone.id)

    def expect(entities: Entities) -> Entities:
        rest = tuple(e for e in entities if e.id != tombstone.id)
        return _swap(rest, entity.id, lambda e: replace(e, id=tombstone.id))

    change = _checked(entity.path, before, after, expect)
    return change, _record(desk, tombstone.id, "rename-undone", entity.id, signature)


def merge(desk: Desk, source: str, into: str, signature: Signature) -> tuple[Change, ...]:
    """Make one entity part of another: its names mean the other from now on.

    Its entry stays as it is, with `replaced_by:` added; its page leads to the other's.
    """
    gone, survivor = desk.entity(source), desk.entity(into)
    if gone.id == survivor.id:
        raise UsageError("an entity cannot be merged into itself")
    before = desk.text(gone.path)
    after = add_replaced_by(before, gone.id, survivor.id)

    def expect(entities: Entities) -> Entities:
        return _swap(entities, gone.id, lambda e: replace(e, replaced_by=survivor.id))

    change = _checked(gone.path, before, after, expect)
    return change, _record(desk, gone.id, "merged", survivor.id, signature)


def undo_merge(desk: Desk, source: str, into: str, signature: Signature) -> tuple[Change, ...]:
    """Take a merge back: the entity stands on its own again."""
    survivor = desk.entity(into)
    gone = _tombstone_of(desk, source, survivor)
    before = desk.text(gone.path)
    after = remove_replaced_by(before, gone.id)

    def expect(entities: Entities) -> Entities:
        return _swap(entities, gone.id, lambda e: replace(e, replaced_by=None))

    change = _checked(gone.path, before, after, expect)
    return change, _record(desk, gone.id, "merge-undone", survivor.id, signature)


def split(
    desk: Desk,
    source: str,
    new: str,
    aliases: Sequence[str],
    signature: Signature,
    name: str | None = None,
    kind: Kind | None = None,
) -> tuple[Change, ...]:
    """Give some aliases of an entity to a new one, of the same file and, unless said, kind.

    The way back is to merge the new entity into the old one: all its names mean it again.
    """
    entity = desk.entity(source)
    target = desk.free_id(new)
    wanted = {fold_key(text) for text in aliases}
    moved = tuple(alias for alias in entity.aliases if fold_key(alias.text) in wanted)
    missing = wanted - {fold_key(alias.text) for alias in moved}
    if missing or not moved:
        raise UsageError(f"{source} has no alias {', '.join(sorted(missing)) or 'to split off'}")
    title = name or moved[0].text
    kept = tuple(a for a in moved if a.text != title or alias_item(a) != scalar(a.text))
    split_off = without_lines(
        Entity(target, title, kind or entity.kind, entity.path, 0, aliases=kept)
    )
    before = desk.text(entity.path)
    texts = [alias.text for alias in moved]
    after = add_entity(remove_aliases(before, entity.id, texts), split_off)
    stay = tuple(replace(a, line=0) for a in entity.aliases if a not in moved)

    def expect(entities: Entities) -> Entities:
        return (*_swap(entities, entity.id, lambda e: replace(e, aliases=stay)), split_off)

    change = _checked(entity.path, before, after, expect)
    decision = Decision(
        "entity", entity.id, "split", signature.reason, signature.date, signature.by
    )
    return change, record(desk, replace(decision, to=target, aliases=tuple(texts)))


def _tombstone(entity: Entity, target: EntityId) -> Entity:
    return Entity(entity.id, entity.name, entity.kind, entity.path, 0, replaced_by=target)


def _tombstone_of(desk: Desk, id_: str, survivor: Entity) -> Entity:
    tombstone = desk.library.registry.by_id.get(EntityId(id_))
    if tombstone is None or tombstone.replaced_by != survivor.id:
        raise UsageError(f"{id_} was not replaced by {survivor.id}")
    return tombstone


def _swap(entities: Entities, id_: EntityId, change: Callable[[Entity], Entity]) -> Entities:
    return tuple(change(entity) if entity.id == id_ else entity for entity in entities)


def _checked(path: str, before: str, after: str, expect: Callable[[Entities], Entities]) -> Change:
    verify_registry(before, after, path, expect)
    return Change(path, before, after)


def _record(
    desk: Desk, subject: EntityId, verdict: str, to: EntityId, signature: Signature
) -> Change:
    decision = Decision(
        "entity", subject, verdict, signature.reason, signature.date, signature.by, to=to
    )
    return record(desk, decision)
