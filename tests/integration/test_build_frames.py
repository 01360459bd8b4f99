"""The theme's frame is rendered once for each place; no page shows the difference."""

import re
from pathlib import Path

import pytest

from dossierpress.mkdocs_plugin.drawings import drawn_once
from dossierpress.site.squeeze import squeeze
from harness.building import Built, build, copy_small

PALETTE = """\
theme:
  palette:
    - {scheme: default, toggle: {icon: material/weather-night, name: Dark}}
    - {scheme: slate, toggle: {icon: material/weather-sunny, name: Light}}
"""
"""Whose choice is restored in the page's head, as a publication's own theme files may ask too."""
MAIN = '{% extends "base.html" %}{% block extrahead %}<meta name="where" content="{{ page.url }}">'


@pytest.fixture
def publication(tmp_path: Path) -> Path:
    return copy_small(tmp_path)


def written(site: Built) -> dict[str, str]:
    return {path: site.text(path) for path in site.pages}


@pytest.mark.parametrize("site_url", ["", "https://desk.test/dossiers/"])
def test_every_page_is_what_the_theme_gives(publication: Path, site_url: str) -> None:
    config = publication / "mkdocs.yml"
    config.write_text(config.read_text().replace("theme:", PALETTE))
    framed = written(build(publication, site_url=site_url))
    (publication / "theme").mkdir()  # a publication with theme files gets the theme in full
    config.write_text(config.read_text().replace("theme:", "theme:\n  custom_dir: theme"))
    full = written(build(publication, site_url=site_url))
    framed, full = (
        {path: squeeze("".join(drawn_once([page]))) for path, page in pages.items()}
        for pages in (framed, full)
    )
    assert len(framed) > 15
    assert framed == full


def test_a_template_that_looks_at_more_of_a_page_is_asked_for_each(publication: Path) -> None:
    (publication / "more").mkdir()
    (publication / "more/main.html").write_text(MAIN + "{% endblock %}")
    (publication / "hook.py").write_text(
        f"def on_config(config):\n    config.theme.dirs.insert(0, {str(publication / 'more')!r})\n"
    )
    config = publication / "mkdocs.yml"
    config.write_text(config.read_text() + "hooks: [hook.py]\n")
    pages = written(build(publication))
    for path in (path for path in pages if path.startswith("entities/")):
        assert f'content="{path.removesuffix("index.html")}"' in pages[path]


def test_an_icon_that_stands_twice_is_drawn_once(publication: Path) -> None:
    page = build(publication).text("entities/iran/index.html")
    shown = re.findall(r'<use href="#([\w-]+)"/>', page)
    assert len(shown) >= 2  # the logo, and the sign of the search
    for name in shown:
        assert page.index(f'<path id="{name}" d="') < page.index(f'<use href="#{name}"/>')


def test_what_every_page_would_hold_stands_in_a_file(publication: Path) -> None:
    built = build(publication)
    page = built.text("entities/iran/index.html")
    assert "md-search__output" not in page
    assert not re.search(r"<script>|'sha256-", page)
    start = built.text("search/start.js")
    assert "__md_get=" in start
    assert "md-search__output" in start
    assert "{%" not in start
