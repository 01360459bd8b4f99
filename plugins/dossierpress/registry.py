"""Reads the registry: YAML mappings of entity id to entity, in any number of files."""

import re
from collections.abc import Iterable
from dataclasses import replace

from dossierpress.errors import Problem
from dossierpress.frontmatter import Entry, FrontMatterError, Mapping, Node, Scalar, parse_yaml
from dossierpress.keys import Keys
from dossierpress.model import (
    Alias,
    CaseRule,
    Entity,
    EntityId,
    Kind,
    Location,
    Registry,
    Relation,
    Strength,
    Use,
)
from dossierpress.schema import KEY, check_version
from dossierpress.unreadable import unreadable

SLUG = re.compile(r"[a-z0-9]+(?:-+[a-z0-9]+)*")
"""What an id may look like: it becomes an address and a file name."""
SLUG_HINT = (
    "use lower-case letters a-z, digits and hyphens, at most 200, and no name that Windows reserves"
)
_WIKIDATA = re.compile(r"Q[1-9]\d*")


RESERVED = re.compile(r"con|prn|aux|nul|com\d|lpt\d")
"""What Windows keeps for devices: no file there can have such a name, whatever its ending."""


def is_slug(text: str) -> bool:
    """Say whether a text may be an id: a name of a file, and of a folder, on every system."""
    return len(text) <= 200 and SLUG.fullmatch(text) is not None and not RESERVED.fullmatch(text)


def parse_registry_file(text: str, path: str, problems: list[Problem]) -> tuple[Entity, ...]:
    """Read one file of the registry; faults are added to `problems`, the good rest is returned."""
    try:
        root = parse_yaml(text)
    except FrontMatterError as error:
        problem = unreadable(error, path)
        hint = f"{problem.hint}; no entity of this file is known until then"
        problems.append(replace(problem, hint=hint))
        return ()
    if isinstance(root, Scalar) and root.value is None:
        return ()
    if not isinstance(root, Mapping):
        hint = "write an entity id, a colon, and the entity's keys below it"
        problems.append(Problem(path, 1, "DP003", "a registry file is a mapping of ids", hint))
        return ()
    check_version(root, path, problems)
    entries = (entry for entry in root.entries if entry.key != KEY)
    found = (_entity(entry, path, problems) for entry in entries)
    return tuple(entity for entity in found if entity)


def build_registry(entities: Iterable[Entity], problems: list[Problem]) -> Registry:
    """Put the entities of all files together, and check what they say of one another."""
    by_id: dict[EntityId, Entity] = {}
    for entity in entities:
        first = by_id.setdefault(entity.id, entity)
        if first is not entity:
            message = f"the entity {entity.id!r} stands already at {first.path}:{first.line}"
            problems.append(Problem(entity.path, entity.line, "DP101", message, "merge the two"))
    for entity in by_id.values():
        for target, line in _references(entity):
            if target not in by_id:
                message = f"{entity.id}: there is no entity {target!r}"
                hint = "correct the id, or add the entity"
                problems.append(Problem(entity.path, line, "DP103", message, hint))
        if _circles(entity, by_id):
            message = f"{entity.id}: replaced_by: leads in a circle, so that nothing stands for it"
            hint = "remove replaced_by: from the entity that shall stand"
            problems.append(Problem(entity.path, entity.line, "DP103", message, hint))
    return Registry(tuple(by_id[id_] for id_ in sorted(by_id)))


def _circles(entity: Entity, by_id: dict[EntityId, Entity]) -> bool:
    """Say whether the way of a tombstone leads back to a place where it has been."""
    seen = {entity.id}
    last: Entity | None = entity
    while last and last.replaced_by:
        if last.replaced_by in seen:
            return True
        seen.add(last.replaced_by)
        last = by_id.get(last.replaced_by)
    return False


def _references(entity: Entity) -> Iterable[tuple[EntityId, int]]:
    yield from ((relation.to, relation.line) for relation in entity.relations)
    if entity.replaced_by:
        yield entity.replaced_by, entity.line


def _entity(entry: Entry, path: str, problems: list[Problem]) -> Entity | None:
    if not is_slug(entry.key):
        message = f"{entry.key!r} cannot be an entity's id"
        problems.append(Problem(path, entry.line, "DP102", message, SLUG_HINT))
        return None
    if not isinstance(entry.value, Mapping):
        message = f"{entry.key}: is not a mapping of keys and values"
        problems.append(Problem(path, entry.line, "DP005", message, "give name: and kind:"))
        return None
    keys = Keys(entry.value, path, problems)
    name = keys.required_text("name")
    kind_text = keys.required_text("kind")
    kind = keys.choice("kind", Kind, Kind.ORGANIZATION)
    location = keys.numbers("location", 2)
    replaced_by = keys.text("replaced_by")
    entity = Entity(
        id=EntityId(entry.key),
        name=name or entry.key,
        kind=kind,
        path=path,
        line=entry.line,
        description=keys.text("description") or "",
        aliases=tuple(_aliases(keys)),
        not_texts=keys.texts("not"),
        wikidata=keys.checked("wikidata", _is_wikidata, "a Wikidata id such as Q794"),
        location=_location(location, keys),
        relations=tuple(_relations(keys)),
        replaced_by=EntityId(replaced_by) if replaced_by else None,
    )
    keys.finish()
    return entity if name and kind_text in set(Kind) else None


def _is_wikidata(text: str) -> bool:
    return _WIKIDATA.fullmatch(text) is not None


def _location(numbers: tuple[float, ...], keys: Keys) -> Location | None:
    if not numbers:
        return None
    latitude, longitude = numbers
    if abs(latitude) <= 90 and abs(longitude) <= 180:
        return Location(latitude, longitude)
    hint = "give latitude (-90 to 90), then longitude (-180 to 180)"
    keys.report("DP005", keys.line_of("location"), "location: is not on the earth", hint)
    return None


def _aliases(keys: Keys) -> Iterable[Alias]:
    for item in keys.items("aliases"):
        alias = _alias(item, keys)
        if alias:
            yield alias


def _alias(item: Node, keys: Keys) -> Alias | None:
    if isinstance(item, Scalar):
        text = "" if item.value is None else item.raw.strip()
        return Alias(text, line=item.line) if text else None
    inner = keys.nested(item, "alias")
    if inner is None:
        return None
    text = inner.required_text("text") or ""
    alias = Alias(
        text=text,
        strength=inner.choice("strength", Strength, Strength.STRONG),
        case=inner.choice("case", CaseRule, CaseRule.CAP),
        use=inner.choice("use", Use, Use.NAME),
        needs=inner.texts("needs"),
        language=inner.text("language"),
        default=inner.flag("default"),
        start=inner.when("from"),
        end=inner.when("until"),
        line=inner.line,
    )
    inner.finish()
    return alias if text else None


def _relations(keys: Keys) -> Iterable[Relation]:
    for item in keys.items("relations"):
        inner = keys.nested(item, "relation")
        if inner is None:
            continue
        type_, to = inner.required_text("type"), inner.required_text("to")
        start, end, source = inner.when("from"), inner.when("until"), inner.text("source")
        inner.finish()
        if type_ and to:
            yield Relation(type_, EntityId(to), start, end, source, inner.line)
