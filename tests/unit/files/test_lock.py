"""One writer a publication: others wait, and what a dead one held is free."""

import os
import signal
import time
from pathlib import Path

import pytest

from dossierpress.errors import DossierError
from dossierpress.files import LOCK, LockedError, locked
from harness.faults import in_child


def hold_in_child(root: Path) -> int:
    child = os.fork()
    if child == 0:
        with locked(root, "dossier add"):
            (root / "held").touch()
            time.sleep(60)
        os._exit(0)
    while not (root / "held").exists():
        time.sleep(0.005)
    return child


def test_a_writer_that_lives_is_named_and_keeps_others_out(tmp_path: Path) -> None:
    child = hold_in_child(tmp_path)
    told: list[str] = []
    try:
        with (
            pytest.raises(LockedError, match=rf"`dossier add` \(process {child} on .*wait until"),
            locked(tmp_path, "dossier decide", patience=0.1, waiting=told.append),
        ):
            pass
    finally:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
    assert len(told) == 1


def test_the_lock_of_a_killed_writer_is_stale(tmp_path: Path) -> None:
    child = hold_in_child(tmp_path)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    assert str(child) in (tmp_path / LOCK).read_text()
    with locked(tmp_path, "dossier add", patience=0):
        assert f'"pid": {os.getpid()}' in (tmp_path / LOCK).read_text()
    assert (tmp_path / LOCK).read_text() == ""


def test_a_writer_waits_for_the_one_before(tmp_path: Path) -> None:
    child = hold_in_child(tmp_path)
    told: list[str] = []

    def end_it(words: str) -> None:
        told.append(words)
        os.kill(child, signal.SIGKILL)

    with locked(tmp_path, "dossier add", patience=30, waiting=end_it):
        os.waitpid(child, 0)
    assert "waiting for it" in told[0]


def test_a_writer_of_another_machine_is_believed(tmp_path: Path) -> None:
    """What another machine holds may not be seen here."""

    def die_there() -> None:
        with locked(tmp_path, "dossier add", host="desk-2"):
            os.kill(os.getpid(), signal.SIGKILL)

    assert in_child(die_there) == -signal.SIGKILL
    with (
        pytest.raises(LockedError, match=f"on desk-2.*if it runs no more, delete {LOCK}"),
        locked(tmp_path, "dossier add", host="desk-1"),
    ):
        pass
    (tmp_path / LOCK).unlink()
    with locked(tmp_path, "dossier add", host="desk-1"):
        pass


@pytest.mark.parametrize("text", ["", "{", "[]", '{"host": 1}', "\x00" * 9000])
def test_a_lock_that_a_kill_cut_short_is_free(tmp_path: Path, text: str) -> None:
    (tmp_path / LOCK).parent.mkdir(parents=True)
    (tmp_path / LOCK).write_text(text)
    with locked(tmp_path, "dossier add", patience=0):
        pass


def test_a_cache_that_is_a_link_out_of_the_publication_is_refused(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    root = tmp_path / "p"
    root.mkdir()
    (root / ".cache").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(DossierError, match="outside the publication"), locked(root, "dossier add"):
        pass
    assert list((tmp_path / "elsewhere").iterdir()) == []
