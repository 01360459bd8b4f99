"""A reader's journey through the repository's kind of publication, as under GitHub Pages."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import FloatRect, Page, expect

from harness.building import build, copy_small
from harness.traffic import Traffic


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory, serve: Callable[[Path], str]) -> str:
    return serve(build(copy_small(tmp_path_factory.mktemp("journey"))).folder)


def search(page: Page, words: str) -> None:
    # The theme's search listens for keys, not for changes of the field.
    page.locator("[data-md-component=search-query]").click()
    page.keyboard.type(words)


def test_from_home_by_search_to_an_article_its_entity_and_its_topic(
    address: str, page: Page, traffic: Traffic
) -> None:
    page.goto(address)
    expect(page.get_by_role("heading", level=1)).to_have_text("A small desk")

    search(page, "Hormuz")
    result = page.locator(".md-search-result__link", has_text="A tanker burns near Hormuz").first
    result.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("A tanker burns near Hormuz")

    page.locator(".dp-body a", has_text="Strait of Hormuz").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Strait of Hormuz")
    expect(page.locator(".dp-quote", has_text="burned in the Strait of Hormuz")).to_be_visible()
    expect(page.locator(".dp-quote b").first).to_be_visible()

    page.locator(".dp-aside a", has_text="Shipping").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Shipping")
    expect(page.locator(".dp-sightings")).to_contain_text(["A tanker burns near Hormuz"])

    assert traffic.left_the_site == []
    assert traffic.errors == []


def test_a_search_result_of_an_entity_is_titled_by_its_name(address: str, page: Page) -> None:
    page.goto(address)
    search(page, "north shore")
    expect(page.locator(".md-search-result__article h1").first).to_have_text("Iran · place")


def test_an_entity_is_found_by_its_other_names(address: str, page: Page) -> None:
    page.goto(address)
    search(page, "Persia")
    expect(page.locator(".md-search-result__article h1").first).to_have_text("Iran · place")


def test_the_reason_for_a_name_opens_by_keyboard(address: str, page: Page) -> None:
    page.goto(f"{address}entities/blue-heron/")
    reason = page.locator(".dp-why li").first
    expect(reason).to_be_hidden()
    page.locator(".dp-why summary").first.focus()
    page.keyboard.press("Enter")
    expect(reason).to_be_visible()
    expect(reason).to_contain_text("by its alias")


@pytest.mark.parametrize("width", [390, 1440])
@pytest.mark.parametrize(
    "path",
    [
        "",
        "dossiers/",
        "dossiers/gulf/",
        "dossiers/gulf/2019-06-14-tanker-burns/",
        "dossiers/levant/2020-01-05-ar/",
        "entities/",
        "entities/strait-of-hormuz/",
        "topics/shipping/",
        "articles/",
    ],
)
def test_no_page_is_wider_than_the_window(
    address: str, page: Page, traffic: Traffic, path: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(address + path)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert traffic.errors == []
    assert traffic.left_the_site == []


def test_facts_stand_beside_the_text_where_there_is_room(address: str, page: Page) -> None:
    page.goto(f"{address}dossiers/gulf/2019-06-14-tanker-burns/")
    for width, beside in ((1440, True), (390, False)):
        page.set_viewport_size({"width": width, "height": 800})
        text = page.locator(".dp-body").bounding_box()
        facts = page.locator(".dp-aside").bounding_box()
        assert text is not None
        assert facts is not None
        assert (facts["x"] > text["x"] + text["width"]) is beside


@pytest.mark.parametrize("path", ["entities/iran/", "dossiers/gulf/", "topics/shipping/"])
def test_lists_come_after_the_content_where_there_is_no_room_beside_it(
    address: str, page: Page, path: str
) -> None:
    page.goto(address + path)
    for width in (390, 1440):
        page.set_viewport_size({"width": width, "height": 800})
        head, facts, text, lists = (
            box(page, name) for name in (".dp-head", ".dp-about", ".dp-main", ".dp-lists")
        )
        assert text["y"] >= head["y"] + head["height"]
        assert lists["y"] >= facts["y"] + facts["height"]
        if width == 390:
            assert facts["y"] < text["y"]
            assert lists["y"] >= text["y"] + text["height"]
        else:
            assert min(facts["x"], lists["x"]) >= text["x"] + text["width"]


def test_a_row_names_its_publisher_at_its_end_or_under_its_headline(
    address: str, page: Page
) -> None:
    page.goto(f"{address}dossiers/gulf/")
    for width, below in ((1440, False), (390, True)):
        page.set_viewport_size({"width": width, "height": 800})
        row, title, source = (
            box(page, name) for name in (".dp-row", ".dp-row > a", ".dp-row > :nth-child(3)")
        )
        assert (source["y"] >= title["y"] + title["height"]) is below
        if not below:
            assert source["x"] + source["width"] == pytest.approx(row["x"] + row["width"], abs=1)


def box(page: Page, name: str) -> FloatRect:
    found = page.locator(name).first.bounding_box()
    assert found is not None
    return found


def test_a_page_reads_without_scripts(address: str, page: Page) -> None:
    context = page.context.browser.new_context(java_script_enabled=False)  # type: ignore[union-attr]
    plain = context.new_page()
    plain.goto(f"{address}entities/strait-of-hormuz/")
    expect(plain.locator(".dp-quote").first).to_be_visible()
    context.close()
