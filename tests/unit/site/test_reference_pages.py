"""Sources, gaps and the glossary of names."""

from dataclasses import replace
from typing import TypeVar

from dossierpress.model import (
    Alias,
    Assignment,
    Clause,
    EntityId,
    Rights,
    Scope,
    Strength,
    Topic,
    TopicId,
    TopicStrength,
    Use,
)
from dossierpress.publication import Publication
from dossierpress.site.gaps import SHOWN, SPANS
from dossierpress.site.model import Context, GapsPage, NamesPage, SourcesPage
from dossierpress.site.names import MANY
from dossierpress.site.site import build_site
from harness.making import IRAN, article, publication

C = TypeVar("C", bound=Context)


def context(of: Publication, name: str, kind: type[C]) -> C:
    site = build_site(of, title="Desk", directory_urls=True)
    found = next(page.context for page in site.pages if page.address.name == name)
    assert isinstance(found, kind)
    return found


def test_publishers_and_agencies_are_counted_with_rights_grades_and_dates() -> None:
    of = publication(
        article("a", "2019-01-02", publisher="Gulf Post", agency="AFP", reliability="B2"),
        article("b", "2020-03", publisher="Gulf Post", rights=Rights.METADATA),
        article("c"),
    )
    page = context(of, "sources", SourcesPage)
    first, unknown = page.publishers
    assert (first.name, first.articles) == ("Gulf Post", 2)
    assert first.rights == (("full text", 1), ("headline only", 1))
    assert first.grades == (("B2", "source usually reliable, information probably true", 1),)
    assert first.span == "2 Jan 2019 to Mar 2020"
    assert (unknown.name, unknown.articles) == ("publisher not known", 1)
    assert [(row.name, row.articles) for row in page.agencies] == [("AFP", 1)]


def test_what_is_missing_is_counted_and_listed() -> None:
    of = publication(
        article("a", "2019-01-02", url="https://a.example/", reliability="B2"),
        article("b", url="https://b.example/", archived_url="https://archive.example/b"),
    )
    page = context(of, "gaps", GapsPage)
    found = {gap.id: [row.link.text for row in gap.rows] for gap in page.gaps}
    assert found == {"dp-undated": ["B"], "dp-unarchived": ["A"], "dp-unreviewed": ["B"]}


def test_of_many_topics_those_that_lack_most_months_are_shown_and_all_are_counted() -> None:
    topics = tuple(
        Topic(TopicId(f"t{n}"), f"T{n}", "t.md", 1, Scope.PARAGRAPH, Clause())
        for n in range(SHOWN + 2)
    )
    articles = [article(f"a{n}", f"{2000 + n}-01-01") for n in range(SPANS + 4)]
    placed = tuple(
        Assignment(topic.id, one.ref, TopicStrength.PRIMARY, ())
        for number, topic in enumerate(topics)
        for one in (articles if number == SHOWN else articles[:2])
    )
    page = context(publication(*articles, topics=topics, assignments=placed), "gaps", GapsPage)
    assert (page.month_count, len(page.months)) == (SHOWN + 2, SHOWN)
    most, other, *_ = page.months
    assert (most.topic.text, len(most.spans), most.more) == (f"T{SHOWN}", SPANS, 3)
    assert (other.topic.text, other.spans, other.more) == (
        "T0",
        ("Feb 2000 to Dec 2000",),
        0,
    )


def test_stories_with_one_origin_are_told_apart_from_several() -> None:
    wire = " ".join(f"word{number}" for number in range(60))
    of = publication(*(article(name, body=wire, agency="AFP") for name in ("a", "b")), article("c"))
    page = context(of, "gaps", GapsPage)
    assert page.story_count == 1
    assert [(story.origin, story.count) for story in page.stories] == [("AFP", 2)]


def test_open_names_are_those_of_texts_that_are_shown() -> None:
    hidden = "The envoy met Varda Kestrel in the town. Varda Kestrel left.\n"
    shown = "The envoy met Omar Lindqvist in the town. Omar Lindqvist left.\n"
    of = publication(
        *(article(f"h{n}", body=hidden, rights=Rights.METADATA) for n in range(3)),
        *(article(f"s{n}", body=shown) for n in range(3)),
    )
    page = context(of, "gaps", GapsPage)
    assert page.names is not None
    names = [name.name for name in page.names]
    assert "Omar Lindqvist" in names
    assert "Varda Kestrel" not in names


def test_names_stand_by_script_and_letter_and_say_what_they_mean() -> None:
    kh = replace(
        IRAN,
        id=EntityId("kh"),
        name="Kata'ib Hezbollah",
        aliases=(
            Alias("كتائب حزب الله", language="ar"),
            Alias("KH", strength=Strength.WEAK),
            Alias("Éclair", use=Use.DEMONYM),
        ),
    )
    page = context(publication(entities=(IRAN, kh)), "names", NamesPage)
    listed = {
        group.title: [(row.text, row.direction, row.link.text, row.note) for row in group.names]
        for group in page.initials
    }
    assert listed == {
        "E": [("Éclair", "ltr", "Kata'ib Hezbollah", "demonym")],
        "I": [("Iran", "ltr", "Iran", "")],
        "K": [
            ("Kata'ib Hezbollah", "ltr", "Kata'ib Hezbollah", ""),
            ("KH", "ltr", "Kata'ib Hezbollah", "only with support"),
        ],
        "Arabic, ك": [("كتائب حزب الله", "rtl", "Kata'ib Hezbollah", "")],
    }


def test_a_long_glossary_has_a_page_for_each_letter() -> None:
    entities = tuple(
        replace(IRAN, id=EntityId(f"e{n}"), name=f"{'ab'[n % 2]}{n}") for n in range(MANY + 2)
    )
    of = publication(entities=entities)
    first = context(of, "names", NamesPage)
    assert [(page.link.url, page.count) for page in first.pages] == [
        ("names/a/", MANY // 2 + 1),
        ("names/b/", MANY // 2 + 1),
    ]
    assert len(context(of, "names/a", NamesPage).initials[0].names) == MANY // 2 + 1
