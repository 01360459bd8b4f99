"""`dossier build`: the new site is looked through beside the old one, and swapped when right."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from dossierpress.building.workshop import LOCK
from dossierpress.files import locked
from harness.building import copy_small

Dossier = Callable[..., Result]
KEPT = "The heron paragraph about Iran must stay unseen too."


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """The small publication, with an old site."""
    folder = copy_small(tmp_path)
    (folder / "site").mkdir()
    (folder / "site" / "index.html").write_text("the old site")
    return folder


def home(desk: Path, text: str) -> None:
    (desk / "docs" / "index.md").write_text(text, "utf-8")


def stands(desk: Path) -> bool:
    """Say whether the old site stands untouched, and nothing else was left."""
    left = list(desk.glob(".site-*"))
    return (desk / "site" / "index.html").read_text() == "the old site" and not left


def test_a_right_site_replaces_the_old_one(dossier: Dossier, desk: Path) -> None:
    result = dossier("-C", desk, "build", "--strict")
    assert (result.exit_code, result.stdout) == (0, f"{(desk / 'site').resolve()}\n")
    assert "4 articles, " in result.stderr.splitlines()[-1]
    assert "no problems" in result.stderr.splitlines()[-1]
    assert "Small desk" in (desk / "site" / "index.html").read_text("utf-8")
    assert not list(desk.glob(".site-*"))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            '<a href="gone/">gone</a>',
            "site/index.html:LINE: DP750 the link 'gone/' leads to no file",
        ),
        ('<a href="entities/#gone">x</a>', "DP751 the link 'entities/#gone' leads to a place"),
        (KEPT, "DP752 it holds a sentence of gulf/2019-07-excerpt that its rights keep back"),
        ('<img src="https://cdn.test/a.png">', "DP753 a reader's browser would ask another host"),
    ],
)
def test_a_fault_of_the_site_keeps_it_out(
    dossier: Dossier, desk: Path, text: str, message: str
) -> None:
    # As a template would bring it in, of which the host says nothing.
    theme = desk / "theme"
    theme.mkdir()
    (theme / "main.html").write_text(
        f'{{% extends "base.html" %}}{{% block footer %}}{text}{{% endblock %}}'
    )
    config = (desk / "mkdocs.yml").read_text("utf-8")
    (desk / "mkdocs.yml").write_text(
        config.replace("font: false", "font: false\n  custom_dir: theme")
    )
    result = dossier("-C", desk, "build")
    assert (result.exit_code, result.stdout) == (1, "")
    shown = [line for line in result.stderr.splitlines() if line.startswith("site/index.html")]
    assert message.replace("site/index.html:LINE: ", "") in "\n".join(shown)
    assert "the site was not replaced" in result.stderr
    assert stands(desk)


@pytest.mark.parametrize("place", ["docs/index.md", "dossiers/gulf/index.md"])
def test_a_page_by_hand_may_not_quote_what_rights_keep_back(
    dossier: Dossier, desk: Path, place: str
) -> None:
    (desk / place).write_text(f"# A page\n\nThe Coast Daily wrote: *{KEPT}*\n", "utf-8")
    result = dossier("-C", desk, "build")
    assert result.exit_code == 1
    assert "DP752 it holds a sentence of gulf/2019-07-excerpt" in result.stderr
    assert stands(desk)


def test_a_file_that_did_not_change_is_held_against_rights_that_did(
    dossier: Dossier, desk: Path
) -> None:
    words = "The heron lay two miles off the northern buoy until the evening."
    story = desk / "dossiers/gulf/articles/2020-03-03-heron.md"
    story.write_text(f"---\ntitle: Heron waits\nrights: full\n---\n{words}\n", "utf-8")
    (desk / "docs" / "note.md").write_text(f"# A note\n\nThey wrote: {words}\n", "utf-8")
    for _ in range(2):
        assert dossier("-C", desk, "build").exit_code == 0
    old = (desk / "site" / "note" / "index.html").stat()
    story.write_text(story.read_text("utf-8").replace("rights: full", "rights: metadata"), "utf-8")
    result = dossier("-C", desk, "build")
    assert result.exit_code == 1
    assert "site/note/index.html" in result.stderr
    assert "DP752 it holds a sentence of gulf/2020-03-03-heron" in result.stderr
    assert (desk / "site" / "note" / "index.html").stat() == old


def test_an_error_in_the_content_keeps_the_site_out(dossier: Dossier, desk: Path) -> None:
    (desk / "dossiers/gulf/articles/2020-broken.md").write_text(
        "---\ntitle: x\nrights: some\n---\n"
    )
    result = dossier("-C", desk, "build")
    assert result.exit_code == 1
    assert "dossiers/gulf/articles/2020-broken.md:3: DP005" in result.stderr
    assert stands(desk)


def test_a_warning_of_the_host_is_counted_and_keeps_a_strict_build_out(
    dossier: Dossier, desk: Path
) -> None:
    home(desk, "[x](gone.md)")
    config = (desk / "mkdocs.yml").read_text("utf-8")
    (desk / "mkdocs.yml").write_text(f"{config}exclude_docs: kept.md\nnot_in_nav: /kept.md\n")
    result = dossier("-C", desk, "build", "--strict")
    assert result.exit_code == 1
    assert "mkdocs: Doc file 'index.md' contains a link 'gone.md'" in result.stderr
    assert result.stderr.splitlines()[-1].count("1 warning of mkdocs") == 1
    assert stands(desk)


def test_a_build_beside_another_one_does_not_wait_for_ever(
    dossier: Dossier, desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dossierpress.building.workshop.PATIENCE", 0)
    with locked(desk, "dossier build", name=LOCK):
        result = dossier("-C", desk, "build")
    assert result.exit_code == 1
    assert "`dossier build` (process " in result.stderr
    assert stands(desk)


@pytest.mark.parametrize("place", [".", "..", "dossiers/../."])
def test_a_folder_that_holds_more_than_a_site_is_never_replaced(
    dossier: Dossier, desk: Path, place: str
) -> None:
    result = dossier("-C", desk, "build", "--site-dir", desk / place)
    assert result.exit_code == 2
    assert "holds more than a site" in result.stderr
    assert (desk / "mkdocs.yml").exists()


def test_settings_that_cannot_be_used_are_a_line_and_no_traceback(
    dossier: Dossier, desk: Path
) -> None:
    (desk / "mkdocs.yml").write_text("site_name: [1\n")
    assert dossier("-C", desk, "build").exit_code == 2
    (desk / "mkdocs.yml").write_text("site_name: x\ntheme: material\n")
    result = dossier("-C", desk, "build")
    assert (result.exit_code, "does not name the plugin" in result.stderr) == (2, True)
    assert stands(desk)


def test_a_versioned_site_names_the_latest_version_everywhere(dossier: Dossier, desk: Path) -> None:
    with (desk / "mkdocs.yml").open("a") as file:
        file.write("site_url: https://desk.test/repo/\n")
    assert dossier("-C", desk, "build", "--versioned").exit_code == 0
    page = (desk / "site" / "entities" / "iran" / "index.html").read_text("utf-8")
    assert '<link rel="canonical" href="https://desk.test/repo/latest/entities/iran/">' in page
    assert '"provider": "mike"' in page
    sitemap = (desk / "site" / "sitemap.xml").read_text("utf-8")
    assert "<loc>https://desk.test/repo/latest/entities/iran/</loc>" in sitemap


def test_two_builds_are_the_same_bytes_wherever_they_are_made(desk: Path) -> None:
    trees = []
    for name, seed in (("one", "1"), ("two", "2")):
        command = [Path(sys.executable).with_name("dossier"), "-C", desk, "build"]
        site = desk.parent / name
        done = subprocess.run(
            [*command, "--site-dir", site],
            env={"PATH": "/usr/bin:/bin", "PYTHONHASHSEED": seed, "TZ": f"UTC-{seed}"},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        files = sorted(path for path in site.rglob("*") if path.is_file())
        trees.append([(path.relative_to(site), path.read_bytes()) for path in files])
    assert trees[0] == trees[1]
