"""Every kind of page keeps WCAG 2.2, levels A and AA, in both schemes and at both widths."""

from typing import Literal

import pytest
from playwright.sync_api import Page, expect

from harness.axe import version, violations
from harness.broad import KINDS, ODD, kind_of
from harness.building import Built

WIDTHS = (1440, 390)
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")


def test_axe_knows_the_rules_of_wcag_2_2() -> None:
    assert version() >= (4, 9)


def test_a_page_of_every_kind_is_looked_at(broad_site: Built) -> None:
    assert {kind_of(page) for page in (*broad_site.pages, "404.html")} == set(KINDS)


@pytest.mark.parametrize("path", [*KINDS.values(), *ODD])
def test_nothing_is_in_a_readers_way(broad_address: str, page: Page, path: str) -> None:
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        page.set_viewport_size({"width": WIDTHS[0], "height": 900})
        page.goto(broad_address + path)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            assert violations(page) == [], (scheme, width)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_nor_among_the_results_on_the_page_of_the_search(
    broad_address: str, page: Page, scheme: Literal["light", "dark"]
) -> None:
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    page.goto(f"{broad_address}search/?query=Hormuz&sort=newest")
    expect(page.locator(".dp-facet").first).to_be_visible()
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        assert violations(page) == [], width


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", WIDTHS)
def test_nor_while_the_search_is_open(
    broad_address: str, page: Page, width: int, scheme: Literal["light", "dark"]
) -> None:
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{broad_address}entities/nobody/")
    page.locator("label[for=__search]").first.dispatch_event("click")
    page.locator("[data-md-component=search-query]").focus()
    page.keyboard.type("Hormuz")
    expect(page.locator(".md-search-result__item").first).to_be_visible()
    assert violations(page) == []
