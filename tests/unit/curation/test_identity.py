"""Entities renamed, merged and split: old ids keep working, and each has its way back."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from dossierpress.library.history import history
from dossierpress.library.load import load_library
from dossierpress.model import EntityId
from dossierpress.publication import Publication, read_publication

ORGANIZATIONS = """\
islamic-state:
  name: Islamic State
  kind: organization
  aliases:
    - Daesh
    - {text: ISKP, case: acronym}   # the branch in Khorasan
    - Khorasan Province
  relations:
    - {type: opposes, to: old-guard}

# the guard
old-guard:
  name: Old Guard
  kind: organization
"""
ARTICLE = """\
---
title: A day
rights: full
links: {the group: islamic-state}
---
It was said by Daesh and by ISKP in spring. The Old Guard and the group denied it.
"""
TOPIC = """\
---
title: Daesh
rule: {any: ["entity:islamic-state"]}
---
"""

Run = Callable[..., Result]


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    files = {
        "mkdocs.yml": "site_name: x\n",
        "dossiers/entities/organizations.yml": ORGANIZATIONS,
        "dossiers/d/dossier.yml": "title: D\nrights: full\n",
        "dossiers/d/articles/a-day.md": ARTICLE,
        "dossiers/topics/daesh.md": TOPIC,
    }
    for name, text in files.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return tmp_path


def registry(desk: Path) -> str:
    return (desk / "dossiers/entities/organizations.yml").read_text("utf-8")


def meanings(publication: Publication) -> dict[str, str | None]:
    return {
        mention.surface: mention.entity
        for found in publication.mentions.values()
        for mention in found
    }


def test_after_a_renaming_all_that_names_the_old_id_works(desk: Path, dossier: Run) -> None:
    result = dossier("-C", desk, "entity", "rename", "islamic-state", "daesh", "--date", "2020")
    assert result.exit_code == 0, result.stderr
    publication = read_publication(desk)
    assert publication.problems == ()
    assert meanings(publication)["Daesh"] == "daesh"
    assert meanings(publication)["the group"] == "daesh"
    assert [a.topic for a in publication.assignments] == ["daesh"]
    by_id = publication.library.registry.by_id
    assert by_id[EntityId("islamic-state")].replaced_by == "daesh"


def test_a_renaming_that_is_undone_leaves_the_same_bytes(desk: Path, dossier: Run) -> None:
    for undo in ((), ("--undo",)):
        dossier("-C", desk, "entity", "rename", "islamic-state", "daesh", "--date", "2020", *undo)
    assert registry(desk) == ORGANIZATIONS


def test_after_a_merge_the_names_of_both_mean_one(desk: Path, dossier: Run) -> None:
    result = dossier("-C", desk, "entity", "merge", "islamic-state", "old-guard", "--date", "2020")
    assert result.exit_code == 0, result.stderr
    publication = read_publication(desk)
    assert publication.problems == ()
    assert set(meanings(publication).values()) == {"old-guard"}
    assert [a.topic for a in publication.assignments] == ["daesh"]


def test_a_merge_that_is_undone_leaves_the_same_bytes(desk: Path, dossier: Run) -> None:
    for undo in ((), ("--undo",)):
        dossier(
            "-C", desk, "entity", "merge", "islamic-state", "old-guard", "--date", "2020", *undo
        )
    assert registry(desk) == ORGANIZATIONS


def test_a_split_gives_aliases_to_a_new_entity(desk: Path, dossier: Run) -> None:
    arguments = ("--alias", "iskp", "--alias", "Khorasan Province", "--name", "IS Khorasan")
    result = dossier(
        "-C", desk, "entity", "split", "islamic-state", "is-khorasan", *arguments, "--date", "2020"
    )
    assert result.exit_code == 0, result.stderr
    publication = read_publication(desk)
    assert meanings(publication)["ISKP"] == "is-khorasan"
    assert meanings(publication)["Daesh"] == "islamic-state"
    assert publication.library.decisions[-1].aliases == ("ISKP", "Khorasan Province")


def test_the_way_back_from_a_split_is_a_merge(desk: Path, dossier: Run) -> None:
    before = meanings(read_publication(desk))
    dossier(
        "-C", desk, "entity", "split", "islamic-state", "iskp", "--alias", "ISKP", "--date", "2020"
    )
    assert meanings(read_publication(desk))["ISKP"] == "iskp"
    dossier("-C", desk, "entity", "merge", "iskp", "islamic-state", "--date", "2020")
    assert meanings(read_publication(desk)) == before


def test_the_history_of_an_entity_follows_its_ids(desk: Path, dossier: Run) -> None:
    steps = [
        ("rename", "islamic-state", "daesh"),
        ("merge", "old-guard", "daesh"),
        ("rename", "daesh", "is"),
        ("merge", "--undo", "old-guard", "is"),
    ]
    for number, step in enumerate(steps):
        dossier("-C", desk, "entity", *step, "--date", f"202{number}")
    library, _ = load_library(desk)
    told = [(d.subject, d.verdict) for d in history(EntityId("is"), library.decisions)]
    assert told == [("islamic-state", "renamed"), ("old-guard", "merged"), ("daesh", "renamed")]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("rename", "none", "x"), "no entity 'none'"),
        (("rename", "old-guard", "Old Guard"), "cannot be an id"),
        (("rename", "old-guard", "islamic-state"), "already"),
        (("merge", "old-guard", "old-guard"), "into itself"),
        (("merge", "--undo", "old-guard", "islamic-state"), "was not replaced"),
        (("split", "old-guard", "x", "--alias", "Nobody"), "no alias nobody"),
        (("rename", "old-guard", "x", "--date", "yesterday"), "--date"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_changes(
    desk: Path, dossier: Run, arguments: tuple[str, ...], words: str
) -> None:
    result = dossier("-C", desk, "entity", *arguments)
    assert result.exit_code == 2
    assert words in result.stderr
    assert registry(desk) == ORGANIZATIONS
    assert not (desk / "dossiers/decisions.yml").exists()
