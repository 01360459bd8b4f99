"""The data files: what is in them, what is kept out, and that they are what their schemas say."""

import csv
import json
from dataclasses import asdict, fields, replace
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft7Validator

from dossierpress.edtf import parse_when
from dossierpress.model import Alias, EntityId, Kind, Location, Relation, Rights, Strength
from dossierpress.publication import Publication
from dossierpress.site.data import files
from dossierpress.site.data.ftm import SCHEMATA
from dossierpress.site.data.records import AliasRecord, EntityRecord
from dossierpress.site.data.write import rows
from dossierpress.site.settings import Settings
from dossierpress.site.site import build_site
from harness.making import IRAN, article, mention, publication

OTHER = replace(IRAN, id=EntityId("guard"), name="The Guard", kind=Kind.ORGANIZATION)
SHIP = replace(IRAN, id=EntityId("ship"), name="The Ship", kind=Kind.VESSEL)
FULL = replace(
    IRAN,
    description="A state.",
    aliases=(
        Alias("Persia", strength=Strength.FORMER, language="en"),
        Alias("=SUM(A1)", strength=Strength.WEAK),
    ),
    wikidata="Q794",
    location=Location(32.0, 53.0),
)
TIES = (
    Relation(
        "owned-by", OTHER.id, parse_when("2014"), parse_when("2016-05"), "https://a.example/1"
    ),
    Relation("located-in", IRAN.id, source="a book"),
)
HIDDEN = "Iran keeps this sentence."


def whole() -> Publication:
    one = article(
        "one",
        "2019-12-05",
        body="Iran spoke.",
        publisher="+cmd|' /C calc'!A0",
        authors=("@one", "Two"),
        summary="Our *own* words.",
        url="javascript:alert(1)",
        reliability="B2",
    )
    two = article("two", body=HIDDEN, rights=Rights.METADATA, modified=parse_when("2019-21"))
    return publication(
        one,
        two,
        mentions=(mention(one, "Iran"), mention(two, "Iran", evidence=HIDDEN)),
        entities=(FULL, OTHER, replace(SHIP, relations=TIES)),
    )


def outputs(of: Publication, site_url: str = "") -> dict[str, str]:
    site = build_site(of, title="Desk", directory_urls=True, settings=Settings(site_url=site_url))
    return {
        item.target: item.content.decode() for item in site.files if item.target.startswith("data/")
    }


@pytest.mark.parametrize("table", files.TABLES, ids=lambda table: table.name)
def test_every_record_is_what_its_schema_says(table: files.Table) -> None:
    schema = json.loads(files.schema(table.name))
    Draft7Validator.check_schema(schema)
    assert list(schema["properties"]) == [field.name for field in fields(table.kind)]
    assert all(item["description"] for item in schema["properties"].values())
    found = outputs(whole())
    records = json.loads(found[f"data/{table.name}.json"])
    assert records or table.name == "topics"
    for record in records:
        Draft7Validator(schema).validate(record)
    rows = list(csv.DictReader(StringIO(found[f"data/{table.name}.csv"], newline="")))
    assert len(rows) == len(records)
    assert json.loads(found[f"data/schemas/{table.name}.schema.json"]) == schema


def test_a_mention_in_words_that_are_kept_back_is_counted_without_them() -> None:
    found = outputs(whole())
    assert not [name for name, text in found.items() if HIDDEN in text or "keeps" in text]
    shown, hidden = json.loads(found["data/mentions.json"])
    assert (shown["surface"], shown["start"], shown["rule"]) == ("Iran", 0, "longest-match")
    assert hidden == shown | {
        "article": "two", "start": None, "end": None, "surface": None, "rule": None
    }  # fmt: skip


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r"])
def test_no_cell_is_a_formula(sign: str) -> None:
    entity = replace(IRAN, name=f"{sign}1+1", description=f'{sign}HYPERLINK("x")')
    text = outputs(publication(entities=(entity,)))["data/entities.csv"]
    [row] = csv.DictReader(StringIO(text, newline=""))
    assert (row["name"], row["description"]) == (f"'{sign}1+1", f'\'{sign}HYPERLINK("x")')


