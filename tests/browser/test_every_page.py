"""Every kind of page, in both schemes and at both widths: nothing is in a reader's way.

It keeps WCAG 2.2, levels A and AA, asks no other host for anything, complains of nothing on the
console, is no wider than its window, and stays where it is while it loads.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Page, expect

from harness.axe import version, violations
from harness.broad import KINDS, ODD, kind_of
from harness.building import Built, build, copy_small
from harness.traffic import Traffic

Scheme = Literal["light", "dark"]
VISITS: tuple[tuple[Scheme, int, int], ...] = (("light", 1440, 390), ("dark", 390, 1440))
"""The scheme, the width at which a page is loaded, and the one it is looked at afterwards."""
MOVES = {"about/": 0.01}
"""The layout shift of pages that move: scripts box a table."""
_SHIFTS = """() => new Promise((done) => {
  let shift = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) shift += entry.value;
  }).observe({type: "layout-shift", buffered: true});
  setTimeout(() => done(shift), 150);
})"""

_SETTLED = """() => new Promise((done) => {
  setTimeout(() => requestAnimationFrame(() => requestAnimationFrame(() => done())), 300);
})"""
"""Waits while the theme's script fits its side bars to another width of the window."""


def look(page: Page, address: str, path: str) -> None:
    """Load a page in both schemes, and look at it at both widths."""
    for scheme, *widths in VISITS:
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        for width in widths:
            page.set_viewport_size({"width": width, "height": 900})
            if width == widths[0]:
                page.goto(address + path)
                assert page.evaluate(_SHIFTS) <= MOVES.get(path, 0)
            else:
                page.evaluate(_SETTLED)
            assert page.evaluate("document.documentElement.scrollWidth") <= width
            assert violations(page) == [], (scheme, width)


def test_axe_knows_the_rules_of_wcag_2_2() -> None:
    assert version() >= (4, 9)


def test_a_page_of_every_kind_is_looked_at(broad_site: Built) -> None:
    assert {kind_of(page) for page in (*broad_site.pages, "404.html")} == set(KINDS)


@pytest.mark.parametrize("path", [*KINDS.values(), *ODD])
def test_nothing_is_in_a_readers_way(
    broad_address: str, page: Page, traffic: Traffic, path: str
) -> None:
    look(page, broad_address, path)
    assert traffic.left_the_site == []
    assert traffic.errors == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nor_among_the_results_on_the_page_of_the_search(
    broad_address: str, page: Page, scheme: Scheme
) -> None:
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    page.goto(f"{broad_address}search/?query=Hormuz&sort=newest")
    expect(page.locator(".dp-facet").first).to_be_visible()
    for width in (1440, 390):
        page.set_viewport_size({"width": width, "height": 900})
        assert violations(page) == [], width


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1440])
def test_nor_while_the_search_is_open(
    broad_address: str, page: Page, width: int, scheme: Scheme
) -> None:
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{broad_address}entities/nobody/")
    page.locator("label[for=__search]").first.dispatch_event("click")
    page.locator("[data-md-component=search-query]").focus()
    page.keyboard.type("Hormuz")
    expect(page.locator(".md-search-result__item").first).to_be_visible()
    assert violations(page) == []


@pytest.fixture(scope="module")
def arabic_address(tmp_path_factory: pytest.TempPathFactory, serve: Callable[[Path], str]) -> str:
    """Where the small publication is served with an Arabic interface."""
    publication = copy_small(tmp_path_factory.mktemp("arabic"))
    config = publication / "mkdocs.yml"
    config.write_text(config.read_text().replace("  font: false", "  font: false\n  language: ar"))
    return serve(build(publication).folder)


@pytest.mark.parametrize(
    "path", ["dossiers/levant/2020-01-05-ar/", "entities/iran/", "timeline/", "topics/shipping/"]
)
def test_nor_in_an_interface_that_runs_from_right_to_left(
    arabic_address: str, page: Page, traffic: Traffic, path: str
) -> None:
    look(page, arabic_address, path)
    assert page.locator("html").get_attribute("lang") == "ar"
    assert traffic.errors == []
