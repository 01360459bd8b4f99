"""Atom feeds: valid, cheap, without any clock, and within the rights of what they tell of."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any
from xml.etree.ElementTree import Element, fromstring

import feedparser
import pytest

from dossierpress.edtf import parse_when
from dossierpress.model import (
    Assignment,
    Atom,
    Clause,
    Correction,
    CorrectionKind,
    EntityId,
    Rights,
    Scope,
    Topic,
    TopicId,
    TopicStrength,
)
from dossierpress.publication import Publication
from dossierpress.site.feeds import NEWEST, OF_AN_ENTITY, updated
from dossierpress.site.settings import Settings
from dossierpress.site.site import build_site
from harness.making import IRAN, article, mention, publication

SITE = "https://desk.example/"
ATOM = "{http://www.w3.org/2005/Atom}"
HIDDEN = "Iran keeps this sentence."


def feeds(of: Publication, site_url: str = SITE, **settings: Any) -> dict[str, bytes]:
    site = build_site(
        of,
        title="Desk",
        directory_urls=True,
        settings=Settings(site_url=site_url, **settings),
    )
    return {file.target: file.content for file in site.files if file.target.endswith("feed.xml")}


def whole() -> Publication:
    one = article("one", "2019-12-05", body="Iran spoke.", authors=("A & B",), title="<One> & all")
    two = article("two", "2019-12-06", body=HIDDEN, rights=Rights.METADATA, publisher="Paper")
    three = article("three", body="Iran, undated.")
    topic = Topic(
        TopicId("t"),
        "T",
        "dossiers/topics/t.md",
        1,
        Scope.ARTICLE,
        Clause(any=(Atom("entity", "iran", 1),)),
    )
    return publication(
        one,
        two,
        three,
        mentions=tuple(mention(item, "Iran") for item in (one, two, three)),
        topics=(topic,),
        assignments=(Assignment(topic.id, one.ref, TopicStrength.PRIMARY, ()),),
    )


def structure(feed: Element) -> list[str]:
    """Return what RFC 4287, section 4.1, would find wrong."""
    wrong = []
    for element in (feed, *feed.iter(f"{ATOM}entry")):
        for tag in ("id", "title", "updated"):
            if len(element.findall(ATOM + tag)) != 1:
                wrong.append(f"not one {tag}")
    ids = [item.findtext(f"{ATOM}id") for item in feed.iter(f"{ATOM}entry")]
    if len(set(ids)) != len(ids) or not all(id_ and ":" in id_ for id_ in ids):
        wrong.append("ids")
    if feed.find(f"{ATOM}author") is None:
        wrong.append("no author")
    for item in feed.iter(f"{ATOM}entry"):
        if not item.findall(f"{ATOM}link[@rel='alternate']"):
            wrong.append("no alternate")
    for moment in feed.iter(f"{ATOM}updated"):
        datetime.strptime(moment.text or "", "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)
    return wrong


@pytest.mark.parametrize("site_url", [SITE, ""])
def test_there_is_a_valid_feed_of_all_and_of_each_dossier_topic_and_entity(site_url: str) -> None:
    found = feeds(whole(), site_url)
    assert sorted(found) == [
        "dossiers/gulf/feed.xml",
        "entities/iran/feed.xml",
        "feed.xml",
        "topics/t/feed.xml",
    ]
    for content in found.values():
        assert structure(fromstring(content)) == []  # noqa: S314  # our own
        parsed = feedparser.parse(content)
        assert (parsed.bozo, parsed.version) == (False, "atom10")
    parsed = feedparser.parse(found["feed.xml"])
    assert [entry.title for entry in parsed.entries] == ["Two", "<One> & all"]
    assert parsed.feed.updated == "2019-12-06T00:00:00Z"


def test_addresses_in_a_feed_lead_to_the_pages_with_or_without_the_address_of_the_site() -> None:
    whole_address = feedparser.parse(feeds(whole())["entities/iran/feed.xml"])
    assert whole_address.entries[0].link == "https://desk.example/dossiers/gulf/two/"
    assert whole_address.entries[0].id == "https://desk.example/dossiers/gulf/two/"
    relative = feedparser.parse(
        feeds(whole(), "")["entities/iran/feed.xml"],
        response_headers={"content-location": "https://x.example/d/entities/iran/feed.xml"},
    )
    assert relative.entries[0].link == "https://x.example/d/dossiers/gulf/two/"
    assert relative.entries[0].id.startswith("urn:uuid:")


def test_what_rights_keep_back_is_in_no_feed() -> None:
    found = feeds(whole())
    assert not [name for name, content in found.items() if b"keeps" in content]
    assert b"headline only" in found["feed.xml"]


def test_an_article_is_as_new_as_it_says_itself() -> None:
    corrected = replace(
        article("one", "2019-12-05", modified=parse_when("2019-12-05T23:30:00-05:00")),
        corrections=(Correction(CorrectionKind.CORRECTION, parse_when("2020-01"), "Text."),),
    )
    assert updated(corrected) == datetime(2020, 1, 1, tzinfo=UTC)
    plain = replace(corrected, corrections=())
    assert updated(plain) == datetime(2019, 12, 6, 4, 30, tzinfo=UTC)
    assert updated(article(accessed=parse_when("2021"))) == datetime(2021, 1, 1, tzinfo=UTC)
    assert updated(article("one", "../2017")) == datetime(2017, 12, 31, tzinfo=UTC)
    assert updated(article()) is None


def test_a_feed_has_the_newest_only() -> None:
    many = tuple(article(f"a{number:03}", f"{1900 + number}", body="Iran.") for number in range(70))
    found = feeds(publication(*many, mentions=tuple(mention(item, "Iran") for item in many)))
    lengths = {name: len(feedparser.parse(text).entries) for name, text in found.items()}
    assert (lengths["feed.xml"], lengths["entities/iran/feed.xml"]) == (NEWEST, OF_AN_ENTITY)
    assert feedparser.parse(found["feed.xml"]).entries[0].title == "A069"


def test_signs_that_xml_has_no_form_for_are_left_out() -> None:
    of = publication(article("one", "2019", title="A\x00\x0b\ufffeB", publisher="P\x01"))
    assert feedparser.parse(feeds(of)["feed.xml"]).entries[0].title == "AB"


def test_an_entity_that_was_merged_or_has_no_dated_article_has_no_feed() -> None:
    old = replace(IRAN, id=EntityId("old"), replaced_by=IRAN.id)
    undated = article(body="Iran.")
    found = feeds(publication(undated, mentions=(mention(undated, "Iran"),), entities=(IRAN, old)))
    assert found == {}
    assert feeds(whole(), feeds=False) == {}


def test_a_page_names_its_feed() -> None:
    site = build_site(whole(), title="Desk", directory_urls=True)
    found = {page.address.name: page.feed.url for page in site.pages if page.feed}
    assert found == {
        f"{name}": f"{name}/feed.xml" for name in ("dossiers/gulf", "entities/iran", "topics/t")
    }
    assert {page.site_feed.url for page in site.pages if page.site_feed} == {"feed.xml"}


def test_files_that_another_process_makes_are_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DOSSIER_WORKERS", "2")
    ahead, later = (
        build_site(whole(), title="Desk", directory_urls=True, ahead=ahead).files
        for ahead in (True, False)
    )
    assert ahead == later
    assert "feed.xml" in {file.target for file in ahead}
