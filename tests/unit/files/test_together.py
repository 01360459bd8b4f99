"""Several files change together or not at all, also where the run is killed between two of them."""

import json
from pathlib import Path

import pytest

from dossierpress.files import WriteFailedError, recover, write_together
from dossierpress.files.together import RECORD
from harness.faults import killed_before, until_it_survives

OLD = {"a.yml": b"old a", "b/b.yml": b"old b"}
NEW = {"a.yml": b"new a", "b/b.yml": b"new b", "b/c.yml": b"new c"}


def laid_out(root: Path) -> Path:
    (root / "b").mkdir(parents=True)
    for name, data in OLD.items():
        (root / name).write_bytes(data)
    return root


def held(root: Path) -> dict[str, bytes]:
    """Return what stands in a publication, without its cache and what is half-written."""
    files = (path for path in root.glob("[!.]*/**/*") if path.is_file())
    found = [*files, *root.glob("[!.]*.*")]
    names = {path.relative_to(root).as_posix(): path for path in found}
    return {name: path.read_bytes() for name, path in names.items() if ".writing-" not in name}


def stopped_half_way(folder: Path) -> Path:
    """Return a publication whose first file changed before a kill, and no other one."""
    for step in range(100):
        root = laid_out(folder / str(step))
        killed_before(step, lambda root=root: write_together(root, NEW))
        if held(root) == {**OLD, "a.yml": b"new a"}:
            return root
    raise AssertionError("no step leaves half a change")


def test_a_kill_at_any_step_leaves_all_old_or_can_be_finished(tmp_path: Path) -> None:
    seen = set()

    def killed(step: int) -> bool:
        root = laid_out(tmp_path / str(step))
        was_killed = killed_before(step, lambda: write_together(root, NEW))
        for name, data in held(root).items():
            assert data in (OLD.get(name), NEW[name]), name
        recover(root)
        assert held(root) in (OLD, NEW), step
        seen.add(len(held(root)))
        write_together(root, NEW)
        assert held(root) == NEW, "the next run goes on"
        assert not list(root.rglob(".writing-*")), "and clears what was left"
        return was_killed

    assert until_it_survives(killed) > 10
    assert seen == {2, 3}


def test_what_was_left_undone_is_done_before_another_change(tmp_path: Path) -> None:
    root = stopped_half_way(tmp_path)
    write_together(root, {"a.yml": b"later"})
    assert held(root) == {**NEW, "a.yml": b"later"}


def test_a_file_that_was_changed_since_the_kill_stays_as_it_is(tmp_path: Path) -> None:
    root = stopped_half_way(tmp_path)
    (root / "b/b.yml").write_bytes(b"by hand")
    assert recover(root) == ("b/c.yml",)
    assert held(root) == {**NEW, "b/b.yml": b"by hand"}


@pytest.mark.parametrize(
    "record",
    [
        b"\x00",
        b"{}",
        b"[1, null, {}]",
        json.dumps([{"file": "../out.yml", "new": ".writing-x.tmp", "was": None}]).encode(),
        json.dumps([{"file": "b/x.yml", "new": "../../secret", "was": None}]).encode(),
        json.dumps([{"file": "b/x.yml", "new": "b.yml", "was": None}]).encode(),
    ],
)
def test_a_record_that_another_made_names_no_file_elsewhere(tmp_path: Path, record: bytes) -> None:
    (tmp_path / ".writing-x.tmp").write_bytes(b"not theirs")
    (tmp_path / "secret").write_bytes(b"secret")
    root = laid_out(tmp_path / "p")
    (root / RECORD).parent.mkdir(parents=True)
    (root / RECORD).write_bytes(record)
    assert recover(root) == ()
    assert held(root) == OLD
    assert not (tmp_path / "out.yml").exists()


def test_a_folder_in_a_files_place_leaves_all_as_it_was(tmp_path: Path) -> None:
    root = laid_out(tmp_path / "p")
    (root / "b/c.yml").mkdir()
    with pytest.raises(WriteFailedError, match=r"b/c\.yml: cannot be written: .*nothing was chang"):
        write_together(root, NEW)
    assert held(root) == OLD
