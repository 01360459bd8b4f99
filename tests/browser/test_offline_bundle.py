"""The pages of a bundle, opened from the disk in a browser without scripts."""

import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from dossierpress.bundling.making import make_bundles
from dossierpress.publication import read_publication
from dossierpress.release.making import make_release
from harness.building import copy_small
from harness.releasing import commit, content_of

ADDRESSES = "all => all.map(a => new URL(a.getAttribute('href'), document.baseURI).href)"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The pages of a bundle, unpacked."""
    folder = tmp_path_factory.mktemp("offline")
    root = copy_small(folder)
    commit(root)
    make_release(root, content_of(root), "2026.1", "2026-01-31")
    (made, *_) = make_bundles(root, read_publication(root), "2026.1", title="Small desk")
    (folder / made.name).write_bytes(made.data)
    with zipfile.ZipFile(folder / made.name) as archive:
        archive.extractall(folder)
    return folder / "gulf-2026.1/data/site"


@pytest.fixture
def quiet(browser: Browser) -> Iterator[tuple[Page, list[str]]]:
    """A page without scripts, and the addresses that it asked for."""
    context = browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 900})
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    yield page, asked
    context.close()


def test_every_link_of_every_page_leads_to_a_file_of_the_bundle(
    site: Path, quiet: tuple[Page, list[str]]
) -> None:
    page, asked = quiet
    files = sorted(site.rglob("*.html"))
    assert len(files) > 10
    for file in files:
        if 'http-equiv="refresh"' in file.read_text("utf-8"):
            continue  # it leads on at once, while its links would be read
        page.goto(file.as_uri())
        links = page.locator("a[href], link[href]").evaluate_all(ADDRESSES)
        for link in links:
            if link.startswith("file:"):
                assert Path(link.removeprefix("file://").partition("#")[0]).is_file(), (file, link)
    assert {url.partition(":")[0] for url in asked} == {"file"}


def test_a_reader_finds_the_way_from_the_first_page_to_an_entity(
    site: Path, quiet: tuple[Page, list[str]]
) -> None:
    page, _ = quiet
    page.goto((site / "index.html").as_uri())
    assert page.title() == "Ships in the Gulf, 2026.1"
    page.get_by_role("link", name="A tanker burns near Hormuz").first.click()
    page.locator(".dp-body").get_by_role("link", name="Strait of Hormuz").first.click()
    assert page.locator("h1").inner_text() == "Strait of Hormuz"
    width = page.evaluate("document.documentElement.scrollWidth")
    assert width <= 390


def test_the_page_of_a_merged_entity_leads_on_to_the_other(
    site: Path, quiet: tuple[Page, list[str]]
) -> None:
    page, _ = quiet
    page.goto((site / "entities/coast-guard-of-old.html").as_uri())
    page.wait_for_url("**/harbour-guard.html")
    assert page.locator("h1").inner_text() == "Harbour Guard"
