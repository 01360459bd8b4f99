"""Folders and patterns: every clipping once, in one order, never out of the folder."""

import os
from collections.abc import Iterable
from pathlib import Path

import pytest

from dossierpress.errors import Problem
from dossierpress.ingest.containers.folders import expand, walk


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A folder with files at two depths, and one file beside it."""
    folder = tmp_path / "clips"
    for name in ("b.txt", "a/z.txt", "a/b/c.txt", ".hidden", ".git/HEAD", "CVS/Root"):
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(name, "utf-8")
    (tmp_path / "private.txt").write_text("not yours", "utf-8")
    return folder


def names(found: Iterable[Path | Problem], folder: Path) -> list[str]:
    return [
        item.code if isinstance(item, Problem) else item.relative_to(folder).as_posix()
        for item in found
    ]


def test_a_folder_is_read_to_its_depth_in_one_order(desk: Path) -> None:
    assert names(walk(desk), desk) == ["a/b/c.txt", "a/z.txt", "b.txt"]


def test_the_parts_of_a_saved_page_are_no_clippings(desk: Path) -> None:
    (desk / "Page.html").write_text("page", "utf-8")
    (desk / "Page_files").mkdir()
    (desk / "Page_files" / "advert.html").write_text("part", "utf-8")
    assert names(walk(desk), desk)[0] == "Page.html"
    assert len(names(walk(desk), desk)) == 4


def test_a_link_out_of_the_folder_is_named_and_not_followed(desk: Path) -> None:
    (desk / "out.txt").symlink_to(desk.parent / "private.txt")
    (desk / "up").symlink_to(desk.parent)
    assert names(walk(desk), desk) == ["a/b/c.txt", "a/z.txt", "b.txt", "DP530", "DP530"]


def test_links_inside_the_folder_and_loops_are_passed_over(desk: Path) -> None:
    (desk / "again.txt").symlink_to(desk / "b.txt")
    (desk / "a" / "loop").symlink_to(desk)
    assert names(walk(desk), desk) == ["a/b/c.txt", "a/z.txt", "b.txt"]


def test_a_link_to_itself_and_one_to_nothing_do_no_harm(desk: Path) -> None:
    (desk / "self").symlink_to(desk / "self")
    (desk / "void").symlink_to(desk / "nothing")
    assert names(walk(desk), desk)[3:] == ["DP530", "DP530"]


def test_a_folder_of_great_depth_is_walked(tmp_path: Path) -> None:
    here = tmp_path
    for _ in range(300):
        here /= "d"
    os.makedirs(here)  # noqa: PTH103  # the path is longer than some calls take
    (here / "a.txt").write_text("deep", "utf-8")
    assert len(list(walk(tmp_path))) == 1


def test_a_pattern_stands_for_files_at_any_depth(desk: Path) -> None:
    assert names(expand(f"{desk}/*.txt"), desk) == ["b.txt"]
    assert names(expand(f"{desk}/**/*.txt"), desk) == ["a/b/c.txt", "a/z.txt", "b.txt"]
    assert names(expand(f"{desk}/[ab]"), desk) == ["a/b/c.txt", "a/z.txt"]


def test_a_pattern_that_nothing_fits_is_a_problem(desk: Path) -> None:
    assert names(expand(f"{desk}/*.pdf"), desk) == ["DP515"]


def test_a_pattern_does_not_follow_a_link_out(desk: Path) -> None:
    (desk / "up").symlink_to(desk.parent)
    assert "DP530" in names(expand(f"{desk}/**/private.txt"), desk)
