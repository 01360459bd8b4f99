"""What commands say of files that have errors, and of names that nothing bears."""

from pathlib import Path

import pytest

from harness.command import Run
from harness.layout import lay_out

READING = ("topics", "mentions", "candidates", "dates", "clusters")


@pytest.mark.parametrize("command", READING)
def test_files_that_were_left_out_are_counted_on_standard_error(
    run: Run, desk: Path, command: str
) -> None:
    lay_out(desk, {"dossiers/gulf/articles/a.md": "", "dossiers/topics/b.md": ""})

    result = run("-C", desk, command, "--json")

    assert result.returncode == 0
    assert result.stderr == "2 files have errors and were left out; see `dossier check`\n"


def test_one_file_is_one_whatever_is_wrong_with_it(run: Run, desk: Path) -> None:
    lay_out(desk, {"dossiers/gulf/articles/a.md": "---\nrights: partial\npublisher: [[x]]\n---\n"})

    result = run("-C", desk, "topics")

    assert result.stderr == "1 file has errors and was left out; see `dossier check`\n"


def test_a_reference_that_leads_nowhere_leaves_its_file_in(run: Run, desk: Path) -> None:
    lay_out(desk, {"dossiers/gulf/articles/a.md": "---\ntitle: t\ntopics: {sea: none}\n---\n"})

    assert run("-C", desk, "topics").stderr == ""


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("2019-06-13-tanker", "did you mean 2019-06-13-tankers?"),
        ("gulf/sane", "did you mean gulf/same?"),
        ("nosuch", "without a name the command shows all articles, each with its id"),
    ],
)
def test_an_unknown_article_is_answered_with_the_nearest_ones(
    run: Run, desk: Path, name: str, hint: str
) -> None:
    result = run("-C", desk, "mentions", name)

    assert (result.returncode, result.stdout) == (2, "")
    assert result.stderr == f"dossier: there is no article {name!r}; {hint}\n"


@pytest.mark.parametrize("name", ["a", "gulf/a", "dossiers/gulf/articles/a.md"])
def test_an_article_with_errors_is_not_called_missing(run: Run, desk: Path, name: str) -> None:
    lay_out(desk, {"dossiers/gulf/articles/a.md": ""})

    result = run("-C", desk, "dates", name)

    assert result.returncode == 2
    assert "has errors and was left out; see `dossier check`" in result.stderr


@pytest.mark.parametrize(
    ("old", "hint"),
    [
        ("jordn", "did you mean jordan?"),
        ("nosuch", "the ids stand in dossiers/entities/"),
    ],
)
def test_an_unknown_entity_is_answered_with_the_nearest_ones(
    run: Run, desk: Path, old: str, hint: str
) -> None:
    result = run("-C", desk, "entity", "rename", old, "x")

    assert (result.returncode, result.stdout) == (2, "")
    assert result.stderr == f"dossier: there is no entity {old!r}; {hint}\n"
