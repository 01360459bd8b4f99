"""Pages of publications that are made in memory, before any template."""

from dataclasses import replace
from typing import TypeVar

from dossierpress.model import (
    ArticleId,
    Assignment,
    Atom,
    Clause,
    EntityId,
    Evidence,
    Kind,
    Relation,
    Rights,
    Scope,
    Topic,
    TopicId,
    TopicStrength,
)
from dossierpress.publication import Publication
from dossierpress.site.model import (
    ArticlePage,
    ArticlesPage,
    Context,
    DossierPage,
    EntitiesPage,
    EntityPage,
    EntityYearPage,
    Page,
    TopicPage,
)
from dossierpress.site.sightings import RECENT
from dossierpress.site.site import build_site
from harness.making import GULF, IRAN, article, mention, publication

C = TypeVar("C", bound=Context)


def pages(of: Publication) -> dict[str, Page]:
    site = build_site(of, title="Desk", directory_urls=True)
    return {page.address.name: page for page in site.pages}


def context(of: Publication, name: str, kind: type[C]) -> C:
    found = pages(of)[name].context
    assert isinstance(found, kind)
    return found


def test_pages_that_want_one_address_are_a_problem_and_the_first_stays() -> None:
    twins = (IRAN, replace(IRAN, id=EntityId("IRAN")))
    site = build_site(
        publication(entities=twins),
        title="Desk",
        directory_urls=True,
        taken=["topics/index.html"],
    )
    assert [problem.code for problem in site.problems] == ["DP601", "DP601"]
    names = [page.address.name for page in site.pages]
    assert "topics" not in names
    assert names.count("entities/iran") == 1
    assert "entities/IRAN" not in names


def test_what_an_entitys_page_cannot_show_is_on_pages_by_year() -> None:
    articles = [
        article(f"a{n:03}", f"{2000 + n // 12}-{n % 12 + 1:02}", body="Iran.") for n in range(60)
    ]
    of = publication(*articles, mentions=tuple(mention(item, "Iran") for item in articles))
    found = context(of, "entities/iran", EntityPage)
    assert sum(len(year.items) for year in found.recent) == RECENT
    assert [(item.link.text, item.link.url, item.count) for item in found.pages][:2] == [
        ("2004", "entities/iran/2004/", 12),
        ("2003", "entities/iran/2003/", 12),
    ]
    year = context(of, "entities/iran/2000", EntityYearPage)
    assert [item.row.link.text for item in year.years[0].items] == [
        f"A{n:03}" for n in range(11, -1, -1)
    ]


def test_long_lists_are_cut_into_pages_that_together_hold_everything() -> None:
    articles = [article(f"a{n:04}", f"{2001 + n % 2}") for n in range(1300)]
    entities = tuple(replace(IRAN, id=EntityId(f"e{n}"), name=f"E{n}") for n in range(1200))
    of = publication(*articles, entities=entities)
    lists = {name: page.context for name, page in pages(of).items() if name.startswith("articles/")}
    assert sorted(lists) == [f"articles/{name}" for name in ("2001", "2001-2", "2002", "2002-2")]
    shown = [
        row.link.text
        for page in lists.values()
        if isinstance(page, ArticlesPage)
        for year in page.years
        for row in year.rows
    ]
    assert sorted(shown) == sorted(item.title for item in articles)
    assert "dossiers/gulf/year/2002-3" in pages(of)
    kinds = [
        context(of, f"entities/kind/{name}", EntitiesPage).kinds[0] for name in ("place", "place-2")
    ]
    assert [len(kind.items) for kind in kinds] == [1000, 200]
    first = context(of, "entities", EntitiesPage)
    assert len(first.kinds[0].items) == 300
    assert first.totals == (1200,)


def test_undated_articles_come_last() -> None:
    articles = (article("none", body="Iran."), article("old", "2001", body="Iran."))
    mentions = tuple(mention(item, "Iran") for item in articles)
    found = context(publication(*articles, mentions=mentions), "entities/iran", EntityPage)
    assert [year.title for year in found.recent] == ["2001", "Undated"]


def test_the_reasons_of_hidden_mentions_are_not_given() -> None:
    one = article(body="Iran.", rights=Rights.METADATA)
    of = publication(one, mentions=(mention(one, "Iran", evidence="a secret"),))
    assert "a secret" not in repr(pages(of))
    [group] = context(of, "dossiers/gulf/one", ArticlePage).entities
    assert (group.items[0].count, group.items[0].hidden) == (1, 1)


def test_an_abstention_is_shown_with_its_reason_unless_it_is_hidden() -> None:
    for rights, number in ((Rights.FULL, 1), (Rights.METADATA, 0)):
        one = article(body="Iran.", rights=rights)
        of = publication(one, mentions=(mention(one, "Iran", entity=None),))
        assert len(context(of, "dossiers/gulf/one", ArticlePage).abstained) == number


def test_mentions_in_the_front_matter_are_linked_where_they_stand() -> None:
    one = article(standfirst=("First.", "Then Iran spoke."))
    of = publication(one, mentions=(mention(one, "Iran", "standfirst", linked=True),))
    first, second = context(of, "dossiers/gulf/one", ArticlePage).standfirst
    assert [run.text for run in first] == ["First."]
    assert [(run.text, run.url) for run in second] == [
        ("Then ", None),
        ("Iran", "entities/iran/"),
        (" spoke.", None),
    ]