def test_numbers_below_zero_stay_numbers_in_cells() -> None:
    entity = replace(IRAN, location=Location(-33.5, -44.25))
    [row] = csv.DictReader(StringIO(outputs(publication(entities=(entity,)))["data/entities.csv"]))
    assert (row["latitude"], row["longitude"]) == ("-33.5", "-44.25")


def test_an_article_has_its_dates_as_they_are_known_and_no_unsafe_address() -> None:
    one, two = json.loads(outputs(whole(), "https://desk.example/")["data/articles.json"])
    assert (one["published"], two["published"], two["modified"]) == ("2019-12-05", None, "2019-21")
    assert one["page"] == "https://desk.example/dossiers/gulf/one/"
    assert (one["url"], one["summary"]) == (None, "Our own words.")
    own = json.loads(outputs(whole())["data/dossiers/gulf.json"])
    assert {record["id"]: record["page"] for record in own} == {
        "one": "dossiers/gulf/one/",
        "two": "dossiers/gulf/two/",
    }


def test_long_tables_are_cut_into_files(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "A_FILE", 2)
    found = outputs(whole())
    parts = [json.loads(found[f"data/entities{part}.json"]) for part in ("", "-2")]
    assert [[record["id"] for record in part] for part in parts] == [["iran", "guard"], ["ship"]]
    site = build_site(whole(), title="Desk", directory_urls=True)
    page = next(page for page in site.pages if page.address.name == "data")
    [table] = [item for item in page.context.downloads if item.name == "entities"][:1]
    assert [link.url for link in table.files] == [
        f"data/entities{part}.{form}" for form in ("json", "csv") for part in ("", "-2")
    ]
    assert table.count == 3


def test_entities_and_ties_are_followthemoney_entities() -> None:
    """The names and ranges of properties are those of followthemoney 4's schemata."""
    lines = outputs(whole(), "https://desk.example/")["data/entities.ftm.json"].splitlines()
    found = {record["id"]: record for record in map(json.loads, lines)}
    assert found["iran"] == {
        "id": "iran",
        "schema": "Address",
        "properties": {
            "name": ["Iran"],
            "weakAlias": ["=SUM(A1)"],
            "previousName": ["Persia"],
            "summary": ["A state."],
            "wikidataId": ["Q794"],
            "sourceUrl": ["https://desk.example/entities/iran/"],
            "full": ["Iran"],
            "latitude": ["32"],
            "longitude": ["53"],
        },
    }
    owned = found["ship--owned-by--guard--2014"]
    assert (owned["schema"], owned["properties"]) == (
        "Ownership",
        {
            "asset": ["ship"],
            "owner": ["guard"],
            "role": ["owned by"],
            "startDate": ["2014"],
            "endDate": ["2016-05"],
            "sourceUrl": ["https://a.example/1"],
        },
    )
    located = found["ship--located-in--iran"]
    assert located["schema"] == "UnknownLink"
    assert located["properties"]["summary"] == ["a book"]
    assert set(SCHEMATA) == set(Kind)


def test_a_publication_may_do_without_data_files() -> None:
    site = build_site(whole(), title="Desk", directory_urls=True, settings=Settings(data=False))
    assert not [item.target for item in site.files if item.target.startswith("data/")]
    assert "data" not in {page.address.name for page in site.pages}


@given(st.text(), st.floats(-90, 90).map(lambda number: round(number, 4)), st.integers(0, 1 << 40))
def test_a_line_is_what_pythons_own_json_writes(text: str, number: float, count: int) -> None:
    record = EntityRecord(
        id="x",
        page="",
        name=text,
        kind=Kind.PLACE,
        description=None,
        aliases=(AliasRecord(text, None, "name", Strength.WEAK),),
        wikidata=None,
        latitude=number,
        longitude=None,
        articles=count,
        mentions=0,
        replaced_by=text,
    )
    expected = json.dumps(asdict(record), ensure_ascii=False, separators=(",", ":"))
    assert rows((record,))[0].line.decode() == expected


def test_where_files_will_lie_is_known_before_they_are_made(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(files, "A_FILE", 1)  # so that tables are cut into several files
    for data, feeds in ((True, True), (True, False), (False, True)):
        settings = Settings(data=data, feeds=feeds)
        site = build_site(whole(), title="Desk", directory_urls=True, settings=settings)
        assert sorted(site.targets) == sorted(file.target for file in site.files)
        assert ("data/articles-2.json" in site.targets) is data
