"""Surnames as weak aliases, taken from full names."""

import pytest

from dossierpress.matching.surnames import surnames
from harness.build import registry_of


@pytest.mark.parametrize(
    ("entity", "found"),
    [
        ({"name": "James Jeffrey", "kind": "person"}, ["Jeffrey"]),
        ({"name": "Qais al-Khazali", "kind": "person"}, ["al-Khazali", "Khazali"]),
        ({"name": "Mohammed bin Salman", "kind": "person"}, ["bin Salman", "Salman"]),
        ({"name": "Adel Abdul Mahdi", "kind": "person"}, ["Abdul Mahdi", "Mahdi"]),
        ({"name": "Varda", "kind": "person"}, []),
        ({"name": "Ban Xi", "kind": "person"}, []),
        ({"name": "Stena Impero", "kind": "vessel"}, []),
        ({"name": "A Varda", "kind": "person", "aliases": ["Varda"]}, []),
        (
            {"name": "Omar Varda", "kind": "person", "aliases": ["Umar Wardi", "Omar Varda"]},
            ["Varda", "Wardi"],
        ),
        (
            {
                "name": "Omar Varda",
                "kind": "person",
                "aliases": [{"text": "Old Lion", "strength": "weak"}],
            },
            ["Varda"],
        ),
    ],
)
def test_a_person_gives_the_surnames_of_the_full_names(
    entity: dict[str, object], found: list[str]
) -> None:
    (person,) = registry_of({"someone": entity}).entities
    aliases = list(surnames(person))

    assert [alias.text for alias in aliases] == found
    assert {alias.strength for alias in aliases} <= {"weak"}
