"""Changes reach the disk only where nothing else has changed meanwhile."""

from pathlib import Path

import pytest

from dossierpress.curation.desk import Change, apply, read_desk
from dossierpress.curation.layout import EditRefusedError
from dossierpress.files import WriteFailedError, write_together
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


def failing_at(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the file system refuse to rename anything to that name."""
    rename = Path.replace

    def replace(self: Path, target: Path) -> Path:
        if target.name == name and self.name.startswith(".writing-"):
            raise PermissionError(13, "Permission denied")
        return rename(self, target)

    monkeypatch.setattr(Path, "replace", replace)


def test_a_second_file_that_fails_puts_the_first_one_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.yml").write_text("old")
    (tmp_path / "a.yml").chmod(0o600)
    (tmp_path / "b.yml").write_text("old")
    failing_at("b.yml", monkeypatch)
    with pytest.raises(WriteFailedError, match=r"b\.yml: .*Permission denied; nothing was changed"):
        apply(tmp_path, [Change("a.yml", "old", "new"), Change("b.yml", "old", "new")])
    assert [(tmp_path / name).read_text() for name in ("a.yml", "b.yml")] == ["old", "old"]
    assert (tmp_path / "a.yml").stat().st_mode & 0o777 == 0o600
    assert sorted(path.name for path in tmp_path.glob("[!.]*")) == ["a.yml", "b.yml"]
    assert not list(tmp_path.rglob(".writing-*"))


def test_a_new_file_is_taken_back_where_the_second_one_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    failing_at("b.yml", monkeypatch)
    with pytest.raises(WriteFailedError):
        apply(tmp_path, [Change("a.yml", "", "new"), Change("b.yml", "", "new")])
    assert not [path for path in tmp_path.rglob("*") if path.is_file()]


def test_no_file_changes_where_one_cannot_be_prepared(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_text("old")
    (tmp_path / "entities").write_text("a file where a folder belongs")
    with pytest.raises(WriteFailedError, match=r"entities/b\.yml: cannot be written"):
        write_together(tmp_path, {"a.yml": b"new", "entities/b.yml": b"new"})
    assert (tmp_path / "a.yml").read_text() == "old"
