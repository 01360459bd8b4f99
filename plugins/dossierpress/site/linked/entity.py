"""An entity as what it is: a person, an organization, a place, a product, a vehicle, an event."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any

from dossierpress.model import Entity, Kind
from dossierpress.site import addresses
from dossierpress.site.index import Index
from dossierpress.site.linked.reach import Reach
from dossierpress.site.linked.write import kept, written

TYPES: Mapping[Kind, str] = MappingProxyType(
    {
        Kind.PERSON: "Person",
        Kind.ORGANIZATION: "Organization",
        Kind.PLACE: "Place",
        Kind.FACILITY: "Place",
        Kind.EQUIPMENT: "Product",
        Kind.VESSEL: "Vehicle",
        Kind.EVENT: "Event",
    }
)
_PLACES = (Kind.PLACE, Kind.FACILITY)
_TIES = (
    ("member-of", (Kind.PERSON, Kind.ORGANIZATION), (Kind.ORGANIZATION,), "memberOf"),
    ("part-of", (Kind.ORGANIZATION,), (Kind.ORGANIZATION,), "parentOrganization"),
    ("part-of", _PLACES, _PLACES, "containedInPlace"),
    ("located-in", _PLACES, _PLACES, "containedInPlace"),
    ("located-in", (Kind.ORGANIZATION, Kind.EVENT), _PLACES, "location"),
    ("founded-by", (Kind.ORGANIZATION,), (Kind.PERSON, Kind.ORGANIZATION), "founder"),
)
"""Which relation, from what kind to what kind, schema.org has a property for."""


def entity_data(index: Index, entity: Entity) -> str:
    """Return the linked data of an entity's page; "" for one that sends its reader on."""
    if entity.replaced_by:
        return ""
    reach = Reach(index, addresses.entity(entity.id))
    page = reach.to(addresses.entity(entity.id))
    wikidata = f"https://www.wikidata.org/entity/{entity.wikidata}" if entity.wikidata else None
    return written(
        kept(
            {
                "@type": TYPES[entity.kind],
                "@id": page,
                "url": page,
                "name": entity.name,
                "description": entity.description,
                "alternateName": _names(entity),
                "sameAs": wikidata,
                "geo": _point(entity),
                **_ties(index, entity, reach),
            }
        )
    )


def _names(entity: Entity) -> list[str]:
    return list(dict.fromkeys(alias.text for alias in entity.aliases))


def _point(entity: Entity) -> dict[str, Any] | None:
    if entity.location is None or entity.kind not in _PLACES:
        return None
    return {
        "@type": "GeoCoordinates",
        "latitude": entity.location.latitude,
        "longitude": entity.location.longitude,
    }


def _ties(index: Index, entity: Entity, reach: Reach) -> dict[str, list[dict[str, str]]]:
    found: dict[str, list[dict[str, str]]] = {}
    for relation in index.outgoing.get(entity.id, ()):
        other = index.entities.get(relation.to)
        # A tie that has ended is no property of what the entity is now.
        if other is None or relation.end is not None:
            continue
        for property_ in _properties(relation.type, entity.kind, other.kind):
            tie = {
                "@type": TYPES[other.kind],
                "name": other.name,
                "url": reach.to(addresses.entity(other.id)),
            }
            found.setdefault(property_, []).append(tie)
    return found


def _properties(type_: str, owner: Kind, other: Kind) -> Iterable[str]:
    return (
        name
        for relation, owners, others, name in _TIES
        if relation == type_ and owner in owners and other in others
    )
