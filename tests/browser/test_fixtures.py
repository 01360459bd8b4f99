"""The browser's fixtures themselves: what they catch, the other browser tests rely on."""

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page

from harness.traffic import Traffic


def test_a_quiet_page_has_no_errors_and_stays(
    tmp_path: Path,
    page: Page,
    serve: Callable[[Path], str],
    traffic: Traffic,
) -> None:
    (tmp_path / "index.html").write_text("<!doctype html><link rel=icon href=data:,><h1>Here</h1>")
    page.goto(serve(tmp_path))
    assert page.locator("h1").inner_text() == "Here"
    assert traffic.errors == []
    assert traffic.left_the_site == []


def test_errors_and_requests_that_leave_the_site_are_caught(
    tmp_path: Path,
    page: Page,
    serve: Callable[[Path], str],
    traffic: Traffic,
) -> None:
    (tmp_path / "index.html").write_text(
        "<!doctype html><link rel=icon href=data:,>"
        "<img src=https://example.com/a.png><img src=/root.png>"
        "<script>console.error('loud'); throw new Error('broken')</script>"
    )
    page.goto(serve(tmp_path), wait_until="load")
    assert [url.rsplit("/", 1)[1] for url in traffic.left_the_site] == ["a.png", "root.png"]
    assert any("loud" in error for error in traffic.errors)
    assert any("broken" in error for error in traffic.errors)
