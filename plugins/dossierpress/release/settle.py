"""An earlier snapshot, as it reads with the ids that entities bear now.

A rename or merge leads every relation, rule and link to the new id; that alone changes none.
"""

import re
from collections.abc import Mapping

import msgspec

from dossierpress.release.snapshot import EntityRecord, Snapshot

_ENTITY = re.compile(r"\bentity:([\w-]+)")


def settled(before: Snapshot, after: Snapshot) -> Snapshot:
    """Return the earlier snapshot with each reference led to the entity that stands later."""
    now = _survivors(after)
    if not now:
        return before
    replace = msgspec.structs.replace
    return replace(
        before,
        articles=tuple(
            replace(article, entities=_ids(article.entities, now))
            if not now.keys().isdisjoint(article.entities)
            else article
            for article in before.articles
        ),
        entities=tuple(_entity(entity, now) for entity in before.entities),
        topics=tuple(
            replace(
                topic,
                rule=_ENTITY.sub(lambda m: f"entity:{now.get(m[1], m[1])}", topic.rule),
            )
            for topic in before.topics
        ),
    )


def _survivors(snapshot: Snapshot) -> Mapping[str, str]:
    by_id = {entity.id: entity for entity in snapshot.entities}
    found = {}
    for entity in snapshot.entities:
        seen, last = {entity.id}, entity
        while last.replaced_by in by_id and last.replaced_by not in seen:
            last = by_id[last.replaced_by]
            seen.add(last.id)
        if last.id != entity.id and last.replaced_by is None:
            found[entity.id] = last.id
    return found


def _ids(ids: tuple[str, ...], now: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(sorted({now.get(id_, id_) for id_ in ids}))


def _entity(entity: EntityRecord, now: Mapping[str, str]) -> EntityRecord:
    replace = msgspec.structs.replace
    return replace(
        entity,
        relations=tuple(replace(r, to=now.get(r.to, r.to)) for r in entity.relations),
        aliases=tuple(
            replace(alias, needs=tuple(now.get(need, need) for need in alias.needs))
            for alias in entity.aliases
        ),
    )
