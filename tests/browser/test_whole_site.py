"""What holds of a whole site: its links, and the weight of an article."""

import gzip
from urllib.parse import urlsplit

from playwright.sync_api import Page

from harness.broad import LONG, WORDS
from harness.building import Built
from harness.server import COMPRESSED, PREFIX
from harness.traffic import Traffic


def test_every_link_and_anchor_leads_somewhere(broad_site: Built) -> None:
    assert sum(len(seen.links) for seen in broad_site.pages.values()) > 3_000
    assert broad_site.broken_links() == []


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
