"""What became of entities between two snapshots."""

from collections.abc import Iterator, Sequence

from dossierpress.release.changes import Change, What
from dossierpress.release.fields import fields, told
from dossierpress.release.snapshot import DecisionRecord, EntityRecord, Snapshot


def entity_changes(
    before: Snapshot, after: Snapshot, decisions: Sequence[DecisionRecord]
) -> Iterator[Change]:
    """Yield the entities that are new, renamed, merged, split, revised or gone.

    A tombstone tells what happened: its target was there before (merged) or was not (renamed),
    unless a decision says it.
    """
    old = {entity.id: entity for entity in before.entities}
    new = {entity.id: entity for entity in after.entities}
    born: set[str] = set()  # told with what they came from
    for id_, entity in new.items():
        was = old.get(id_)
        target = new.get(entity.replaced_by or "")
        if target and (was is None or was.replaced_by != entity.replaced_by):
            renamed = _is_renamed(entity, target, old, decisions)
            what = What.ENTITY_RENAMED if renamed else What.ENTITY_MERGED
            yield Change(what, target.id, target.name, field="id", before=id_, after=target.id)
            if renamed:
                born.add(target.id)
                if was:
                    yield from _revised(was, target)
            continue
        if was is not None:
            yield from _revised(was, entity)
    for decision in decisions:
        if decision.verdict == "split" and decision.to in new and decision.to not in old:
            part = new[decision.to]
            moved = told(decision.aliases)
            born.add(part.id)
            yield Change(What.ENTITY_SPLIT, part.id, part.name, field=decision.subject, after=moved)
    for id_, entity in new.items():
        if id_ not in old and id_ not in born and entity.replaced_by is None:
            yield Change(What.ENTITY_ADDED, id_, entity.name, after=entity.kind)
    for id_, entity in old.items():
        if id_ not in new:
            yield Change(What.ENTITY_REMOVED, id_, entity.name)


def _is_renamed(
    gone: EntityRecord,
    target: EntityRecord,
    old: dict[str, EntityRecord],
    decisions: Sequence[DecisionRecord],
) -> bool:
    for decision in decisions:
        if decision.subject == gone.id and decision.to == target.id:
            return decision.verdict == "renamed"
    return target.id not in old


def _revised(was: EntityRecord, now: EntityRecord) -> Iterator[Change]:
    for name, old, new in fields(was, now, without=("id",)):
        what = What.ENTITY_RENAMED if name == "name" else What.ENTITY_REVISED
        yield Change(what, now.id, now.name, "", name, told(old), told(new))
