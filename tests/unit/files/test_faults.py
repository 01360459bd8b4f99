"""Kills, full disks and closed folders: the old bytes or the new ones, and nothing between."""

import errno
import os
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path, PurePosixPath

import pytest

from dossierpress.files import atomic_write, clear, write_new, write_tree
from harness.faults import (
    as_nobody,
    in_child,
    killed_before,
    make_read_only,
    no_larger_than,
    small_disk,
    until_it_survives,
)

OLD, NEW = b"old", b"new" * 10_000


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that every user may enter."""
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        yield Path(name)


def test_a_kill_at_any_step_leaves_the_old_bytes_or_the_new(tmp_path: Path) -> None:
    def killed(step: int) -> bool:
        path = tmp_path / str(step) / "a.md"
        path.parent.mkdir()
        path.write_bytes(OLD)
        was_killed = killed_before(step, lambda: atomic_write(path, NEW))
        assert path.read_bytes() == (OLD if was_killed else NEW) or path.read_bytes() == NEW
        clear(path.parent)
        atomic_write(path, NEW)
        assert [file.name for file in path.parent.iterdir()] == ["a.md"]
        return was_killed

    assert until_it_survives(killed) >= 3


def test_a_kill_at_any_step_leaves_a_whole_new_file_or_none(tmp_path: Path) -> None:
    def killed(step: int) -> bool:
        path = tmp_path / str(step) / "a.md"
        was_killed = killed_before(step, lambda: write_new(path, NEW))
        assert not path.exists() or path.read_bytes() == NEW
        clear(path.parent)
        assert not path.parent.exists() or {f.name for f in path.parent.iterdir()} <= {"a.md"}
        return was_killed

    assert until_it_survives(killed) >= 4


def test_a_kill_at_any_step_leaves_a_whole_tree_or_none(tmp_path: Path) -> None:
    tree = [(PurePosixPath("docs/index.md"), NEW), (PurePosixPath("mkdocs.yml"), NEW)]

    def killed(step: int) -> bool:
        place = tmp_path / str(step) / "new"
        was_killed = killed_before(step, lambda: write_tree(place, tree))
        if place.exists():
            assert (place / "docs/index.md").read_bytes() == NEW
            assert (place / "mkdocs.yml").read_bytes() == NEW
        else:
            write_tree(place, tree)
        return was_killed

    assert until_it_survives(killed) >= 6


def refused_with(number: int, path: Path, before: Callable[[], None]) -> None:
    """Write in a child after `before`; the system must refuse it, and leave the old bytes alone."""

    def write() -> None:
        os.chdir(path.parent)
        before()
        try:
            atomic_write(path, NEW)
        except OSError as error:
            os._exit(error.errno or 0)

    assert in_child(write) == number
    assert path.read_bytes() == OLD
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_a_file_that_grows_too_large_leaves_the_old_bytes(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(OLD)
    refused_with(errno.EFBIG, tmp_path / "a.md", lambda: no_larger_than(1000))


def test_a_folder_that_may_not_be_written_leaves_the_old_bytes(open_folder: Path) -> None:
    (open_folder / "a.md").write_bytes(OLD)
    open_folder.chmod(0o555)
    refused_with(errno.EACCES, open_folder / "a.md", as_nobody)


def test_a_full_disk_leaves_the_old_bytes_and_one_that_has_room_again_takes_the_new(
    tmp_path: Path,
) -> None:
    with small_disk(tmp_path / "disk", 16 * 1024) as forbidden:
        if forbidden:
            pytest.skip(f"mounting a small disk is forbidden here: {forbidden}")
        path = tmp_path / "disk" / "a.md"
        path.write_bytes(OLD)
        refused_with(errno.ENOSPC, path, lambda: None)
        atomic_write(path, b"less")
        assert path.read_bytes() == b"less"


def test_a_disk_that_is_read_only_leaves_the_old_bytes(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", 1024 * 1024) as forbidden:
        if forbidden:
            pytest.skip(f"mounting a small disk is forbidden here: {forbidden}")
        path = tmp_path / "disk" / "a.md"
        path.write_bytes(OLD)
        make_read_only(tmp_path / "disk")
        refused_with(errno.EROFS, path, lambda: None)
