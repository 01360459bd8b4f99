"""What holds of every page of a site: links, requests, errors, weight, and that nothing moves."""

import gzip
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page

from harness.broad import KINDS, LONG, ODD, WORDS
from harness.building import Built
from harness.server import PREFIX
from harness.traffic import Traffic

COMPRESSED = {".html", ".css", ".js", ".json", ".svg", ".xml"}
MOVES = {"about/": 0.01}
"""The layout shift of pages that move: Material's script puts a box around a table."""
_SHIFTS = """() => new Promise((done) => {
  let shift = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) shift += entry.value;
  }).observe({type: "layout-shift", buffered: true});
  setTimeout(() => done(shift), 150);
})"""


def test_every_link_and_anchor_leads_somewhere(broad_site: Built) -> None:
    assert sum(len(seen.links) for seen in broad_site.pages.values()) > 3_000
    assert broad_site.broken_links() == []


@pytest.mark.parametrize("width", [390, 1440])
@pytest.mark.parametrize("path", [*KINDS.values(), *ODD])
def test_a_page_asks_no_one_else_complains_of_nothing_and_stays_where_it_is(
    broad_address: str, page: Page, traffic: Traffic, path: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(broad_address + path)
    assert page.evaluate(_SHIFTS) <= MOVES.get(path, 0)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert traffic.left_the_site == []
    assert traffic.errors == []


def test_an_article_of_600_words_is_light(
    broad_site: Built, broad_address: str, page: Page, traffic: Traffic
) -> None:
    page.goto(broad_address + LONG, wait_until="networkidle")
    assert len(page.locator(".dp-body").inner_text().split()) == WORDS
    paths = [urlsplit(url).path.removeprefix(PREFIX) for url in traffic.requests]
    assert sum(transferred(broad_site, path) for path in dict.fromkeys(paths)) < 170_000
    assert len((broad_site.folder / LONG / "index.html").read_bytes()) < 25_000


def transferred(site: Built, path: str) -> int:
    """Return how many bytes of a file GitHub Pages sends: it compresses text."""
    file = site.folder / path
    file = file / "index.html" if file.is_dir() else file
    data = file.read_bytes()
    return len(gzip.compress(data, 6)) if file.suffix in COMPRESSED else len(data)
