"""Payloads in every text, in a real browser: nothing acts, on a page or in search."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from harness.building import Built, build
from harness.hostile import hostile
from harness.traffic import Traffic


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Built:
    folder = hostile(tmp_path_factory.mktemp("hostile"))
    return build(folder, markdown_extensions=["attr_list", "toc", "md_in_html"])


@pytest.fixture(scope="module")
def address(site: Built, serve: Callable[[Path], str]) -> str:
    return serve(site.folder)


def test_nothing_acts_on_any_page(site: Built, address: str, page: Page, traffic: Traffic) -> None:
    assert len(site.pages) > 15
    for path in site.pages:
        page.goto(address + path)
        if 'http-equiv="refresh"' in (site.folder / path).read_text("utf-8"):
            page.wait_for_url(lambda url, left=address + path: url != left)
        page.locator("details").evaluate_all("all => all.forEach(one => one.open = true)")
        assert page.evaluate("window.pwned") is None, path
    assert traffic.left_the_site == []
    assert traffic.errors == []


def test_nothing_acts_in_search(address: str, page: Page, traffic: Traffic) -> None:
    page.goto(address)
    field = page.locator("[data-md-component=search-query]")
    for words, title in (("Sneaky", "Sneaky"), ("Topic", "Topic"), ("Zorbeck", "Headline")):
        field.fill("")
        field.press_sequentially(words)
        found = page.locator(".md-search-result__article h1", has_text=title).first
        expect(found).to_contain_text("<script>window.pwned=1</script>")
    assert page.evaluate("window.pwned") is None
    assert traffic.left_the_site == []
    assert traffic.errors == []


def test_the_headline_shows_its_payload_as_text(address: str, page: Page) -> None:
    page.goto(f"{address}dossiers/gulf/2020-02-02-hostile/")
    headline = "Headline <script>window.pwned=1</script> Zorbeck {{ 7 * 7 }}"
    expect(page.get_by_role("heading", level=1)).to_have_text(headline)
    expect(page).to_have_title(f"{headline} - Small desk")
