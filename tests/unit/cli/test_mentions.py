"""`dossier mentions`."""

import json
from pathlib import Path

import pytest

from harness.command import Run

KEYS = ["article", "field", "start", "end", "surface", "entity", "candidates", "rule", "evidence"]


def test_json_gives_an_object_a_mention_with_the_keys_of_the_contract(run: Run, desk: Path) -> None:
    result = run("-C", desk, "mentions", "2019-06-13-tankers", "--json")

    assert (result.returncode, result.stderr) == (0, "")
    records = [json.loads(line) for line in result.stdout.splitlines()]
    assert [(r["surface"], r["entity"], r["rule"], r["linked"]) for r in records] == [
        ("Tehran", "tehran", "shared-alias", True),
        ("Iran", "iran", "longest-match", True),
        ("Jordan", None, "touching-capital", False),
    ]
    assert all(key in record for record in records for key in [*KEYS, "linked", "dossier"])
    assert records[0]["candidates"] == ["iran", "tehran"]


def test_offsets_count_characters_after_the_front_matter(run: Run, desk: Path) -> None:
    result = run("-C", desk, "mentions", "2019-06-13-tankers", "--json")

    text = (desk / "dossiers/gulf/articles/2019-06-13-tankers.md").read_text("utf-8")
    body = text.split("---\n", 2)[2]
    for record in map(json.loads, result.stdout.splitlines()):
        assert body[record["start"] : record["end"]] == record["surface"]


def test_without_a_name_all_articles_are_shown(run: Run, desk: Path) -> None:
    result = run("-C", desk, "mentions")

    assert result.returncode == 0
    titles = [line for line in result.stdout.splitlines() if not line.startswith(" ")]
    assert titles == [
        "gulf/2019-06-13-tankers  Two tankers burn",
        "gulf/same  On Iran",
        "sea/same  news of the sea",
    ]
    assert "'Jordan' not linked  [touching-capital: it touches \"Henderson\"]" in result.stdout


@pytest.mark.parametrize(
    ("name", "article"),
    [
        ("2019-06-13-tankers", "gulf/2019-06-13-tankers"),
        ("gulf/same", "gulf/same"),
        ("dossiers/sea/articles/same.md", "sea/same"),
        ("./dossiers/sea/articles/same.md", "sea/same"),
        ("articles/2019-06-13-tankers.md", "gulf/2019-06-13-tankers"),
    ],
)
def test_an_article_is_named_by_id_dossier_or_path(
    run: Run, desk: Path, name: str, article: str
) -> None:
    result = run("mentions", name, cwd=desk)
    assert result.stdout.splitlines()[0].split("  ")[0] == article


def test_an_article_may_be_named_by_its_whole_path(run: Run, desk: Path) -> None:
    result = run("-C", desk, "mentions", desk / "dossiers/sea/articles/same.md")
    assert result.stdout.startswith("sea/same")


@pytest.mark.parametrize("name", ["nothing", "sea/2019-06-13-tankers", "gulf/nothing", ".", ""])
def test_a_name_that_no_article_bears_is_wrong_usage(run: Run, desk: Path, name: str) -> None:
    result = run("-C", desk, "mentions", name)

    assert (result.returncode, result.stdout) == (2, "")
    assert result.stderr.startswith("dossier: there is no article")


def test_a_name_that_two_articles_bear_is_wrong_usage(run: Run, desk: Path) -> None:
    result = run("-C", desk, "mentions", "same")

    assert (result.returncode, result.stdout) == (2, "")
    assert result.stderr == "dossier: 'same' may be gulf/same, sea/same; name one of these\n"


def test_every_script_is_printed_in_any_locale(spawn: Run, desk: Path) -> None:
    result = spawn("-C", desk, "mentions", "sea/same", "--json")

    assert result.returncode == 0
    assert "ایران" in result.stdout
