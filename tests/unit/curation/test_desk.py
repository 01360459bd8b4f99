"""Changes reach the disk only where nothing else has changed meanwhile."""

from pathlib import Path

import pytest

from dossierpress.curation.desk import Change, apply, read_desk
from dossierpress.curation.layout import EditRefusedError
from dossierpress.model import Library


def test_texts_are_read_as_they_stand(tmp_path: Path) -> None:
    (tmp_path / "dossiers/entities").mkdir(parents=True)
    (tmp_path / "dossiers/entities/a.yml").write_bytes(b"\xef\xbb\xbfa:\r\n  name: A\r\n")
    desk = read_desk(tmp_path, Library())
    assert desk.texts == {"dossiers/entities/a.yml": "\ufeffa:\r\n  name: A\r\n"}


def test_a_file_that_changed_meanwhile_is_not_written_nor_any_other(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_text("old")
    (tmp_path / "b.yml").write_text("changed")
    with pytest.raises(EditRefusedError, match="meanwhile"):
        apply(tmp_path, [Change("a.yml", "old", "new"), Change("b.yml", "old", "new")])
    assert (tmp_path / "a.yml").read_text() == "old"


def test_a_link_out_of_the_publication_is_refused(tmp_path: Path) -> None:
    (tmp_path / "outside.yml").write_text("old")
    (tmp_path / "in").mkdir()
    (tmp_path / "in/a.yml").symlink_to(tmp_path / "outside.yml")
    with pytest.raises(EditRefusedError, match="link"):
        apply(tmp_path / "in", [Change("a.yml", "old", "new")])
    assert (tmp_path / "outside.yml").read_text() == "old"
