"""An article among others: copies of its story, related articles, its citation."""

import math
from collections import Counter
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from dossierpress.model import EntityId, Rights
from dossierpress.publication import Publication
from dossierpress.site.index import SELDOM, Index
from dossierpress.site.model import ArticlePage
from dossierpress.site.related import MOST, related
from dossierpress.site.site import build_site
from harness.making import IRAN, article, mention, publication

WIRE = " ".join(f"word{number}" for number in range(60))


def page(of: Publication, name: str) -> ArticlePage:
    site = build_site(of, title="Desk", directory_urls=True)
    found = next(p.context for p in site.pages if p.address.name == f"dossiers/gulf/{name}")
    assert isinstance(found, ArticlePage)
    return found


def test_copies_of_a_story_are_counted_with_their_origin() -> None:
    first = article("one", "2019-06-14", body=WIRE, agency="AFP", publisher="Gulf Post")
    second = article("two", "2019-06-15", body=f"{WIRE} more", publisher="River Times")
    story = page(publication(first, second, article("three", body="Else.")), "two").story
    assert story is not None
    assert (story.reports, story.origin, story.rule) == (2, "AFP", "agency-credit")
    assert [(copy.row.link.text, copy.share, copy.is_origin) for copy in story.copies] == [
        ("One", 100, True)
    ]
    assert page(publication(first, article("three", body="Else.")), "one").story is None


def test_a_copy_is_no_related_article() -> None:
    first, second = (article(name, body=f"Iran. {WIRE}") for name in ("one", "two"))
    third = article("three", body="Iran.")
    found = publication(
        first, second, third, *(article(f"x{n}") for n in range(9)),
        mentions=tuple(mention(item, "Iran") for item in (first, second, third)),
    )  # fmt: skip
    shown = page(found, "one").related
    assert [item.row.link.text for item in shown] == ["Three"]
    assert [tie.text for item in shown for tie in item.ties] == ["Iran"]


def test_what_everybody_names_relates_nothing() -> None:
    items = [article(f"a{n}", body="Iran.") for n in range(SELDOM + 1)]
    found = publication(*items, mentions=tuple(mention(item, "Iran") for item in items))
    assert page(found, "a0").related == ()


ENTITIES = tuple(replace(IRAN, id=EntityId(f"e{n}"), name=f"E{n}") for n in range(5))


@settings(deadline=None, max_examples=60)
@given(st.lists(st.sets(st.integers(0, 4)), min_size=2, max_size=12))
def test_related_articles_are_those_of_the_greatest_weight(named: list[set[int]]) -> None:
    items = [article(f"a{n:02}", body="Iran.") for n in range(len(named))]
    mentions = tuple(
        mention(items[n], "Iran", entity=ENTITIES[e].id) for n, es in enumerate(named) for e in es
    )
    index = Index(publication(*items, mentions=mentions, entities=ENTITIES), True)
    counts = Counter(e for es in named for e in es)
    weigh = {e: math.log(len(items) / count) for e, count in counts.items()}
    found = related(index, items[0].ref)
    got = [int(item.row.link.text[1:]) for item in found]
    weights = {n: sum(weigh[e] for e in named[0] & es) for n, es in enumerate(named) if n}
    wanted = sorted((w for w in weights.values() if w >= 1 - 1e-12), reverse=True)[:MOST]
    assert [round(weights[n], 6) for n in got] == [round(w, 6) for w in wanted]


def test_an_article_says_how_it_is_cited_without_an_odd_address() -> None:
    item = article("one", "2019-06-14", publisher="Gulf Post", url="javascript:alert(1)",
                   rights=Rights.METADATA)  # fmt: skip
    cited = page(publication(item), "one").citation
    assert cited.sentence == ("“One”, Gulf Post, 14 Jun 2019.",)
    assert [form.name for form in cited.forms] == ["BibTeX", "RIS", "CSL-JSON"]
    assert not any("javascript" in form.text for form in cited.forms)


def test_words_that_run_the_other_way_are_apart_in_a_citation() -> None:
    item = article("one", "2019-06-14", language="ar", publisher="الخليج", authors=("ليلى", "سعد"))
    cited = page(publication(replace(item, title="سفينة\ue000")), "one").citation
    assert cited.sentence == (
        "", "ليلى", ", ", "سعد", ", “", "سفينة", "”, ", "الخليج", ", 14 Jun 2019.",
    )  # fmt: skip
