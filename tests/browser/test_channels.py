"""A payload in every channel, in a real browser: nothing acts, with the policy and without it."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from playwright.sync_api import Page, expect

from dossierpress.publishing.versions import Version, write
from harness.building import Built, build
from harness.channels import CHANNELS, HEARD, hostile_channels, payload
from harness.traffic import Traffic

EXTENSIONS = [
    "abbr", "admonition", "attr_list", "def_list", "footnotes", "md_in_html", "tables", "toc",
    "pymdownx.highlight", "pymdownx.superfences",
]  # fmt: skip
PALETTE = [
    {"scheme": scheme, "toggle": {"icon": "material/weather-night", "name": name}}
    for scheme, name in (("default", "Dark colours"), ("slate", "Light colours"))
]
ALLOWED = "<h1>By hand</h1>\n\n<script>ran(/by-hand/)</script>\n"


@pytest.fixture(scope="module", params=[True, False], ids=["policy", "no-policy"])
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Built:
    folder = hostile_channels(tmp_path_factory.mktemp("channels"))
    (folder / "docs" / "by-hand.md").write_text(ALLOWED)
    built = build(
        folder,
        markdown_extensions=EXTENSIONS,
        plugins=["search", {"dossier": {"content_security_policy": request.param}}],
        extra={"version": {"provider": "mike"}},
        theme={"name": "material", "font": False, "palette": PALETTE},
    )
    versions = [Version("1.0", title=payload("version-title")), Version("0.9")]
    (built.folder / "versions.json").write_text(write(versions))
    return built


@pytest.fixture(scope="module")
def root(site: Built, serve: Callable[[Path], str]) -> str:
    return serve(site.folder)


@pytest.fixture
def heard(site: Built, page: Page) -> Callable[[], object]:
    page.add_init_script(HEARD)
    # The list of versions lies one folder above a version of the site.
    page.route("**/versions.json", lambda route: route.fulfill(path=site.folder / "versions.json"))
    return lambda: page.evaluate("window.hits")


def has_policy(site: Built) -> bool:
    return "Content-Security-Policy" in site.text("index.html")


def test_no_channel_acts_on_any_page(
    site: Built, root: str, page: Page, traffic: Traffic, heard: Callable[[], object]
) -> None:
    assert len(CHANNELS) > 50
    for path in site.pages:
        if path == "by-hand/index.html" or 'http-equiv="refresh"' in site.text(path):
            continue
        page.goto(root + path)
        page.locator("details").evaluate_all("all => all.forEach(one => one.open = true)")
        page.locator("a[href]:not([href^=http])").evaluate_all(
            "all => all.forEach(a => /^\\s*(java|data|vb)/i.test(a.protocol) && a.click())"
        )
        page.locator(".md-content *").evaluate_all(
            "all => all.forEach(one => one.dispatchEvent(new Event('mouseover')))"
        )
        assert heard() is None, path
    assert traffic.left_the_site == []
    # A picture of the site's own may be missing; it is no more than missing.
    assert [error for error in traffic.errors if "status of 404" not in error] == []


def test_what_the_policy_stops_is_what_came_with_a_text(
    site: Built, root: str, page: Page, heard: Callable[[], object]
) -> None:
    """A script that all other layers let through, as that of a page written by hand."""
    page.goto(f"{root}by-hand/")
    expect(page.locator("h1")).to_have_text("By hand")
    assert heard() == (None if has_policy(site) else ["/by-hand/"])


def test_neither_a_query_nor_a_version_acts(
    root: str, page: Page, traffic: Traffic, heard: Callable[[], object]
) -> None:
    for place in ("", "search/"):
        page.goto(f"{root}{place}?q={payload('query')}&h={payload('query')}#{payload('query')}")
        field = page.locator("input[name=query], input[type=search]").first
        if field.is_visible():
            field.click()
            page.keyboard.type("Zed <img src=x onerror=ran(/typed/)>")
            page.wait_for_timeout(300)
        assert heard() is None
    assert traffic.left_the_site == []


def test_the_palette_and_the_list_of_versions_work_under_the_policy(
    site: Built, root: str, page: Page, heard: Callable[[], object]
) -> None:
    refused: list[str] = []
    page.on("console", lambda m: refused.append(m.text) if "Security Policy" in m.text else None)
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto(f"{root}entities/iran/")
    expect(page.locator(".md-version__current")).to_have_text(payload("version-title"))
    page.locator("label[title='Dark colours']").click()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    page.reload()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    page.locator(".md-version").hover()
    expect(page.locator(".md-version__link").last).to_have_text("0.9")
    assert heard() is None
    assert refused == []


def test_no_file_beside_the_pages_is_live(site: Built) -> None:
    """A feed or a drawing is text to a browser only as long as its markup is its own."""
    for path in sorted(site.folder.rglob("*")):
        if path.suffix in (".xml", ".atom", ".svg", ".rss") and "assets" not in path.parts:
            text = path.read_text("utf-8")
            assert "<script" not in text.lower(), path
            assert "onerror=ran" not in text.replace("&lt;img src=x onerror=ran", ""), path
        if path.suffix in (".json", ".jsonld", ".geojson"):
            text = path.read_text("utf-8")
            # FollowTheMoney's files hold an object a line.
            for data in text.splitlines() if ".ftm." in path.name else [text]:
                json.loads(data)
        if path.suffix == ".csv":
            cells = [line.lstrip('"') for line in path.read_text("utf-8").splitlines()]
            assert not [cell for cell in cells if cell[:1] in "=+@\t\r" and cell], path


@pytest.mark.parametrize("form", ["--json", "--sarif"])
def test_problems_as_data_stay_data_even_where_they_are_served_as_a_page(
    form: str,
    page: Page,
    traffic: Traffic,
    dossier: Callable[..., Result],
    serve: Callable[[Path], str],
    tmp_path: Path,
) -> None:
    told = dossier("-C", hostile_channels(tmp_path / "content"), "check", form).stdout
    (tmp_path / "served").mkdir()
    for name in ("problems.json", "problems.txt", "problems.html"):
        (tmp_path / "served" / name).write_text(told, "utf-8")
    page.add_init_script(HEARD)
    address = serve(tmp_path / "served")
    for name in ("problems.json", "problems.txt", "problems.html"):
        page.goto(address + name)
        assert page.evaluate("window.hits") is None
        assert "DP102" in page.inner_text("body")
    assert page.locator("body *").count() == 0  # of the page: no element but text
    assert [*map(json.loads, told.splitlines())]
    assert traffic.left_the_site == []


def test_data_in_a_page_cannot_end_its_script(site: Built) -> None:
    for path in site.pages:
        html = site.text(path)
        for data in html.split('<script type="application/ld+json">')[1:]:
            json.loads(data.partition("</script>")[0])
