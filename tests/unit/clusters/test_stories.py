"""Story clusters: six copies of one wire story are one origin, and the curator's word wins."""

import random

import pytest

from dossierpress.clusters.stories import Clusters, find_clusters
from dossierpress.edtf import parse_when
from dossierpress.model import (
    Article,
    ArticleId,
    ArticleRef,
    Decision,
    DossierId,
    Library,
    Rights,
)

DRAW = random.Random(8)
WIRE = " ".join(f"word{DRAW.randrange(900)}" for _ in range(120))
OTHER = " ".join(f"else{DRAW.randrange(900)}" for _ in range(120))


def article(name: str, body: str = WIRE, published: str | None = None, **more) -> Article:
    ref = ArticleRef(DossierId("gulf"), ArticleId(name))
    when = parse_when(published) if published else None
    return Article(ref, f"{name}.md", name, Rights.FULL, body, published=when, **more)


def clusters(*articles: Article, decisions: tuple[Decision, ...] = ()) -> Clusters:
    return find_clusters(Library(articles=articles, decisions=decisions))


def names(found: Clusters) -> list[list[str]]:
    return [[member.article.article for member in cluster.members] for cluster in found.clusters]


def test_six_copies_of_one_wire_story_are_one_origin() -> None:
    copies = [
        article(
            f"c{n}", f"{WIRE} Added{n} by{n} the{n} paper{n}.", publisher=f"Paper {n}", agency="AFP"
        )
        for n in range(5)
    ]
    copies.append(article("c5", " ".join(WIRE.split()[:80]), publisher="Paper 5"))
    found = clusters(*copies, article("alone", OTHER))
    assert names(found) == [["c0", "c1", "c2", "c3", "c4", "c5"]]
    assert found.origins([*(copy.ref for copy in copies), article("alone").ref]) == 2
    origin = found.clusters[0].origin
    assert origin is not None
    assert (origin.name, origin.rule) == ("AFP", "agency-credit")
    assert origin.evidence == ("AFP is credited in 5 of 6 articles",)


def test_the_agencys_own_copy_stands_for_it() -> None:
    found = clusters(
        article("paper", agency="AFP", publisher="Paper", published="2020-01-01"),
        article("wire", agency="AFP", publisher="AFP", published="2020-01-02"),
    )
    assert found.clusters[0].origin.article.article == "wire"


def test_with_two_agencies_the_date_decides() -> None:
    found = clusters(
        article("b", agency="Reuters", published="2020-01-02T10:00:00Z"),
        article("a", agency="AFP", published="2020-01-02T11:00:00Z"),
    )
    origin = found.clusters[0].origin
    assert (origin.article.article, origin.rule) == ("b", "earliest")
    assert "2020-01-02T10:00:00Z" in origin.evidence[0]


@pytest.mark.parametrize(
    ("one", "other"),
    [("2020-01-02", "2020-01-02"), ("2020-01", "2020-01-20"), (None, "2020-01-01")],
)
def test_dates_that_leave_a_doubt_decide_nothing(one: str | None, other: str) -> None:
    found = clusters(article("a", published=one), article("b", published=other))
    assert found.clusters[0].origin is None


def test_the_text_that_holds_the_others_is_their_source() -> None:
    words = WIRE.split()
    found = clusters(
        article("a", " ".join(words[:60])),
        article("b", " ".join(words)),
        article("c", " ".join(words[50:])),
    )
    origin = found.clusters[0].origin
    assert (origin.article.article, origin.rule) == ("b", "containment")


def test_duplicate_of_joins_what_the_text_does_not() -> None:
    found = clusters(article("a", duplicate_of=ArticleId("b")), article("b", OTHER, agency="AFP"))
    assert names(found) == [["a", "b"]]
    assert {member.rule for member in found.clusters[0].members} == {"curator"}
    assert found.clusters[0].origin.rule == "curator"
    assert found.clusters[0].origin.article.article == "b"


def test_duplicate_of_outranks_the_credit() -> None:
    found = clusters(
        article("a", agency="AFP"), article("b"), article("c", duplicate_of=ArticleId("b"))
    )
    assert found.clusters[0].origin.article.article == "b"


@pytest.mark.parametrize("target", ["a", "nowhere"])
def test_a_duplicate_of_itself_or_of_nothing_does_no_harm(target: str) -> None:
    assert clusters(article("a", duplicate_of=ArticleId(target))).clusters == ()


def test_a_circle_of_duplicates_names_no_origin_by_the_curator() -> None:
    found = clusters(
        article("a", duplicate_of=ArticleId("b")), article("b", duplicate_of=ArticleId("a"))
    )
    assert names(found) == [["a", "b"]]
    assert found.clusters[0].origin is None


def test_a_decision_keeps_two_articles_apart() -> None:
    apart = Decision("duplicate", "gulf/b gulf/a", "rejected", "two editions")
    assert clusters(article("a"), article("b"), decisions=(apart,)).clusters == ()


def test_the_order_of_the_articles_does_not_matter() -> None:
    copies = [
        article(f"c{n}", f"{WIRE} Added{n}.", published=f"2020-01-0{n + 1}") for n in range(5)
    ]
    assert clusters(*copies) == clusters(*reversed(copies))
