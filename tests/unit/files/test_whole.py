"""Files are written whole or not at all."""

import os
from pathlib import Path, PurePosixPath

import pytest

from dossierpress.files import (
    NameTakenError,
    append,
    atomic_write,
    clear,
    sync,
    whole,
    write_new,
    write_tree,
)


def test_a_file_gets_new_bytes_and_keeps_its_permissions(tmp_path: Path) -> None:
    path = tmp_path / "a.yml"
    path.write_bytes(b"old")
    path.chmod(0o600)
    atomic_write(path, b"new\r\n")
    assert path.read_bytes() == b"new\r\n"
    assert path.stat().st_mode & 0o777 == 0o600
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_is_made(tmp_path: Path) -> None:
    atomic_write(tmp_path / "entities" / "a.yml", b"new")
    assert (tmp_path / "entities" / "a.yml").read_bytes() == b"new"


def test_a_failure_leaves_the_old_bytes_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.yml"
    path.write_bytes(b"old")

    def fail(self: Path, target: Path) -> None:
        raise OSError("no")

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(OSError, match="no"):
        atomic_write(path, b"new")
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_link_is_followed(tmp_path: Path) -> None:
    (tmp_path / "real.yml").write_bytes(b"old")
    (tmp_path / "link.yml").symlink_to("real.yml")
    atomic_write(tmp_path / "link.yml", b"new")
    assert (tmp_path / "link.yml").is_symlink()
    assert (tmp_path / "real.yml").read_bytes() == b"new"


def test_bytes_and_name_reach_the_disk_in_this_order(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.yml"
    seen: list[bool] = []
    monkeypatch.setattr(os, "fsync", lambda _: seen.append(path.exists()))
    atomic_write(path, b"new")
    assert seen == [False, True]


def test_what_need_not_last_is_whole_and_waits_for_no_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.yml"
    monkeypatch.setattr(os, "fsync", lambda _: pytest.fail("waits for the disk"))
    atomic_write(path, b"new", lasting=False)
    assert [(found.name, found.read_bytes()) for found in tmp_path.iterdir()] == [("a.yml", b"new")]


def test_a_new_file_is_never_written_over(tmp_path: Path) -> None:
    path = tmp_path / "articles" / "a.md"
    write_new(path, b"first")
    with pytest.raises(NameTakenError):
        write_new(path, b"second")
    assert path.read_bytes() == b"first"
    assert list(path.parent.iterdir()) == [path]


def test_a_folder_whose_place_is_taken_is_another_fault(tmp_path: Path) -> None:
    (tmp_path / "articles").write_bytes(b"a file")
    with pytest.raises(FileExistsError):
        write_new(tmp_path / "articles" / "a.md", b"first")


def test_a_file_system_without_hard_links_keeps_a_file_that_is_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(self: Path, target: Path) -> None:
        raise OSError("no links here")

    monkeypatch.setattr(Path, "hardlink_to", fail)
    write_new(tmp_path / "a.md", b"first")
    with pytest.raises(NameTakenError):
        write_new(tmp_path / "a.md", b"second")
    assert (tmp_path / "a.md").read_bytes() == b"first"


def test_what_a_kill_left_is_cleared_but_nothing_else(tmp_path: Path) -> None:
    (tmp_path / ".writing-killed.tmp").write_bytes(b"half")
    (tmp_path / ".writing-mine.md").write_bytes(b"mine")
    clear(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == [".writing-mine.md"]


def test_what_is_being_written_is_not_cleared(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    link = Path.hardlink_to

    def clear_first(self: Path, target: Path) -> None:
        clear(tmp_path)
        link(self, target)

    monkeypatch.setattr(Path, "hardlink_to", clear_first)
    write_new(tmp_path / "a.md", b"whole")
    assert (tmp_path / "a.md").read_bytes() == b"whole"


def test_what_another_run_clears_before_it_is_held_is_written_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, cleared = whole.hold, []

    def late(handle: int) -> bool:
        if not cleared:
            monkeypatch.setattr(whole, "hold", real)
            clear(tmp_path)
            cleared.extend(tmp_path.iterdir())
            assert cleared == []
            monkeypatch.setattr(whole, "hold", late)
            cleared.append(tmp_path)
        return real(handle)

    monkeypatch.setattr(whole, "hold", late)
    atomic_write(tmp_path / "file", b"new")
    assert [path.read_bytes() for path in tmp_path.iterdir()] == [b"new"]


def test_where_files_cannot_be_held_they_are_written_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(whole, "hold", lambda handle: False)
    atomic_write(tmp_path / "file", b"new")
    assert [path.read_bytes() for path in tmp_path.iterdir()] == [b"new"]


def test_a_tree_goes_to_a_free_place_or_fills_a_folder(tmp_path: Path) -> None:
    tree = [(PurePosixPath("docs/index.md"), b"home"), (PurePosixPath("mkdocs.yml"), b"site")]
    (tmp_path / "empty").mkdir()
    for name in ("free", "empty"):
        write_tree(tmp_path / name, tree)
        written = {p.relative_to(tmp_path / name).as_posix() for p in (tmp_path / name).iterdir()}
        assert written == {"docs", "mkdocs.yml"}
        assert (tmp_path / name / "docs" / "index.md").read_bytes() == b"home"
    assert len(list(tmp_path.iterdir())) == 2


def test_a_folder_that_is_not_there_is_no_fault_of_syncing(tmp_path: Path) -> None:
    sync(tmp_path / "nowhere")


def test_lines_are_put_at_the_end_of_a_record(tmp_path: Path) -> None:
    for line in (b"one\n", b"two\n"):
        append(tmp_path / "cache" / "record.txt", line)
    assert (tmp_path / "cache" / "record.txt").read_bytes() == b"one\ntwo\n"
