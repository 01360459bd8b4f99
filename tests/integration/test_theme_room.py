"""Our templates stand between a publication's own and Material's, and none of them is passed by."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from mkdocs.utils import get_theme_dir

from dossierpress.mkdocs_plugin.mended import MENDS
from harness.building import Built, build, copy_small

REDIRECTED = "entities/coast-guard-of-old/index.html"
MAIN = '{% extends "base.html" %}{% block extrahead %}<meta name="own">{% endblock %}'


@pytest.fixture
def publication(tmp_path: Path) -> Path:
    return copy_small(tmp_path)


def own_theme(publication: Path, files: dict[str, str]) -> None:
    """Give the publication template files of its own."""
    for name, text in files.items():
        path = publication / "own" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    config = publication / "mkdocs.yml"
    config.write_text(config.read_text().replace("theme:", "theme:\n  custom_dir: own"))


@pytest.mark.parametrize("host", ["mkdocs", "properdocs"])
def test_a_publications_own_main_template_keeps_our_head(publication: Path, host: str) -> None:
    own_theme(publication, {"main.html": MAIN})
    command = [sys.executable, "-m", host, "build", "-q", "-f", "mkdocs.yml"]
    quiet = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}
    subprocess.run(command, cwd=publication, env={**os.environ, **quiet}, check=True)
    head = Built(publication / "site").text(REDIRECTED).partition("</head>")[0]
    assert '<meta name="own">' in head
    assert 'content="0; url=../../entities/harbour-guard/"' in head


def test_a_part_of_ours_is_replaced_by_a_file_of_its_name(publication: Path) -> None:
    own_theme(publication, {"partials/dossier/notice.html": "<p>Read the terms.</p>"})
    site = build(publication)
    for path in ("index.html", "entities/iran/index.html", "404.html"):
        assert "<p>Read the terms.</p>" in site.text(path), path


def test_another_theme_stays_as_it_is(publication: Path) -> None:
    config = publication / "mkdocs.yml"
    config.write_text(config.read_text().replace("name: material", "name: mkdocs"))
    assert "<h1" in build(publication).text("entities/iran/index.html")


def test_only_a_preview_says_what_is_wrong_with_a_page(publication: Path) -> None:
    article = publication / "dossiers/gulf/articles/2019-06-14-tanker-burns.md"
    article.write_text(article.read_text().replace("dateline:", "colour: <b>red</b>\ndateline:"))
    registry = publication / "dossiers/entities/all.yml"
    registry.write_text(registry.read_text() + "other:\n  name: Hormuz\n  kind: facility\n")
    shown = {
        path: page
        for path, page in build(publication, command="serve").all_texts()
        if "dp-preview" in page
    }
    assert set(shown) == {
        "dossiers/gulf/index.html",
        "entities/other/index.html",
    }
    assert "2019-06-14-tanker-burns.md:6</code> DP" in shown["dossiers/gulf/index.html"]
    assert "<b>red</b>" not in shown["dossiers/gulf/index.html"]
    assert not any("dp-preview" in page for _, page in build(publication).all_texts())


def test_what_material_says_wrongly_is_mended() -> None:
    theme = Path(get_theme_dir("material"))
    for template, mends in MENDS.items():
        for faulty, _ in mends:
            assert faulty in (theme / template).read_text("utf-8"), f"no longer in {template}"
