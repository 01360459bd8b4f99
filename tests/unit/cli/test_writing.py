"""Commands that write two files write both or neither, and say in one line what is wrong."""

from pathlib import Path

import pytest

from harness.command import Run
from harness.layout import lay_out

DECIDE = ("decide", "--candidate", "Henderson", "--as", "weak", "--entity", "jordan")
RENAME = ("entity", "rename", "jordan", "the-kingdom")


def text_of(desk: Path) -> str:
    return (desk / "dossiers/entities/places.yml").read_text()


@pytest.mark.parametrize("arguments", [DECIDE, RENAME], ids=lambda words: words[0])
def test_decisions_that_are_a_folder_leave_the_registry_alone(
    run: Run, desk: Path, arguments: tuple[str, ...]
) -> None:
    lay_out(desk, {"dossiers/decisions.yml/notes.txt": "x"})
    before = text_of(desk)

    result = run("-C", desk, *arguments)

    assert (result.returncode, result.stdout) == (1, "")
    assert result.stderr == (
        "dossier: dossiers/decisions.yml: cannot be read: Is a directory; nothing was changed\n"
    )
    assert text_of(desk) == before


@pytest.mark.parametrize("name", ["places.yml", "decisions.yml"])
def test_a_file_that_cannot_be_written_leaves_both_as_they_were(
    run: Run, desk: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    rename = Path.replace

    def replace(self: Path, target: Path) -> Path:
        if target.name == name:
            raise PermissionError(13, "Permission denied")
        return rename(self, target)

    lay_out(desk, {"dossiers/entities/places.yml": "jordan:\n  name: Jordan\n  kind: place\n"})
    before = text_of(desk)
    monkeypatch.setattr(Path, "replace", replace)

    result = run("-C", desk, *RENAME)

    assert (result.returncode, result.stdout) == (1, "")
    assert len(result.stderr.splitlines()) == 1
    assert f"{name}: cannot be written: Permission denied; nothing was changed" in result.stderr
    assert text_of(desk) == before
    assert not (desk / "dossiers/decisions.yml").exists()
    assert not list(desk.rglob(".writing-*"))