def test_an_address_that_is_not_of_the_web_is_no_link() -> None:
    one = article(url="javascript:alert(1)", archived_url="http://[half")
    found = context(publication(one), "dossiers/gulf/one", ArticlePage)
    assert found.source is None
    assert "javascript" not in repr(found)


def test_relations_to_unknown_entities_are_left_out() -> None:
    iran = replace(IRAN, relations=(Relation("part-of", EntityId("gone")),))
    assert context(publication(entities=(iran,)), "entities/iran", EntityPage).relations == ()


def test_a_merged_entity_is_in_no_list() -> None:
    old = replace(IRAN, id=EntityId("old"), replaced_by=IRAN.id)
    of = publication(entities=(IRAN, old))
    [kind] = context(of, "entities", EntitiesPage).kinds
    assert kind.kind is Kind.PLACE
    assert [item.link.url for item in kind.items] == ["entities/iran/"]
    assert not pages(of)["entities/old"].searched


def test_the_page_of_a_merged_entity_leads_to_the_one_that_stands_now() -> None:
    old = replace(IRAN, id=EntityId("old"), replaced_by=EntityId("older"))
    older = replace(IRAN, id=EntityId("older"), replaced_by=IRAN.id)
    found = pages(publication(entities=(IRAN, old, older)))
    assert [found[f"entities/{name}"].redirect for name in ("old", "older", "iran")] == [
        "entities/iran/",
        "entities/iran/",
        "",
    ]


def test_entities_that_replace_one_another_send_nobody_round() -> None:
    one = replace(IRAN, id=EntityId("one"), replaced_by=EntityId("two"))
    two = replace(IRAN, id=EntityId("two"), replaced_by=EntityId("one"))
    found = pages(publication(entities=(one, two)))
    assert (found["entities/one"].redirect, found["entities/two"].redirect) == ("", "")


def test_the_relations_of_a_merged_entity_are_those_of_the_one_that_stands_now() -> None:
    other = replace(IRAN, id=EntityId("other"), name="Other")
    tie, own = Relation("backed-by", other.id), Relation("part-of", IRAN.id)
    old = replace(IRAN, id=EntityId("old"), replaced_by=IRAN.id, relations=(tie, own))
    same = replace(IRAN, relations=(replace(tie, line=9),))
    of = publication(entities=(same, old, other))
    [ties] = context(of, "entities/iran", EntityPage).relations
    assert (ties.label, [row.link.url for row in ties.rows]) == ("backed by", ["entities/other/"])
    [ties] = context(of, "entities/other", EntityPage).relations
    assert (ties.label, [row.link.url for row in ties.rows]) == ("backs", ["entities/iran/"])
    assert context(of, "entities/old", EntityPage).relations == ()


def test_a_metadata_record_says_why_there_is_no_text_even_where_its_file_has_none() -> None:
    for rights, body, said in (
        (Rights.METADATA, "", True),
        (Rights.METADATA, "Iran.", True),
        (Rights.EXCERPT, "Iran.", False),
        (Rights.FULL, "Iran.", False),
    ):
        of = publication(article(body=body, rights=rights))
        assert bool(context(of, "dossiers/gulf/one", ArticlePage).shown) == said


def test_evidence_is_quoted_only_where_rights_allow() -> None:
    rule = Clause(any=(Atom("entity", "iran", 1),))
    topic = Topic(TopicId("t"), "T", "dossiers/topics/t.md", 1, Scope.ARTICLE, rule)
    for rights, quotes, hidden in ((Rights.FULL, 1, False), (Rights.METADATA, 0, True)):
        one = article(body="Iran spoke.", rights=rights)
        evidence = (Evidence("body", 0, 11, "Iran spoke."),)
        assigned = Assignment(topic.id, one.ref, TopicStrength.PRIMARY, evidence)
        of = publication(one, topics=(topic,), assignments=(assigned,))
        [place] = context(of, "topics/t", TopicPage).primary
        assert (len(place.quotes), place.hidden) == (quotes, hidden)
        assert ("Iran spoke." in repr(context(of, "topics/t", TopicPage))) == (quotes == 1)


def test_a_dossier_lists_its_articles_by_month_and_each_knows_its_neighbours() -> None:
    articles = (article("b", "2019-12-05"), article("a", "2019-12-01"), article("c", "2020-21"))
    of = publication(*articles)
    months = context(of, "dossiers/gulf", DossierPage).months
    assert [month.title for month in months] == ["spring 2020", "December 2019"]
    page = context(of, "dossiers/gulf/b", ArticlePage)
    assert page.previous is not None
    assert page.following is not None
    assert (page.previous.text, page.following.text) == ("A", "C")


def test_an_undated_article_is_neither_earlier_nor_later_than_another() -> None:
    of = publication(article("undated"), article("dated", "2019"))
    for name in ("undated", "dated"):
        page = context(of, f"dossiers/gulf/{name}", ArticlePage)
        assert (page.previous, page.following) == (None, None)


def test_a_duplicate_names_its_original() -> None:
    of = publication(article("one"), article("two", duplicate_of=ArticleId("one")))
    facts = {fact.label: fact for fact in context(of, "dossiers/gulf/two", ArticlePage).facts}
    assert facts["Duplicate of"].values[0].url == f"dossiers/{GULF}/one/"


def test_an_empty_publication_has_its_lists() -> None:
    assert set(pages(publication(entities=()))) == {
        "",
        "dossiers",
        "topics",
        "entities",
        "articles",
        "map",
        "timeline",
        "names",
        "sources",
        "gaps",
        "search",
        "data",
        "corrections",
        "releases",
        "dossiers/gulf",
    }
