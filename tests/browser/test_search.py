"""Searching a site in its box and on its page, as a reader does."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

from harness.building import build, copy_small
from harness.traffic import Traffic

REGISTRY = """
kataib-hezbollah:
  name: Kata'ib Hezbollah
  kind: organization
  aliases:
    - {text: KH, case: acronym}
    - {text: كتائب حزب الله, language: ar}
"""
ARTICLE = """---
title: Rockets hit a base
publisher: Evening Post
published: 2019-12-27
rights: full
language: en
---
Someone shot at a base near Kirkuk.

Later that week a spokesman said that Kata'ib Hezbollah had moved the launchers.
"""
HOSTILE = (
    "*" * 3,
    '"',
    '"unbalanced',
    "+",
    "~~",
    "a" * 10_000,
    "<img src=x onerror=pwned=1>",
    "x:y",
)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = copy_small(tmp_path_factory.mktemp("search"))
    with (folder / "dossiers/entities/all.yml").open("a", encoding="utf-8") as registry:
        registry.write(REGISTRY)
    (folder / "dossiers/gulf/articles/2019-12-27-rockets.md").write_text(ARTICLE, "utf-8")
    return build(folder).folder


@pytest.fixture(scope="module")
def address(site: Path, serve: Callable[[Path], str]) -> str:
    return serve(site)


def ask(page: Page, address: str, query: str) -> None:
    page.goto(f"{address}search/")
    page.locator("#dp-search-query").fill(query)
    page.keyboard.press("Enter")
    expect(page.locator(".dp-search-status")).to_have_text(re.compile("Results|Nothing"))


def test_nothing_of_the_search_is_loaded_before_it_is_touched(
    address: str, page: Page, traffic: Traffic
) -> None:
    page.goto(address)
    page.wait_for_load_state("networkidle")
    loaded = [url.partition("/search/")[2] for url in traffic.requests if "/search/" in url]
    assert loaded == ["start.js"]
    with page.expect_request("**/search/worker.js"):
        page.locator("[data-md-component=search-query]").focus()


def test_an_address_with_a_question_is_answered_however_late_the_theme_is(
    address: str, page: Page
) -> None:
    script = re.compile(r"/bundle\.[^/]*\.js$")
    page.route(script, lambda route: (page.wait_for_timeout(500), route.continue_()))
    page.goto(f"{address}?q=Hormuz")
    expect(page.locator(".md-search-result__meta")).to_have_text(re.compile("Results"))


@pytest.mark.parametrize("name", ["KH", "كتائب حزب الله", "Kataeb Hizbullah"])
def test_a_name_is_found_in_every_spelling(address: str, page: Page, name: str) -> None:
    ask(page, address, name)
    expect(page.locator(".dp-found a").first).to_have_text("Kata'ib Hezbollah")
    result = page.locator(".dp-result", has_text="Rockets hit a base")
    expect(result).to_contain_text("matched as Kata'ib Hezbollah")


def test_a_name_as_it_is_registered_needs_no_word_on_how_it_matched(
    address: str, page: Page
) -> None:
    ask(page, address, "kata’ib hezbollah")
    result = page.locator(".dp-result", has_text="Rockets hit a base")
    expect(result).to_be_visible()
    expect(result).not_to_contain_text("matched as")


def test_a_result_shows_the_sentence_that_answers(address: str, page: Page) -> None:
    ask(page, address, "spokesman launchers")
    text = page.locator(".dp-result__text").first
    expect(text).to_contain_text("Later that week a spokesman said")
    expect(text.locator("mark")).to_have_text(["spokesman", "launchers"])


def test_a_phrase_is_found_only_as_it_stands(address: str, page: Page) -> None:
    ask(page, address, '"had moved the launchers"')
    expect(page.locator(".dp-result")).to_have_count(1)
    ask(page, address, '"launchers moved"')
    expect(page.locator(".dp-search-status")).to_have_text("Nothing found")


def test_results_are_narrowed_and_the_address_says_how(address: str, page: Page) -> None:
    ask(page, address, "base hormuz guard iran")
    everything = page.locator(".dp-search-status").inner_text()
    page.locator("[data-facet=publisher] label", has_text="Evening Post").click()
    expect(page.locator(".dp-search-status")).to_have_text("Results: 1")
    assert "publisher=Evening+Post" in page.url
    page.reload()
    expect(page.locator(".dp-search-status")).to_have_text("Results: 1")
    page.get_by_role("button", name="Remove Evening Post").click()
    expect(page.locator(".dp-search-status")).to_have_text(everything)
    page.go_back()
    expect(page.locator(".dp-search-status")).to_have_text("Results: 1")


def test_results_are_sorted_and_dated(address: str, page: Page) -> None:
    ask(page, address, "base hormuz guard iran")
    page.get_by_label("Sort by").select_option("newest")
    dates = page.locator(".dp-result__about bdi:first-child")
    expect(dates.first).to_have_text("5 Jan 2020")
    page.locator(".dp-over-time button").first.click()
    expect(page.locator(".dp-chosen")).to_contain_text("2019")
    assert "from=2019" in page.url


def test_the_list_is_downloaded_as_a_table(address: str, page: Page) -> None:
    ask(page, address, "rockets base")
    with page.expect_download() as download:
        page.get_by_role("button", name="Download the list").click()
    head, first, *_ = Path(download.value.path()).read_text("utf-8-sig").splitlines()
    assert head == '"title","date","publisher","topics","matched_as","address"'
    assert first.startswith('"Rockets hit a base","27 Dec 2019","Evening Post"')


def test_no_query_is_an_error_or_becomes_markup(address: str, page: Page, traffic: Traffic) -> None:
    page.goto(f"{address}search/")
    for query in HOSTILE:
        page.locator("#dp-search-query").fill(query)
        page.keyboard.press("Enter")
        expect(page.locator(".dp-search-status")).to_have_text(re.compile("Results|Nothing"))
        assert page.evaluate("window.pwned") is None
    assert traffic.errors == []
    assert traffic.left_the_site == []


def test_a_shard_that_does_not_load_is_tried_again_and_said(address: str, page: Page) -> None:
    failing = {"now": True}

    def answer(route: Route) -> None:
        route.abort() if failing["now"] else route.continue_()

    page.context.route("**/search/terms/*", answer)
    page.goto(f"{address}search/?query=rockets")
    expect(page.locator(".dp-search-status")).to_contain_text("could not be loaded")
    failing["now"] = False
    page.get_by_role("button", name="Try again").click()
    expect(page.locator(".dp-search-status")).to_have_text("Results: 1")


def test_searches_are_kept_only_if_asked(address: str, page: Page) -> None:
    ask(page, address, "rockets")
    assert page.evaluate("localStorage.getItem('dossierpress-searches')") is None
    page.get_by_label("Keep my searches").check()
    ask(page, address, "launchers")
    page.goto(f"{address}search/")
    expect(page.locator(".dp-recent a")).to_have_text(["launchers"])
    page.get_by_label("Keep my searches").uncheck()
    assert page.evaluate("localStorage.getItem('dossierpress-searches')") is None


def test_the_box_leads_to_the_page_and_shows_names_first(
    address: str, page: Page, traffic: Traffic
) -> None:
    page.goto(address)
    page.locator("[data-md-component=search-query]").click()
    page.keyboard.type("KH rockets")
    first = page.locator(".md-search-result__article h1").first
    expect(first).to_have_text("Kata'ib Hezbollah · organization")
    expect(page.locator(".md-search-result__meta")).to_have_text("Results: 1")
    expect(page.locator(".md-search-result__item mark").first).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    page.locator(".md-search-result__link", has_text="All results: 1").click()
    page.wait_for_url("**/search/?query=KH%20rockets")
    expect(page.locator(".dp-search-status")).to_have_text("Results: 1")
    assert traffic.errors == []


def test_the_form_leads_to_the_page_without_scripts_which_says_what_it_needs(
    address: str, page: Page
) -> None:
    context = page.context.browser.new_context(java_script_enabled=False)  # type: ignore[union-attr]
    plain = context.new_page()
    plain.goto(address)
    form = plain.locator("form.md-search__form")
    assert form.get_attribute("action") == "search/"
    plain.goto(f"{address}search/?query=rockets")
    expect(plain.locator(".dp-main")).to_contain_text("needs scripts")
    context.close()


def test_a_page_from_a_folder_says_why_it_cannot_search(site: Path, page: Page) -> None:
    context = page.context.browser.new_context()  # type: ignore[union-attr]
    local = context.new_page()
    local.goto((site / "search" / "index.html").as_uri())
    expect(local.locator(".dp-note[role=status]")).to_contain_text("opened from a folder")
    local.locator("[data-md-component=search-query]").click()
    expect(local.locator(".md-search-result__meta")).to_contain_text("opened from a folder")
    context.close()


@pytest.mark.parametrize("width", [390, 1440])
def test_the_page_fits_the_window(address: str, page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    ask(page, address, "base hormuz guard iran")
    expect(page.locator(".dp-facet").first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
