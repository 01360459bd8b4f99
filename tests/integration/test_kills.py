"""Commands that are killed, or find no room: content stays whole, and the next run goes on."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from harness.faults import in_child, killed_before, no_larger_than, until_it_survives

Dossier = Callable[..., Result]
RENAME = ("entity", "rename", "iran", "the-republic", "--date", "2020-01-02")
ADD = ("add", "clipping.txt", "-d", "gulf-security", "--accessed", "2020-01-02")
STORIES = "\n\n---\n\n".join(
    f"Tanker {name} leaves port\n\nUpdated 05 December 2019\n\nLONDON: The tanker {name} left port "
    f"on Thursday with {number} men on board, its owner said in a statement to the harbour.\n"
    for number, name in enumerate(("Amber", "Birch", "Cedar"), 20)
)


def content(publication: Path) -> dict[str, bytes]:
    files = (path for path in (publication / "dossiers").rglob("*") if path.is_file())
    return {path.relative_to(publication).as_posix(): path.read_bytes() for path in files}


@pytest.mark.parametrize("arguments", [RENAME, ADD], ids=lambda words: words[0])
def test_a_command_killed_at_any_step_leaves_whole_files_and_the_next_run_goes_on(
    publication: Path,
    dossier: Dossier,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    arguments: tuple[str, ...],
) -> None:
    (tmp_path / "clipping.txt").write_text(STORIES)
    monkeypatch.chdir(tmp_path)
    before = content(publication)
    complete = shutil.copytree(publication, tmp_path / "complete")
    assert dossier("-C", complete, *arguments).exit_code == 0
    after = content(complete)
    assert before != after

    def killed(step: int) -> bool:
        place = shutil.copytree(publication, tmp_path / "killed")
        was_killed = killed_before(step, lambda: dossier("-C", place, *arguments))
        for name, data in content(place).items():
            assert "/.writing-" in name or data in (before.get(name), after.get(name)), (step, name)
        result = dossier("-C", place, *arguments)
        if result.exit_code:  # the change was whole already
            assert "there is no entity 'iran'" in result.stderr or "tombstone" in result.stderr
        assert content(place) == after, step
        shutil.rmtree(place)
        return was_killed

    assert until_it_survives(killed) > 8


def test_a_full_disk_is_said_in_a_line_and_changes_nothing(
    publication: Path, dossier: Dossier
) -> None:
    reading, writing = os.pipe()  # no file, whose size is bounded
    before = content(publication)

    def run() -> None:
        no_larger_than(50)
        result = dossier("-C", publication, *RENAME)
        os.write(writing, result.stderr.encode())
        raise SystemExit(result.exit_code)

    assert in_child(run) == 1
    told = os.read(reading, 4096).decode()
    assert told.startswith("dossier: dossiers/")
    assert told.endswith("cannot be written: File too large; nothing was changed\n")
    assert content(publication) == before
    assert dossier("-C", publication, *RENAME).exit_code == 0


def test_stories_that_find_no_room_are_refused_and_added_by_the_next_run(
    publication: Path, dossier: Dossier, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "clipping.txt").write_text(STORIES)
    monkeypatch.chdir(tmp_path)
    before = content(publication)

    def run() -> None:
        no_larger_than(50)
        raise SystemExit(dossier("-C", publication, *ADD).exit_code)

    assert in_child(run) == 1
    assert content(publication) == before
    result = dossier("-C", publication, *ADD)
    assert result.exit_code == 0, result.stderr
    assert result.stdout.count("written") == 3
