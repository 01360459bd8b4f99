"""The small publication, built once by MkDocs and looked at from all sides."""

import json
import re

import pytest

from dossierpress.search.terms import split, term
from harness.building import Built, build, copy_small, unpacked

TANKER = "dossiers/gulf/2019-06-14-tanker-burns/index.html"
EXCERPT = "dossiers/gulf/2019-07-excerpt/index.html"
METADATA = "dossiers/gulf/undated-metadata/index.html"
UNSEEN = (
    "kingfisher",
    "heron paragraph",
    "albatross",
    "cormorant",
    "pelican",
    "Gannet",
    "dotterel",
)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return build(copy_small(tmp_path_factory.mktemp("small")))


def test_every_dossier_article_entity_and_topic_has_a_page(site: Built) -> None:
    assert {
        "index.html",
        "articles/index.html",
        "dossiers/index.html",
        "dossiers/gulf/index.html",
        "dossiers/levant/2020-01-05-ar/index.html",
        "entities/index.html",
        "entities/iran/index.html",
        "topics/index.html",
        "topics/shipping/index.html",
        TANKER,
        EXCERPT,
        METADATA,
    } <= set(site.pages)


def test_every_internal_link_and_anchor_resolves(site: Built) -> None:
    assert sum(len(seen.links) for seen in site.pages.values()) > 100
    assert site.broken_links() == []


def test_nothing_is_logged_as_wrong(site: Built) -> None:
    assert [r.getMessage() for r in site.records if r.levelname in ("WARNING", "ERROR")] == []


def test_what_rights_keep_back_is_in_no_file_of_any_kind(site: Built) -> None:
    """One article of the publication is `full`, one an `excerpt`, one `metadata`."""
    texts = {
        path.relative_to(site.folder).as_posix(): unpacked(path).decode("utf-8", "ignore")
        for path in site.folder.rglob("*")
        if path.is_file()
    }
    kinds = {name.partition(".")[2] for name in texts}
    assert {"html", "json", "csv", "xml", "xml.gz", "ftm.json", "schema.json", "css"} <= kinds
    for name in ("articles", "mentions"):
        assert "tanker-burns" in texts[f"data/{name}.csv"]
    assert "Pilots of the Strait of Hormuz would not sail" in texts["data/articles.json"]
    assert "four reporters" in texts["feed.xml"] + texts["dossiers/gulf/2019-07-excerpt/index.html"]
    leaks = [(name, word) for name, text in texts.items() for word in UNSEEN if word in text]
    assert leaks == []
    assert {term(word) for phrase in UNSEEN for word in split(phrase.lower())[:1]} & site.terms <= {
        term("heron")
    }


def test_an_excerpt_says_that_it_is_one_and_where_the_rest_is(site: Built) -> None:
    page = site.text(EXCERPT)
    assert "Its rights allow an excerpt" in page
    assert 'href="https://example.org/patrols"' in page
    assert "doubled its patrols" in page


def test_a_page_whose_words_are_kept_back_says_so_and_no_more(site: Built) -> None:
    assert "Named in text that its rights do not let us show" in site.text(
        "entities/iran/index.html"
    )
    assert "Its rights allow no more than the headline" in site.text(METADATA)


def test_an_undated_article_says_why(site: Built) -> None:
    page = site.text(METADATA)
    assert "not known" in page
    assert "“<bdi>Updated 19 min ago</bdi>”, and nothing says when that was" in page


def test_a_body_links_the_first_mention_only(site: Built) -> None:
    page = site.text(TANKER)
    body = page[page.index('class="dp-body"') : page.index('class="dp-apparatus"')]
    assert body.count('href="../../../entities/iran/"') == 1
    assert body.count('class="dp-link"') == 4
    assert "<code>Iran</code>" in body
    assert "WASHINGTON: the colon stays." in body


def test_an_entity_quotes_its_mentions_newest_first(site: Built) -> None:
    page = site.text("entities/strait-of-hormuz/index.html")
    assert "<b>مضيق هرمز</b> يوم" in page
    assert page.index("2020-01-05-ar") < page.index("2019-06-14-tanker-burns")
    assert "burned in the <b>Strait of Hormuz</b> on Thursday." in page


