"""Finding the publication, and what wrong usage comes to."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from dossierpress.cli.main import COMMANDS
from harness.command import Run
from harness.layout import lay_out


def test_the_nearest_publication_upward_is_taken(run: Run, desk: Path) -> None:
    result = run("check", cwd=desk / "dossiers/gulf/articles")
    assert (result.returncode, result.stderr) == (0, "no problems\n")


def test_outside_a_publication_the_command_says_what_to_do(run: Run, tmp_path: Path) -> None:
    result = run("check", cwd=tmp_path)

    assert (result.returncode, result.stdout) == (2, "")
    assert result.stderr.startswith("dossier: no mkdocs.yml here or above")


@pytest.mark.parametrize("command", ["check", "mentions", "topics"])
def test_a_folder_that_is_no_publication_is_wrong_usage(
    run: Run, tmp_path: Path, command: str
) -> None:
    result = run("-C", tmp_path, command)

    assert (result.returncode, result.stdout) == (2, "")
    assert "has no mkdocs.yml" in result.stderr


@pytest.mark.parametrize("folder", ["missing", "a" * 5000, "loop", "mkdocs.yml"])
def test_a_folder_that_cannot_be_looked_at_is_wrong_usage(
    run: Run, desk: Path, folder: str
) -> None:
    lay_out(desk, {"loop": {"link": "loop"}})

    result = run("-C", folder, "check", cwd=desk)

    assert (result.returncode, result.stdout) == (2, "")
    assert "Traceback" not in result.stderr


def test_a_folder_that_may_not_be_entered_is_wrong_usage(
    dossier: Callable[..., Any], desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def denied(_: Path) -> bool:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "is_file", denied)

    assert dossier("-C", desk, "check").exit_code == 2


@pytest.mark.parametrize("arguments", [["chekc"], ["check", "--jsn"], ["-C"], ["check", "extra"]])
def test_a_command_line_that_is_not_understood_is_wrong_usage(
    run: Run, desk: Path, arguments: list[str]
) -> None:
    result = run(*arguments, cwd=desk)

    assert (result.returncode, result.stdout) == (2, "")
    assert "Traceback" not in result.stderr


def test_a_process_of_its_own_ends_with_the_same_status(spawn: Run, desk: Path) -> None:
    assert spawn("-C", desk, "check").returncode == 0
    assert spawn("-C", desk, "mentions", "nothing").returncode == 2
    lay_out(desk, {"dossiers/gulf/articles/a.md": ""})
    assert spawn("-C", desk, "check").returncode == 1


def test_the_commands_are_listed_in_the_order_of_their_use(run: Run) -> None:
    result = run("--help")

    commands = result.stdout.partition("Commands:")[2]
    names = [line.split()[0] for line in commands.splitlines() if line.startswith("  ")]
    assert [name for name in names if name in COMMANDS] == list(COMMANDS)


def test_an_empty_publication_has_nothing_and_no_problem(run: Run, tmp_path: Path) -> None:
    lay_out(tmp_path, {"mkdocs.yml": "site_name: x\n"})

    for command in ("mentions", "topics", "check"):
        result = run(command, cwd=tmp_path)
        assert (result.returncode, result.stdout) == (0, ""), command


@pytest.mark.parametrize("group", [[], ["entity"]])
def test_the_line_of_each_command_is_whole(run: Run, group: list[str]) -> None:
    commands = run(*group, "--help").stdout.partition("Commands:")[2].split("\n\n")[0]

    lines = [line for line in commands.splitlines() if line.strip()]
    assert lines
    assert all(re.fullmatch(r"  [a-z]+ +[A-Z][^.]*\.", line) for line in lines), lines
