"""A folder for a while holds its files and nothing else, and is gone afterwards."""

from pathlib import Path

import pytest

from dossierpress.files import LeadsOutError, scratch


def test_files_lie_where_they_are_named_and_are_gone_afterwards() -> None:
    with scratch([("a/b.txt", b"1"), ("c", b"2")]) as folder:
        assert {path.name: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == {
            "b.txt": b"1",
            "c": b"2",
        }
    assert not folder.exists()


@pytest.mark.parametrize("name", ["../out", "a/../../out", "/tmp/dossier-out"])  # noqa: S108
def test_a_name_that_leads_out_is_refused_and_nothing_is_left(name: str) -> None:
    with pytest.raises(LeadsOutError, match="leads out"), scratch([("a", b"1"), (name, b"2")]):
        pass
    assert not Path("/tmp/dossier-out").exists()  # noqa: S108


def test_a_fault_while_it_is_used_leaves_nothing() -> None:
    with pytest.raises(ZeroDivisionError), scratch([("a", b"1")]) as folder:
        raise ZeroDivisionError
    assert not folder.exists()
