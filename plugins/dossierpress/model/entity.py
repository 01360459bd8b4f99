"""Entities, the texts that mean them, and their ties."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from types import MappingProxyType

from dossierpress.edtf import When
from dossierpress.model.ids import EntityId


class Kind(StrEnum):
    """What an entity is."""

    PERSON = "person"
    ORGANIZATION = "organization"
    PLACE = "place"
    FACILITY = "facility"
    EQUIPMENT = "equipment"
    VESSEL = "vessel"
    EVENT = "event"


class Strength(StrEnum):
    """How surely an alias means its entity.

    A `weak` alias links only with support from elsewhere in the article; a `former` one is a
    name that the entity bore once, and links like a strong one.
    """

    STRONG = "strong"
    WEAK = "weak"
    FORMER = "former"


class CaseRule(StrEnum):
    """How the capitals of a text must agree with an alias.

    `cap`: where the alias has a capital at the start of a word, so has the text; `acronym`: the
    text is all capitals; `exact`: as the alias is written; `any`: no matter.
    """

    CAP = "cap"
    ACRONYM = "acronym"
    EXACT = "exact"
    ANY = "any"


class Use(StrEnum):
    """In what sense an alias stands for its entity.

    `name`: it is the entity's name; `demonym`: an adjective or a people's name ("Iranian");
    `metonym`: a seat that stands for its government ("Tehran said").
    """

    NAME = "name"
    DEMONYM = "demonym"
    METONYM = "metonym"


@dataclass(frozen=True)
class Alias:
    """A surface text of an entity.

    Attributes:
        text: the text as the registry writes it.
        needs: words or entity ids that must all stand in the article (rule 7).
        default: whether the entity takes the alias where rule 5 finds no one.
        start: the date from which the entity bears the alias.
        end: the date until which it does.
        line: where the registry file says so.
    """

    text: str
    strength: Strength = Strength.STRONG
    case: CaseRule = CaseRule.CAP
    use: Use = Use.NAME
    needs: tuple[str, ...] = ()
    language: str | None = None
    default: bool = False
    line: int = 1
    start: When | None = None
    end: When | None = None


@dataclass(frozen=True)
class Relation:
    """A dated, sourced tie from one entity to another; dates are EDTF."""

    type: str
    to: EntityId
    start: When | None = None
    end: When | None = None
    source: str | None = None
    line: int = 1


@dataclass(frozen=True)
class Location:
    """A point on the earth, in degrees (WGS 84)."""

    latitude: float
    longitude: float


@dataclass(frozen=True)
class Entity:
    """A person, organization, place, facility, equipment, vessel or event.

    Attributes:
        id: unique in the registry and stable.
        aliases: all surface texts but the name itself.
        not_texts: texts that contain an alias and are something else.
        replaced_by: the entity that took this one's place, after a merge.
    """

    id: EntityId
    name: str
    kind: Kind
    path: str
    line: int
    description: str = ""
    aliases: tuple[Alias, ...] = ()
    not_texts: tuple[str, ...] = ()
    wikidata: str | None = None
    location: Location | None = None
    relations: tuple[Relation, ...] = ()
    replaced_by: EntityId | None = None


@dataclass(frozen=True)
class Registry:
    """All entities of a publication, ordered by id."""

    entities: tuple[Entity, ...] = ()

    @cached_property
    def by_id(self) -> Mapping[EntityId, Entity]:
        """The entities by id."""
        return MappingProxyType({entity.id: entity for entity in self.entities})
