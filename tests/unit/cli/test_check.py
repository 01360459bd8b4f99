"""`dossier check`."""

import json
import os
from pathlib import Path

import pytest

from harness.command import Run
from harness.layout import lay_out


def test_a_publication_without_a_fault_is_fine(run: Run, desk: Path) -> None:
    result = run("-C", desk, "check")

    assert (result.returncode, result.stdout) == (0, "")
    assert result.stderr == "no problems\n"


def test_errors_are_printed_a_line_each_and_the_status_is_1(run: Run, desk: Path) -> None:
    lay_out(desk, {"dossiers/gulf/articles/a.md": "", "dossiers/gulf/articles/B.md": "x"})

    result = run("-C", desk, "check")

    assert result.returncode == 1
    lines = result.stdout.splitlines()
    assert [line.split(" ")[:2] for line in lines] == [
        ["dossiers/gulf/articles/B.md:1:", "DP102"],
        ["dossiers/gulf/articles/a.md:1:", "DP002"],
    ]
    assert result.stderr == "2 errors, 0 warnings\n"


def test_warnings_alone_are_no_failure(run: Run, desk: Path) -> None:
    lay_out(desk, {"dossiers/entities/more.yml": "iran-air: {name: Iran, kind: organization}\n"})

    result = run("-C", desk, "check")

    assert result.returncode == 0
    assert "DP104" in result.stdout
    assert result.stderr == "0 errors, 1 warning\n"


def test_json_gives_an_object_a_line_with_the_keys_of_the_contract(run: Run, desk: Path) -> None:
    lay_out(desk, {"dossiers/gulf/articles/a.md": "---\ntitel: t\ntitle: t\n---\n"})

    result = run("-C", desk, "check", "--json")

    assert (result.returncode, result.stderr) == (1, "")
    assert [json.loads(line) for line in result.stdout.splitlines()] == [
        {
            "path": "dossiers/gulf/articles/a.md",
            "line": 2,
            "code": "DP004",
            "severity": "error",
            "message": "unknown key 'titel'",
            "hint": "did you mean title:?",
        }
    ]


def test_file_names_cannot_write_to_the_terminal(run: Run, desk: Path) -> None:
    lay_out(desk, {"dossiers/gulf/articles/\x1b[31mred\nline.md": ""})
    (desk / "dossiers/gulf/articles").joinpath("\udcff.md").write_text("")

    result = run("-C", desk, "check")

    assert result.returncode == 1
    assert len(result.stdout.splitlines()) == 2
    assert "\x1b" not in result.stdout
    assert "\\udcff.md" in result.stdout
    assert run("-C", desk, "check", "--json").returncode == 1


def test_a_folder_that_cannot_be_read_is_a_problem(
    run: Run, desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    closed = desk / "dossiers/gulf/articles"
    inside = os.scandir

    def scandir(folder: Path) -> object:
        if folder == closed:
            raise PermissionError(13, "Permission denied")
        return inside(folder)

    monkeypatch.setattr(os, "scandir", scandir)

    result = run("-C", desk, "check")

    assert result.returncode == 1
    assert result.stdout.startswith(
        "dossiers/gulf/articles:1: DP001 the folder cannot be read: Permission denied; "
    )
