"""`dossier release` and `dossier diff` on a real repository."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from dossierpress.release.form import read_snapshot
from harness.building import copy_small
from harness.releasing import commit, git

Dossier = Callable[..., Result]
STORY = "dossiers/gulf/articles/2019-06-14-tanker-burns.md"
EXCERPT = "dossiers/gulf/articles/2019-07-excerpt.md"
RUN = (sys.executable, "-c", "from dossierpress.cli.main import run; run()")
FIRST = "dossiers/releases/2026.1.json"


@pytest.fixture
def small(tmp_path: Path) -> Path:
    root = copy_small(tmp_path)
    commit(root)
    return root


def release(dossier: Dossier, root: Path, version: str, date: str) -> Result:
    result = dossier("-C", root, "release", version, "--date", date)
    assert result.exit_code == 0, result.stderr
    commit(root, f"release {version}")
    return result


def edit(root: Path, file: str, old: str, new: str) -> None:
    text = (root / file).read_text("utf-8")
    assert old in text
    (root / file).write_text(text.replace(old, new, 1), "utf-8")


def test_a_release_is_written_and_never_replaced(dossier: Dossier, small: Path) -> None:
    result = release(dossier, small, "2026.1", "2026-01-31")
    assert result.stdout == f"{FIRST}\n"
    before = (small / FIRST).read_bytes()
    assert read_snapshot(before).date == "2026-01-31"
    for version in ("2026.1",):
        again = dossier("-C", small, "release", version, "--date", "2026-02-01")
        assert again.exit_code == 1
        assert "the release 2026.1 of 2026-01-31 exists" in again.stderr
    assert (small / FIRST).read_bytes() == before


def test_a_release_is_the_same_bytes_after_what_an_earlier_run_kept(
    dossier: Dossier, small: Path
) -> None:
    command = ("-C", small, "release", "2026.1", "--date", "2026-01-31")
    assert dossier(*command).exit_code == 0
    cold = (small / FIRST).read_bytes()
    (small / FIRST).unlink()
    assert (small / ".cache/kept").is_dir()
    assert dossier(*command).exit_code == 0
    assert (small / FIRST).read_bytes() == cold
    assert b'"assignments": [\n  {' in cold


def test_a_version_in_other_capitals_is_the_same_version(dossier: Dossier, small: Path) -> None:
    release(dossier, small, "spring", "2026-01-31")
    again = dossier("-C", small, "release", "Spring", "--date", "2026-02-01")
    assert again.exit_code == 1
    assert "the release spring" in again.stderr


@pytest.mark.parametrize("name", [STORY, "notes.txt"])
def test_a_tree_that_is_not_clean_is_not_released(dossier: Dossier, small: Path, name: str) -> None:
    with (small / name).open("a", encoding="utf-8") as file:
        file.write("More.\n")
    result = dossier("-C", small, "release", "2026.1", "--date", "2026-01-31")
    assert result.exit_code == 1
    assert f"commit these changes first: {name}" in result.stderr
    assert not (small / "dossiers/releases").exists()


def test_what_the_program_keeps_for_itself_is_no_change(dossier: Dossier, small: Path) -> None:
    (small / ".gitignore").write_text("", "utf-8")
    commit(small)
    release(dossier, small, "2026.1", "2026-01-31")


def test_open_errors_are_not_released(dossier: Dossier, small: Path) -> None:
    edit(small, STORY, "title:", "titel:")
    commit(small)
    result = dossier("-C", small, "release", "2026.1", "--date", "2026-01-31")
    assert result.exit_code == 1
    assert "the content has 2 errors" in result.stderr
    assert not (small / FIRST).exists()


def test_a_release_without_git_is_refused_in_a_line(dossier: Dossier, tmp_path: Path) -> None:
    root = copy_small(tmp_path)
    result = dossier("-C", root, "release", "2026.1", "--date", "2026-01-31")
    assert result.exit_code == 1
    assert result.stderr.startswith("dossier: git: ")
    assert result.stderr.count("\n") == 1


@pytest.mark.parametrize(
    ("version", "date", "says"),
    [
        ("a/b", "2026-02-01", "cannot be a version"),
        ("2026.2", "2026-01-30", "is before the last release, 2026.1 of 2026-01-31"),
        ("2026.2", "2026-02", "is not one day"),
        ("2026.2", "soon", "--date"),
    ],
)
def test_what_is_no_version_or_day_is_refused(
    dossier: Dossier, small: Path, version: str, date: str, says: str
) -> None:
    release(dossier, small, "2026.1", "2026-01-31")
    result = dossier("-C", small, "release", version, "--date", date)
    assert result.exit_code == 2
    assert says in result.stderr


def test_an_edited_release_is_an_error_and_stops_the_next(dossier: Dossier, small: Path) -> None:
    release(dossier, small, "2026.1", "2026-01-31")
    edit(small, FIRST, "Hormuz", "Ormuz")
    commit(small)
    found = dossier("-C", small, "check")
    assert found.exit_code == 1
    assert f"{FIRST}:1: DP700" in found.stdout
    assert dossier("-C", small, "release", "2026.2", "--date", "2026-02-01").exit_code == 1


def test_what_was_released_and_is_gone_is_a_warning(dossier: Dossier, small: Path) -> None:
    release(dossier, small, "2026.1", "2026-01-31")
    (small / STORY).unlink()
    (small / "dossiers/topics/shipping.md").unlink()
    found = dossier("-C", small, "check")
    assert found.exit_code == 0
    for name in (STORY, "dossiers/topics/shipping.md"):
        assert f"{name}:1: DP702" in found.stdout


def test_the_words_of_a_body_are_compared_with_those_in_git(dossier: Dossier, small: Path) -> None:
    release(dossier, small, "2026.1", "2026-01-31")
    edit(small, STORY, "burned in the Strait", "sank in the Strait")
    edit(small, EXCERPT, "doubled its patrols. It", "tripled its patrols. It")
    edit(small, EXCERPT, "The heron paragraph", "The egret paragraph")
    commit(small)
    release(dossier, small, "2026.2", "2026-02-28")
    rows = [
        json.loads(line)
        for line in dossier("-C", small, "diff", "2026.1", "2026.2", "--json").stdout.splitlines()
    ]
    words = {row["id"]: row["words"] for row in rows if row["field"] == "body"}
    assert ["gone", "burned "] in words["2019-06-14-tanker-burns"]
    assert ["new", "tripled "] in words["2019-07-excerpt"]
    assert "egret" not in json.dumps(rows)
    plain = dossier("-C", small, "diff", "2026.1").stdout
    assert "- burned\n" in plain
    marked = dossier("-C", small, "diff", "2026.1", "2026.2", "--markdown").stdout
    assert marked.startswith("# Changes from 2026.1 to 2026.2\n\n## Revised articles\n")
    assert "~~burned~~ **sank**" in marked


def test_a_clone_without_history_says_what_changed_without_the_words(
    dossier: Dossier, small: Path, tmp_path: Path
) -> None:
    release(dossier, small, "2026.1", "2026-01-31")
    edit(small, STORY, "burned in the Strait", "sank in the Strait")
    commit(small)
    shallow = tmp_path / "shallow"
    subprocess.run(
        ["git", "clone", "--quiet", "--depth=1", small.as_uri(), shallow],
        check=True,
        capture_output=True,
    )
    made = dossier("-C", shallow, "release", "2026.2", "--date", "2026-02-28")
    assert "the former words of 1 text are not in this copy's git history" in made.stderr
    (row,) = dossier("-C", shallow, "diff", "2026.1", "--json").stdout.splitlines()
    assert json.loads(row)["words"] == []
    assert json.loads(row)["field"] == "body"


def test_rights_that_narrowed_keep_back_words_of_older_releases(
    dossier: Dossier, small: Path
) -> None:
    release(dossier, small, "2026.1", "2026-01-31")
    edit(small, STORY, "burned in the Strait", "sank in the Strait")
    edit(small, STORY, "The crew of the Blue Heron", "The crew of a Blue Heron")
    commit(small)
    release(dossier, small, "2026.2", "2026-02-28")
    edit(small, STORY, "title:", "rights: metadata\ntitle:")
    commit(small)
    said = dossier("-C", small, "diff", "2026.1", "2026.2", "--json").stdout
    assert '"field": "standfirst", "before": null, "after": null' in said
    assert "sank" not in said
    assert "The crew" not in said


def test_an_unknown_release_is_answered_with_the_nearest(dossier: Dossier, small: Path) -> None:
    release(dossier, small, "2026.1", "2026-01-31")
    result = dossier("-C", small, "diff", "2026.11")
    assert result.exit_code == 2
    assert "did you mean 2026.1?" in result.stderr


def test_a_release_is_the_same_bytes_in_any_place_zone_locale_and_hash_seed(
    dossier: Dossier, small: Path, tmp_path: Path
) -> None:
    release(dossier, small, "2026.1", "2026-01-31")
    edit(small, STORY, "burned in the Strait", "sank in the Strait")
    commit(small)
    found = set()
    for number, (zone, locale) in enumerate([("UTC", "C"), ("Asia/Tokyo", "tr_TR.UTF-8")]):
        place = shutil.copytree(small, tmp_path / ("a place" * number + "x") / "desk")
        subprocess.run(
            [*RUN, "-C", str(place), "release", "2026.2", "--date", "2026-02-28"],
            env={**os.environ, "TZ": zone, "LC_ALL": locale, "PYTHONHASHSEED": str(number + 1)},
            cwd=tmp_path,
            check=True,
            capture_output=True,
        )
        found.add((place / "dossiers/releases/2026.2.json").read_bytes())
    assert len(found) == 1
    assert git(small, "status", "--porcelain") == ""
