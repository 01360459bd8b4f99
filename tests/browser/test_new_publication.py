"""A publication that was just laid down, as its first reader meets it."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, expect

from harness.traffic import Traffic


def test_a_reader_goes_from_the_home_page_by_search_to_an_entity(
    publication: Path, page: Page, serve: Callable[[Path], str], traffic: Traffic
) -> None:
    config = publication / "mkdocs.yml"
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--config-file", str(config)]
    subprocess.run(command, check=True, capture_output=True)
    page.set_viewport_size({"width": 1440, "height": 1000})
    page.goto(serve(publication / "site"))
    expect(page.locator("h1")).to_have_text("Gulf desk")
    expect(page.get_by_role("link", name="Gulf security").first).to_be_visible()
    page.get_by_role("textbox", name="Search").click()
    page.keyboard.type("Hormuz")  # Material's search listens to keys
    page.locator(".md-search-result__link", has_text="Two tankers hit").first.click()
    expect(page.locator("h1")).to_contain_text("Two tankers hit in the Gulf of Oman")
    page.locator("article").get_by_role("link", name="Strait of Hormuz").first.click()
    expect(page.locator("h1")).to_contain_text("Strait of Hormuz")
    expect(page.locator("article")).to_contain_text("a few hours after both had left")
    assert traffic.errors == []
    assert traffic.left_the_site == []
