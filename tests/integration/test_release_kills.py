"""A release killed before each of its steps on the disk is made whole by the next run.

Releases and bundles killed at moments of chance are in `test_random_kills.py`.
"""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from harness.building import copy_small
from harness.faults import killed_before, until_it_survives
from harness.releasing import commit, git

Dossier = Callable[..., Result]
STORY = "dossiers/gulf/articles/2019-06-14-tanker-burns.md"
RELEASE = ("release", "2026.2", "--date", "2026-02-28")
SNAPSHOT = "dossiers/releases/2026.2.json"


@pytest.fixture
def desk(tmp_path: Path, dossier: Dossier) -> Path:
    """A publication with one release, and a change since."""
    root = copy_small(tmp_path)
    commit(root)
    assert dossier("-C", root, "release", "2026.1", "--date", "2026-01-31").exit_code == 0
    commit(root)
    path = root / STORY
    path.write_text(path.read_text("utf-8").replace("burned in", "sank in"), "utf-8")
    commit(root)
    return root


def made(root: Path) -> dict[str, bytes]:
    """Return the files of a publication's folder of releases."""
    return {path.name: path.read_bytes() for path in root.glob("dossiers/releases/*")}


def test_a_release_killed_before_any_step_on_the_disk_is_made_whole_by_the_next(
    desk: Path, tmp_path: Path, dossier: Dossier
) -> None:
    complete = shutil.copytree(desk, tmp_path / "complete")
    assert dossier("-C", complete, *RELEASE).exit_code == 0
    expected = made(complete)

    def killed(step: int) -> bool:
        place = shutil.copytree(desk, tmp_path / "killed")
        was_killed = killed_before(step, lambda: dossier("-C", place, *RELEASE))
        for name, data in made(place).items():
            assert name.startswith(".writing-") or data == expected[name], (step, name)
        whole = (place / SNAPSHOT).exists()
        again = dossier("-C", place, *RELEASE)
        # A release that was whole already is never replaced; the run says that it is there.
        assert again.exit_code == (1 if whole else 0), again.stderr
        assert ("a release is never replaced" in again.stderr) == whole
        assert made(place) == expected
        assert git(place, "fsck", "--strict") == ""
        assert dossier("verify", *place.glob("dossiers/releases/*")).exit_code == 0
        shutil.rmtree(place)
        return was_killed

    assert until_it_survives(killed) > 4