def test_relations_show_from_both_ends(site: Built) -> None:
    assert "backed by" in site.text("entities/iran/index.html")
    guard = site.text("entities/harbour-guard/index.html")
    assert "backs" in guard
    assert "since 2014" in guard
    assert "2010 to 2015" in guard
    assert "source: <bdi>the almanac</bdi>" in guard


def test_an_entity_that_was_merged_leads_to_the_one_that_took_its_place(site: Built) -> None:
    page = site.text("entities/coast-guard-of-old/index.html")
    assert "has become part of" in page
    assert 'href="../../entities/harbour-guard/"' in page


def test_an_entity_that_no_article_names_says_so(site: Built) -> None:
    assert "No article names it yet." in site.text("entities/nobody/index.html")


def test_a_topic_shows_its_rule_and_the_sentences_that_satisfied_it(site: Built) -> None:
    page = site.text("topics/shipping/index.html")
    assert "one paragraph of it names Strait of Hormuz, together with “tanker” or “ناقلة”." in page
    assert "burned in the Strait of Hormuz on Thursday." in page


def test_an_arabic_article_runs_right_to_left(site: Built) -> None:
    page = site.text("dossiers/levant/2020-01-05-ar/index.html")
    assert '<div class="dp dp-article" lang="ar" dir="rtl">' in page
    assert '<time datetime="2020-01-05T06:30:00+00:00">5 Jan 2020, 09:30 UTC+03:00</time>' in page
    assert 'aria-label="About this page" lang="en" dir="ltr"' in page


def test_the_home_page_keeps_its_words_and_shows_the_publication(site: Built) -> None:
    page = site.text("index.html")
    assert "It watches one strait" in page
    assert page.index("It watches one strait") < page.index("Ships in the Gulf")
    assert page.count("<h1") == 1


def test_search_finds_each_page_once_under_its_headline(site: Built) -> None:
    kind, _, title, excerpt, language, day, publisher, topics = site.cards[
        "dossiers/gulf/2019-06-14-tanker-burns/"
    ]
    assert (kind, title, language) == ("article", "A tanker burns near Hormuz", "en")
    assert (day, publisher) == ("14 Jun 2019", "Small desk")
    assert topics == ["Shipping"]
    assert excerpt
    assert site.cards["entities/strait-of-hormuz/"][2] == "Strait of Hormuz · place"
    assert site.cards["topics/shipping/"][2] == "Shipping · topic"
    assert site.cards["dossiers/gulf/"][2] == "Ships in the Gulf · dossier"
    assert "مضيق" in site.terms


def test_the_themes_own_search_indexes_nothing(site: Built) -> None:
    assert json.loads(site.text("search/search_index.json"))["docs"] == []


@pytest.mark.parametrize(
    ("page", "listing"),
    [
        (TANKER, "Articles"),
        ("dossiers/gulf/index.html", "Dossiers"),
        ("entities/iran/index.html", "Entities"),
        ("topics/shipping/index.html", "Topics"),
        ("index.html", "Home"),
    ],
)
def test_the_navigation_marks_the_list_that_a_page_belongs_to(
    site: Built, page: str, listing: str
) -> None:
    items = site.text(page).split('<li class="md-nav__item')[1:]
    active = [item for item in items if item.startswith(" md-nav__item--active")]
    assert [re.sub(r"<[^>]*>", " ", f"<{item}").split()[0] for item in active] == [listing]


def test_lists_and_merged_entities_are_not_searched(site: Built) -> None:
    assert not site.cards.keys() & {"articles/", "entities/", "topics/", "dossiers/"}
    assert "entities/coast-guard-of-old/" not in site.cards


def test_articles_lead_to_their_neighbours_in_time(site: Built) -> None:
    page = site.text(TANKER)
    pager = page[page.index("dp-pager") :]
    assert "The guard doubles its patrols" in pager


def test_no_page_asks_for_anything_elsewhere(site: Built) -> None:
    for seen in site.pages.values():
        assert not [link for link in seen.links if link.startswith("//")]
    for path in site.folder.rglob("*.html"):
        assert 'src="http' not in path.read_text("utf-8")
