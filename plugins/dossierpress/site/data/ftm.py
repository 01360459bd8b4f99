"""Entities and their ties as FollowTheMoney has them: JSON lines that Aleph and nomenklatura read.

Source: the schemata of followthemoney 4 (Person, Organization, Address, RealEstate, Asset, Vessel,
Event; Membership, Ownership, UnknownLink). It has no schema for a place as such: Address has its
coordinates. A property is a list of texts.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from dossierpress.edtf import When
from dossierpress.model import Entity, Kind, Relation, Strength
from dossierpress.site import addresses
from dossierpress.site.facts import safe_url
from dossierpress.site.index import Index

SCHEMATA = MappingProxyType(
    {
        Kind.PERSON: "Person",
        Kind.ORGANIZATION: "Organization",
        Kind.PLACE: "Address",
        Kind.FACILITY: "RealEstate",
        Kind.EQUIPMENT: "Asset",
        Kind.VESSEL: "Vessel",
        Kind.EVENT: "Event",
    }
)
_LOCATED = (Kind.PLACE, Kind.FACILITY)
_ORGANIZED = (Kind.PERSON, Kind.ORGANIZATION)
_OWNED = (Kind.FACILITY, Kind.EQUIPMENT, Kind.VESSEL)


def ftm_lines(index: Index) -> bytes:
    """Return all entities that stand now, then their ties, one JSON object a line."""
    return "".join(f"{line}\n" for line in _lines(index)).encode()


def _lines(index: Index) -> Iterator[str]:
    for entity in index.entities.values():
        if entity.replaced_by is None:
            yield _line(entity.id, SCHEMATA[entity.kind], _properties(index, entity))
    for owner, relations in index.outgoing.items():
        for relation in relations:
            if relation.to in index.entities:
                yield _tie(index.entities[owner], index.entities[relation.to], relation)


def _properties(index: Index, entity: Entity) -> Mapping[str, Iterable[str | None]]:
    names: dict[Strength, list[str]] = {strength: [] for strength in Strength}
    for alias in entity.aliases:
        names[alias.strength].append(alias.text)
    found: dict[str, Iterable[str | None]] = {
        "name": [entity.name],
        "alias": names[Strength.STRONG],
        "weakAlias": names[Strength.WEAK],
        "previousName": names[Strength.FORMER],
        "summary": [entity.description],
        "wikidataId": [entity.wikidata],
    }
    if index.settings.site_url:
        found["sourceUrl"] = [index.absolute(addresses.entity(entity.id))]
    if entity.kind is Kind.PLACE:
        found["full"] = [entity.name]
    if entity.location and entity.kind in _LOCATED:
        found["latitude"] = [f"{entity.location.latitude:g}"]
        found["longitude"] = [f"{entity.location.longitude:g}"]
    return found


def _tie(owner: Entity, other: Entity, relation: Relation) -> str:
    """Return a tie in the schema that its ends fit; any other is an unknown link with a role."""
    role = relation.type.replace("-", " ")
    ends: dict[str, Iterable[str | None]]
    member = relation.type in ("member-of", "part-of") and other.kind is Kind.ORGANIZATION
    if member and owner.kind in _ORGANIZED:
        schema, ends = "Membership", {"member": [owner.id], "organization": [other.id]}
    elif relation.type == "owned-by" and owner.kind in _OWNED and other.kind in _ORGANIZED:
        schema, ends = "Ownership", {"asset": [owner.id], "owner": [other.id]}
    else:
        schema, ends = "UnknownLink", {"subject": [owner.id], "object": [other.id]}
    rest: dict[str, Iterable[str | None]] = {
        "role": [role],
        "startDate": [_date(relation.start)],
        "endDate": [_date(relation.end)],
        "sourceUrl": [safe_url(relation.source)],
        "summary": [None if safe_url(relation.source) else relation.source],
    }
    began = relation.start.text if relation.start else ""
    return _line(
        "--".join(filter(None, (owner.id, relation.type, other.id, began))), schema, ends | rest
    )


def _line(id_: str, schema: str, properties: Mapping[str, Iterable[str | None]]) -> str:
    kept = {name: [value for value in values if value] for name, values in properties.items()}
    record = {
        "id": id_,
        "schema": schema,
        "properties": {name: values for name, values in kept.items() if values},
    }
    return json.dumps(record, ensure_ascii=False, separators=(",", ":"))


def _date(when: When | None) -> str | None:
    """Return a date as FollowTheMoney has it: a year, a month or a day; None for any other span."""
    if when is None or "/" in when.text:
        return None
    if when.earliest == when.latest:
        return when.earliest.isoformat()
    if (when.earliest.year, when.earliest.month) == (when.latest.year, when.latest.month):
        return f"{when.earliest:%Y-%m}"
    return str(when.earliest.year) if when.earliest.year == when.latest.year else None
