"""Ids, files and case rules for what a curator accepts."""

import pytest

from dossierpress.curation.accept import case_of, file_for, suggest_id
from dossierpress.curation.desk import Desk
from dossierpress.model import CaseRule, Entity, EntityId, Kind, Library, Registry


@pytest.mark.parametrize(
    ("name", "id_"),
    [
        ("Kata'ib Hezbollah", "kataib-hezbollah"),
        ("USS John C. Stennis", "uss-john-c-stennis"),
        ("Öğe & Co", "oge-co"),
        ("كتائب", ""),
        ("Iran", "iran-2"),
    ],
)
def test_an_id_is_made_of_the_name(name: str, id_: str) -> None:
    assert suggest_id(name, ["iran"]) == id_


def test_a_short_text_in_capitals_is_an_acronym() -> None:
    assert case_of("UNHCR") is CaseRule.ACRONYM
    assert case_of("SHOUTED NAME") is CaseRule.CAP
    assert case_of("Ghika") is CaseRule.CAP


def test_a_new_entity_goes_to_the_file_of_its_kind() -> None:
    paths = ["d/entities/gulf.yml", "d/entities/all.yml", "d/entities/gulf.yml"]
    entities = tuple(
        Entity(EntityId(f"e{n}"), "E", Kind.PLACE, path, 1) for n, path in enumerate(paths)
    )
    desk = Desk(Library(registry=Registry(entities)), "d", {})
    assert file_for(desk, Kind.PLACE) == "d/entities/gulf.yml"
    assert file_for(desk, Kind.PERSON) == "d/entities/people.yml"
    assert file_for(desk, Kind.VESSEL) == "d/entities/vessels.yml"
