"""References to ids that were given up lead to what stands now."""

from dossierpress.library.tombstones import settle, survivors
from dossierpress.model import Alias, Entity, EntityId, Kind, Library, Registry, Relation


def entity(id_: str, to: str | None = None, **more: object) -> Entity:
    target = EntityId(to) if to else None
    return Entity(EntityId(id_), id_, Kind.PLACE, "r.yml", 1, replaced_by=target, **more)  # type: ignore[arg-type]


def test_a_chain_leads_to_its_end() -> None:
    registry = Registry((entity("a", "b"), entity("b", "c"), entity("c")))
    assert survivors(registry) == {"a": "c", "b": "c"}


def test_a_circle_and_a_missing_end_lead_nowhere() -> None:
    registry = Registry((entity("a", "b"), entity("b", "a"), entity("c", "none")))
    assert survivors(registry) == {}


def test_relations_and_needs_are_led() -> None:
    user = entity(
        "user",
        relations=(Relation("part-of", EntityId("a")),),
        aliases=(Alias("U", needs=("a", "word")),),
    )
    library = settle(Library(registry=Registry((entity("a", "b"), entity("b"), user))))
    led = library.registry.by_id[EntityId("user")]
    assert led.relations[0].to == "b"
    assert led.aliases[0].needs == ("b", "word")


def test_a_library_without_tombstones_is_left_alone() -> None:
    library = Library(registry=Registry((entity("a"),)))
    assert settle(library) is library
