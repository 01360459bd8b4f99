"""`dossier new`: a complete publication, or nothing at all."""

import json
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path, PurePosixPath

import pytest
import yaml
from click.testing import Result

from dossierpress import scaffold
from dossierpress.frontmatter import parse_document, parse_yaml

Dossier = Callable[..., Result]


def test_it_lays_down_a_complete_publication(dossier: Dossier, tmp_path: Path) -> None:
    folder = tmp_path / "desks" / "gulf-desk"
    result = dossier("new", folder)
    assert (result.exit_code, result.stdout) == (0, f"{folder}\n")
    written = {str(p.relative_to(folder)) for p in folder.rglob("*") if p.is_file()}
    assert {
        ".gitignore",
        ".github/workflows/publish.yml",
        "docs/about.md",
        "docs/index.md",
        "dossiers/decisions.yml",
        "dossiers/entities/places.yml",
        "dossiers/gulf-security/dossier.yml",
        "dossiers/gulf-security/index.md",
        "dossiers/topics/daesh-activity.md",
        "dossiers/topics/gulf-shipping.md",
        "dossiers/topics/iran-iraq-militias.md",
        "mkdocs.yml",
        "requirements.txt",
    } <= written
    assert len(list((folder / "dossiers/gulf-security/articles").glob("*.md"))) == 3
    assert 'site_name: "Gulf desk"\n' in (folder / "mkdocs.yml").read_text("utf-8")


def test_a_new_publication_has_no_problems(dossier: Dossier, publication: Path) -> None:
    result = dossier("-C", publication, "check")
    assert (result.exit_code, result.stdout) == (0, "")


def test_each_of_its_topics_has_an_article(dossier: Dossier, publication: Path) -> None:
    result = dossier("-C", publication, "topics", "--json")
    assigned = [json.loads(line) for line in result.stdout.splitlines()]
    assert sorted((a["article"][:10], a["topic"], a["strength"]) for a in assigned) == [
        ("2019-06-13", "gulf-shipping", "primary"),
        ("2019-10-27", "daesh-activity", "primary"),
        ("2020-01-03", "iran-iraq-militias", "primary"),
    ]


@pytest.mark.parametrize("host", ["mkdocs", "properdocs"])
def test_it_builds_under_strict_as_it_stands(publication: Path, host: str) -> None:
    config = publication / "mkdocs.yml"
    command = [sys.executable, "-m", host, "build", "--strict", "--config-file", str(config)]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stderr
    assert (publication / "site" / "dossiers" / "gulf-security" / "index.html").is_file()


def test_every_content_file_is_strict_yaml_or_front_matter(publication: Path) -> None:
    for path in sorted((publication / "dossiers").rglob("*.yml")):
        parse_yaml(path.read_text("utf-8"))
    for path in sorted((publication / "dossiers").glob("*/articles/*.md")):
        parse_document(path.read_text("utf-8"))
    for path in sorted((publication / "dossiers/topics").glob("*.md")):
        parse_document(path.read_text("utf-8"))


def test_a_publication_is_as_readable_as_a_folder_made_by_hand(publication: Path) -> None:
    by_hand = publication.parent / "by-hand"
    by_hand.mkdir()
    assert publication.stat().st_mode == by_hand.stat().st_mode


@pytest.mark.parametrize("name", ['A "desk": & <b>', "it's # not: a comment", "العراق", "x" * 300])
def test_a_name_is_one_quoted_value(dossier: Dossier, tmp_path: Path, name: str) -> None:
    assert dossier("new", tmp_path / "d", "--name", name).exit_code == 0
    lines = (tmp_path / "d" / "mkdocs.yml").read_text("utf-8").splitlines()
    (line,) = (line for line in lines if line.startswith("site_name:"))
    assert yaml.safe_load(line) == {"site_name": name}


@pytest.mark.parametrize("name", ["", "  ", "two\nlines", "a\x00b"])
def test_a_name_that_is_not_a_line_of_text_is_refused(
    dossier: Dossier, tmp_path: Path, name: str
) -> None:
    result = dossier("new", tmp_path / "d", "--name", name)
    assert (result.exit_code, list(tmp_path.iterdir())) == (2, [])


def test_a_folder_that_is_not_empty_is_refused_and_left_alone(
    dossier: Dossier, tmp_path: Path
) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    result = dossier("new", tmp_path)
    assert result.exit_code == 2
    assert result.stderr == f"dossier: {tmp_path} is not empty; name a new or empty folder\n"
    assert [p.name for p in tmp_path.iterdir()] == ["mine.txt"]


def test_a_file_is_refused(dossier: Dossier, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("mine")
    result = dossier("new", tmp_path / "taken")
    assert (result.exit_code, "is a file" in result.stderr) == (2, True)


def test_an_empty_folder_and_a_fresh_clone_are_filled(dossier: Dossier, tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    assert dossier("new", tmp_path).exit_code == 0
    assert (tmp_path / "mkdocs.yml").is_file()
    assert not list(tmp_path.glob(".writing-*"))


@pytest.mark.parametrize("there", [True, False])
def test_a_failure_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, there: bool
) -> None:
    target = tmp_path / "desk"
    if there:
        target.mkdir()
    rename = Path.rename

    def failing(self: Path, new: Path) -> Path:
        if self.name in {"tree", "mkdocs.yml"}:
            raise OSError(28, "No space left on device")
        return rename(self, new)

    monkeypatch.setattr(Path, "rename", failing)
    with pytest.raises(scaffold.DossierError, match="No space left"):
        scaffold.lay_down(target, "Desk")
    assert list(tmp_path.rglob("*")) == ([target] if there else [])


def test_the_publication_folder_option_is_not_taken(dossier: Dossier, tmp_path: Path) -> None:
    assert dossier("-C", tmp_path, "new", tmp_path / "x").exit_code == 2


def test_two_publications_are_the_same_bytes(dossier: Dossier, tmp_path: Path) -> None:
    trees = []
    for folder in (tmp_path / "a" / "desk", tmp_path / "b" / "desk"):
        dossier("new", folder)
        files = sorted(p for p in folder.rglob("*") if p.is_file())
        trees.append([(p.relative_to(folder), p.read_bytes()) for p in files])
    assert trees[0] == trees[1]


def test_a_wheel_carries_the_whole_starter(repository: Path, tmp_path: Path) -> None:
    build = "import sys; from hatchling.build import build_wheel; build_wheel(sys.argv[1])"
    command = [sys.executable, "-c", build, str(tmp_path)]
    subprocess.run(command, cwd=repository, check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    names = zipfile.ZipFile(wheel).namelist()
    packed = {PurePosixPath(n).name for n in names if n.startswith("dossierpress/starter/")}
    expected = {path.name for path, _ in scaffold.starter_files()}
    assert {name.replace("dot-", ".", 1) for name in packed} == expected
