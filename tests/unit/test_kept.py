"""What is kept between two runs, and when it is believed."""

import shutil
from pathlib import Path
from typing import NamedTuple

import pytest

from dossierpress import kept
from dossierpress.files import seal
from dossierpress.kept import Kept, digest_of, read_kept, write_kept


class Ship(NamedTuple):
    name: str
    crew: int


KEY = b"a key"
DIGEST = digest_of(b"a ship")
HERON = Ship("Blue Heron", 7)


def opened(folder: Path, key: bytes = KEY) -> Kept[Ship]:
    return Kept(folder / "ships", key, Ship)


def fill(folder: Path) -> None:
    ships = opened(folder)
    ships.keep(DIGEST, HERON)
    ships.write()


def test_what_was_kept_comes_back_as_it_was(tmp_path: Path) -> None:
    fill(tmp_path / "deep/folder")
    assert opened(tmp_path / "deep/folder").recall(DIGEST) == HERON
    assert opened(tmp_path / "deep/folder").recall(digest_of(b"another ship")) is None


def test_another_key_and_another_version_of_the_code_know_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(tmp_path)
    assert opened(tmp_path, b"another key").recall(DIGEST) is None
    monkeypatch.setattr(kept, "code_digest", lambda: b"another version")
    assert opened(tmp_path).recall(DIGEST) is None


def test_a_file_that_is_cut_short_or_changed_is_none_wherever_that_is(tmp_path: Path) -> None:
    fill(tmp_path)
    whole = (tmp_path / "ships").read_bytes()
    for end in range(len(whole)):
        changed = bytes([whole[end] ^ 0xFF])
        for broken in (whole[:end], whole[:end] + changed + whole[end + 1 :]):
            (tmp_path / "ships").write_bytes(broken)
            seal(tmp_path / "ships")  # as a disk that loses bits would leave it
            assert opened(tmp_path).recall(DIGEST) is None
    fill(tmp_path)
    assert opened(tmp_path).recall(DIGEST) == HERON


@pytest.mark.parametrize("value", [{}, [], [["x"]], {DIGEST: ["Heron"]}, {DIGEST: 1}, b"\x00"])
def test_a_value_of_another_form_is_none(tmp_path: Path, value: object) -> None:
    write_kept(tmp_path / "ships", KEY, value)
    assert opened(tmp_path).recall(DIGEST) is None


def test_a_file_that_was_brought_along_is_not_believed(tmp_path: Path) -> None:
    fill(tmp_path / "mine")
    shutil.copytree(tmp_path / "mine", tmp_path / "brought")
    assert opened(tmp_path / "mine").recall(DIGEST) == HERON
    assert opened(tmp_path / "brought").recall(DIGEST) is None


def test_a_link_that_was_brought_along_leads_nothing_out(tmp_path: Path) -> None:
    (tmp_path / "own").write_text("mine")
    (tmp_path / "kept").mkdir()
    for name in ("ships", "ships.seal"):
        (tmp_path / "kept" / name).symlink_to(tmp_path / "own")
    fill(tmp_path / "kept")
    assert (tmp_path / "own").read_text() == "mine"
    assert opened(tmp_path / "kept").recall(DIGEST) == HERON


def test_only_what_the_last_run_used_stays(tmp_path: Path) -> None:
    fill(tmp_path)
    ships = opened(tmp_path)
    ships.keep(digest_of(b"another"), Ship("Grey Heron", 3))
    ships.write()
    assert opened(tmp_path).recall(DIGEST) is None
    opened(tmp_path).write()
    assert read_kept(tmp_path / "ships", KEY, dict[bytes, Ship]) == {}
    assert {path.name for path in tmp_path.iterdir()} == {"ships", "ships.seal"}


def test_what_did_not_change_is_not_written_again(tmp_path: Path) -> None:
    fill(tmp_path)
    number = (tmp_path / "ships").stat().st_ino
    ships = opened(tmp_path)
    ships.recall(DIGEST)
    ships.write()
    assert (tmp_path / "ships").stat().st_ino == number


def test_of_two_runs_at_once_the_file_of_one_stays_whole(tmp_path: Path) -> None:
    first, second = opened(tmp_path), opened(tmp_path)
    first.keep(DIGEST, HERON)
    second.keep(digest_of(b"another"), Ship("Grey Heron", 3))
    first.write()
    second.write()
    assert opened(tmp_path).recall(DIGEST) is None
    assert opened(tmp_path).recall(digest_of(b"another")) == Ship("Grey Heron", 3)


def test_what_cannot_be_written_is_made_again_and_is_no_fault(tmp_path: Path) -> None:
    ships = opened(tmp_path)
    ships.keep(DIGEST, Ship("half a sign \ud83d", 1))
    ships.keep(digest_of(b"a long number"), Ship("Heron", 2**70))
    ships.write()
    assert opened(tmp_path).recall(DIGEST) is None
    (tmp_path / "file").write_text("")
    fill(tmp_path / "file")
    assert opened(tmp_path / "file").recall(DIGEST) is None


def test_without_a_file_nothing_is_kept() -> None:
    ships: Kept[Ship] = Kept(None, KEY, Ship)
    ships.keep(DIGEST, HERON)
    ships.write()
    assert ships.recall(DIGEST) is None


def test_a_digest_knows_where_one_part_ends() -> None:
    assert digest_of(b"ab", b"c") != digest_of(b"a", b"bc") != digest_of(b"abc")
