"""Linked data: what each kind of page says of itself in the terms of schema.org."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator

from dossierpress.edtf import parse_when
from dossierpress.model import EntityId, Kind, Location, Relation, Rights
from dossierpress.publication import Publication
from dossierpress.site.settings import Settings
from dossierpress.site.site import build_site
from harness.making import IRAN, article, mention, publication

SCHEMA = json.loads(
    (Path(__file__).resolve().parents[2] / "data/linked-data.schema.json").read_text("utf-8")
)
SITE = "https://desk.example/"
NASTY = "</script><script>alert(1)</script>&<!--"


def data(of: Publication, site_url: str = SITE) -> dict[str, dict[str, Any]]:
    settings = Settings(site_url=site_url, description="What it is.")
    site = build_site(of, title="Desk", directory_urls=True, settings=settings)
    return {
        page.address.name: json.loads(page.linked_data) for page in site.pages if page.linked_data
    }


def test_every_page_says_what_it_is_and_as_our_schema_has_it() -> None:
    kinds = tuple(
        replace(IRAN, id=EntityId(f"e-{kind}"), name=str(kind), kind=kind, location=Location(1, 2))
        for kind in Kind
    )
    one = article("one", "2019-12-05", body="Iran.", authors=("A",), publisher="P", agency="G")
    of = publication(one, mentions=(mention(one, "Iran"),), entities=(IRAN, *kinds))
    for site_url in (SITE, ""):
        found = data(of, site_url)
        for name, document in found.items():
            Draft7Validator(SCHEMA).validate(document), name
    types = {name: document["@type"] for name, document in found.items()}
    assert {types[f"entities/e-{kind}"] for kind in Kind} == {
        "Person", "Organization", "Place", "Product", "Vehicle", "Event",
    }  # fmt: skip
    assert (types[""], types["dossiers/gulf/one"]) == ("WebSite", "NewsArticle")
    assert types["dossiers/gulf"] == ["CollectionPage", "Dataset"]
    assert types["sources"] == "CollectionPage"


def test_the_schema_refuses_what_is_no_such_page() -> None:
    validator = Draft7Validator(SCHEMA)
    good = data(publication(article("one", "2019")))["dossiers/gulf/one"]
    for change in ({"@type": "Article"}, {"datePublished": "spring"}, {"url": ""}, {"body": "x"}):
        assert not validator.is_valid({**good, **change}), change
    assert validator.is_valid(good)


def test_an_article_says_only_what_its_rights_allow() -> None:
    keys = {
        "subtitle": "Their subtitle",
        "summary": "Our summary.",
        "body": "Their text.",
        "url": "https://a.example/1",
    }
    found = {
        rights: data(publication(article("one", "2019-12-05~", rights=rights, **keys)))[
            "dossiers/gulf/one"
        ]
        for rights in Rights
    }
    assert found[Rights.EXCERPT]["alternativeHeadline"] == "Their subtitle"
    assert "alternativeHeadline" not in found[Rights.METADATA]
    assert "Their" not in json.dumps(found[Rights.METADATA])
    assert found[Rights.METADATA]["abstract"] == "Our summary."
    assert found[Rights.METADATA]["isBasedOn"] == "https://a.example/1"
    assert "datePublished" not in found[Rights.FULL], "a date that is only about right is none"


@pytest.mark.parametrize(
    ("edtf", "said"),
    [
        ("2019-12", "2019-12"),
        ("2019-12-05T10:00:00+02:00", "2019-12-05T08:00:00+00:00"),
        ("2014/2016", None),
        ("201X", None),
    ],
)
def test_a_date_is_said_as_exactly_as_it_is_known(edtf: str, said: str | None) -> None:
    found = data(publication(article("one", edtf)))["dossiers/gulf/one"]
    assert found.get("datePublished") == said


def test_a_tie_that_has_ended_is_no_property() -> None:
    group = replace(IRAN, id=EntityId("group"), name="Group", kind=Kind.ORGANIZATION)
    ties = (
        Relation("member-of", group.id),
        Relation("part-of", group.id, None, parse_when("2017")),
    )
    guard = replace(group, id=EntityId("guard"), name="Guard", relations=ties)
    found = data(publication(entities=(IRAN, group, guard)))["entities/guard"]
    assert [tie["name"] for tie in found["memberOf"]] == ["Group"]
    assert "parentOrganization" not in found


def test_no_text_can_leave_the_script_that_it_stands_in() -> None:
    entity = replace(IRAN, name=NASTY, description=NASTY)
    one = article("one", body="Iran.", title=NASTY, publisher=NASTY)
    of = publication(one, mentions=(mention(one, "Iran"),), entities=(entity,))
    site = build_site(of, title=NASTY, directory_urls=True)
    texts = [page.linked_data for page in site.pages]
    assert not [text for text in texts if "<" in text or ">" in text or "&" in text]
    assert any(json.loads(text).get("headline") == NASTY for text in texts if text)


def test_addresses_are_relative_to_the_page_where_the_site_knows_none() -> None:
    one = article("one", body="Iran.")
    found = data(publication(one, mentions=(mention(one, "Iran"),)), "")["dossiers/gulf/one"]
    assert found["url"] == "./"  # the page itself
    assert found["mentions"][0]["url"] == "../../../entities/iran/"


def test_a_page_that_sends_its_reader_on_says_nothing() -> None:
    old = replace(IRAN, id=EntityId("old"), replaced_by=IRAN.id)
    assert "entities/old" not in data(publication(entities=(IRAN, old)))
