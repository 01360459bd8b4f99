"""A published branch, served under a path as GitHub Pages serves it: what its readers can do."""

import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from harness.building import copy_small
from harness.remotes import Desk, git
from harness.traffic import Traffic

IRAN = "entities/iran/"
NEW = "dossiers/gulf/articles/2020-02-02-pilots-return.md"
STORY = """---
title: Pilots return to the outer anchorage
published: 2020-02-02
rights: full
---
The pilots of Iran came back to the outer anchorage.
"""


def run(desk: Desk, site_url: str, *arguments: str) -> None:
    dossier = Path(sys.executable).with_name("dossier")
    command = [dossier, "-C", desk.folder, *arguments]
    text = (desk.folder / "mkdocs.yml").read_text("utf-8")
    assert f"site_url: {site_url}\n" in text
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def release(desk: Desk, site_url: str, version: str, day: str) -> None:
    desk.commit("Work")
    run(desk, site_url, "release", version, "--date", day)
    desk.commit("Release")
    run(desk, site_url, "publish")


@pytest.fixture(scope="module")
def branch(
    tmp_path_factory: pytest.TempPathFactory, serve: Callable[[Path], str]
) -> tuple[Path, str]:
    """A branch with two versions, checked out, and where it is served."""
    folder = tmp_path_factory.mktemp("versions")
    served = folder / "pages"
    served.mkdir()
    url = serve(served)
    desk = Desk.make(folder, copy_small(folder))
    with (desk.folder / "mkdocs.yml").open("a") as file:
        file.write(f"site_url: {url}\n")
    release(desk, url, "2026.1", "2026-01-31")
    (desk.folder / NEW).write_text(STORY, "utf-8")
    release(desk, url, "2026.2", "2026-02-28")
    git(folder, "clone", "--quiet", "--branch", "gh-pages", desk.remote, folder / "clone")
    for path in (folder / "clone").iterdir():
        path.rename(served / path.name)
    return served, url


def test_the_root_leads_to_the_latest_version(branch: tuple[Path, str], page: Page) -> None:
    _, url = branch
    page.goto(url)
    page.wait_for_url(f"{url}latest/")
    expect(page.locator("h1")).to_have_text("A small desk")


def test_the_selector_moves_between_versions_and_stays_on_the_page(
    branch: tuple[Path, str], page: Page, traffic: Traffic
) -> None:
    _, url = branch
    page.goto(f"{url}latest/{IRAN}")
    selector = page.locator(".md-version")
    expect(selector.locator(".md-version__current")).to_have_text(re.compile(r"^2026\.2"))
    expect(page.locator("article")).to_contain_text("Pilots return")
    selector.hover()
    selector.get_by_role("link", name="2026.1").click()
    page.wait_for_url(f"{url}2026.1/{IRAN}")
    expect(page.locator("article")).not_to_contain_text("Pilots return")
    selector.hover()
    selector.get_by_role("link", name="2026.2").click()
    page.wait_for_url(f"{url}2026.2/{IRAN}")
    assert traffic.errors == []
    assert traffic.left_the_site == []


def test_a_page_that_the_other_version_lacks_leads_to_its_front(
    branch: tuple[Path, str], page: Page
) -> None:
    _, url = branch
    page.goto(f"{url}2026.2/dossiers/gulf/2020-02-02-pilots-return/")
    page.locator(".md-version").hover()
    page.locator(".md-version").get_by_role("link", name="2026.1").click()
    page.wait_for_url(f"{url}2026.1/")


@pytest.mark.parametrize(
    ("version", "is_old"), [("2026.1", True), ("2026.2", False), ("latest", False)]
)
def test_only_an_old_version_says_that_it_is_old(
    branch: tuple[Path, str], page: Page, version: str, is_old: bool
) -> None:
    _, url = branch
    page.goto(f"{url}{version}/{IRAN}")
    expect(page.locator(".md-version__current")).to_be_visible()
    notice = page.get_by_text("This is an older version of the page.")
    expect(notice).to_be_visible(visible=is_old)
    if is_old:
        page.get_by_role("link", name="Go to the latest one").click()
        page.wait_for_url(f"{url}latest/{IRAN}")


def test_every_version_names_the_latest_as_canonical(branch: tuple[Path, str]) -> None:
    folder, url = branch
    for version in ("2026.1", "2026.2", "latest"):
        html = (folder / version / IRAN / "index.html").read_text("utf-8")
        assert re.findall(r'rel="canonical" href="([^"]*)"', html) == [f"{url}latest/{IRAN}"]


@pytest.mark.parametrize("version", ["2026.1", "2026.2", "latest"])
def test_search_works_in_each_version(
    branch: tuple[Path, str], page: Page, traffic: Traffic, version: str
) -> None:
    _, url = branch
    page.set_viewport_size({"width": 1440, "height": 1000})
    page.goto(f"{url}{version}/")
    page.get_by_role("textbox", name="Search").click()
    page.keyboard.type("anchorage")
    found = page.locator(".md-search-result__link", has_text="Pilots return")
    if version == "2026.1":
        expect(page.locator(".md-search-result__meta")).to_contain_text(re.compile("No matching|0"))
        expect(found).to_have_count(0)
    else:
        found.first.click()
        page.wait_for_url(re.compile(re.escape(f"{url}{version}/dossiers/gulf/2020-02-02")))
    assert traffic.errors == []


def test_latest_is_the_newest_version_in_real_files(branch: tuple[Path, str]) -> None:
    folder, _ = branch
    trees = []
    for version in ("latest", "2026.2"):
        files = sorted(path for path in (folder / version).rglob("*") if not path.is_dir())
        assert not any(path.is_symlink() for path in files)
        trees.append([(path.relative_to(folder / version), path.read_bytes()) for path in files])
    assert trees[0] == trees[1]
    endings = {path.suffix for path, _ in trees[0]}
    assert {".html", ".json", ".xml"} <= endings
    assert any(b"<feed" in data for path, data in trees[0] if path.suffix == ".xml")


def test_the_root_sitemap_leads_to_every_page_of_the_latest_version(
    branch: tuple[Path, str],
) -> None:
    folder, url = branch
    index = ET.parse(folder / "sitemap.xml").getroot()  # noqa: S314  # our own
    assert [element.text for element in index.iter() if element.tag.endswith("loc")] == [
        f"{url}latest/sitemap.xml"
    ]
    pages = ET.parse(folder / "latest" / "sitemap.xml").getroot()  # noqa: S314
    found = {element.text for element in pages.iter() if element.tag.endswith("loc")}
    assert {f"{url}latest/", f"{url}latest/{IRAN}"} <= found


def test_a_missing_page_is_answered_in_the_frame_of_the_latest_version(
    branch: tuple[Path, str],
) -> None:
    folder, _ = branch
    assert (folder / "404.html").read_bytes() == (folder / "latest" / "404.html").read_bytes()
    assert 'href="/repo/latest/' in (folder / "404.html").read_text("utf-8")
