"""`dossier add` as a user runs it: exit status, standard output, standard error, files."""

import io
import json
import re
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

from dossierpress.cli.main import run
from dossierpress.frontmatter import parse_document, plain

ROOT = Path(__file__).parents[2]
TWIN = yaml.safe_load(
    (ROOT / "tests/golden/clippings/web-doubled/seed-twin.yml").read_text("utf-8")
)["text"]
SEEDS = sorted((ROOT.parent / "shared" / "seeds").glob("000_*.txt"))
STORY = "Divers train with minesweepers\nUpdated 8 May 2019\n\nThe divers come from three navies.\n"


@dataclass(frozen=True)
class Result:
    status: int
    out: str
    err: str

    @property
    def records(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.out.splitlines()]


Add = Callable[..., Result]


@pytest.fixture
def publication(tmp_path: Path) -> Path:
    (tmp_path / "mkdocs.yml").write_text("site_name: Test\n")
    for name in ("gulf", "iraq"):
        (tmp_path / "dossiers" / name).mkdir(parents=True)
        (tmp_path / "dossiers" / name / "dossier.yml").write_text(f"title: {name}\n")
    return tmp_path


@pytest.fixture
def add(
    publication: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Add:
    def run_add(*arguments: str | Path, stdin: bytes = b"", dossier: str = "gulf") -> Result:
        command = ["dossier", "-C", str(publication), "add", "-d", dossier]
        monkeypatch.setattr(sys, "argv", [*command, *map(str, arguments)])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        with pytest.raises(SystemExit) as ended:
            run()
        said = capsys.readouterr()
        return Result(int(ended.value.code or 0), said.out, said.err)

    return run_add


@pytest.fixture
def clip(tmp_path: Path) -> Callable[..., Path]:
    def write(text: str | bytes = STORY, name: str = "clippings.txt") -> Path:
        path = tmp_path / name
        path.write_bytes(text.encode() if isinstance(text, str) else text)
        return path

    return write


def _articles(publication: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in sorted(publication.rglob("articles/*"))}


@dataclass(frozen=True)
class Known:
    """A clipping in the layout of the first real input, and what is known of it."""

    text: bytes
    lines: tuple[str, str]
    first_words: tuple[str, str]
    caption: str
    paragraphs: int


KNOWN = [
    Known(
        TWIN.encode(),
        ("1-14", "17-24"),
        ("A run of blasts", "The coalition said its mission against Daesh's cells"),
        "Smoke rises over a storage site",
        3,
    ),
    *(
        Known(
            file.read_bytes(),
            ("1-38", "41-48"),
            ("Iran is stockpiling", "The United States has seen no uptick in Daesh's activity"),
            "US security officials believe",
            15,
        )
        for file in SEEDS
    ),
]


@pytest.mark.parametrize("known", KNOWN, ids=lambda known: known.first_words[0])
def test_the_first_real_input_gives_exactly_two_articles(
    add: Add, clip: Callable[..., Path], publication: Path, known: Known
) -> None:
    result = add(clip(known.text), "--json")
    assert result.status == 0
    first, second = result.records
    for record, lines, words in zip(result.records, known.lines, known.first_words, strict=True):
        document = parse_document((publication / record["path"]).read_text("utf-8"))
        keys = plain(document.metadata)
        assert isinstance(keys, dict)
        assert keys == {key: record[key] for key in keys}
        assert document.body == f"{record['body']}\n"
        assert record["body"].startswith(words)
        assert record["ingest"]["lines"] == lines
        assert known.text.decode().count(record["title"]) == 2
        assert "\u00a0" not in record["body"]
        assert {"published", "agency", "publisher", "url", "authors"}.isdisjoint(keys)
    assert first["modified"] == "2019-12-05"
    assert first["ingest"]["dates"][0]["status"] == "exact"
    assert first["dateline"] == "London"
    assert len(first["standfirst"]) == 1
    assert [image["credit"] for image in first["images"]] == ["AFP/File photo"]
    assert first["images"][0]["caption"].startswith(known.caption)
    assert first["body"].count("\n\n") == known.paragraphs - 1
    assert first["id"].startswith("2019-12-05-")
    assert second["id"].startswith("undated-")
    assert second["dateline"] == "Washington"
    assert "modified" not in second
    assert second["ingest"]["dates"] == [
        {"field": "modified", "raw": "Updated 19 min 23 sec ago", "status": "unanchored"}
    ]
    assert second["body"].count("\n\n") == 1


def test_a_capture_time_anchors_a_relative_stamp(add: Add, clip: Callable[..., Path]) -> None:
    result = add(clip(TWIN), "--json", "--accessed", "2020-01-24T10:00:00Z")
    second = result.records[1]
    assert second["modified"] == "2020-01-24"
    assert second["accessed"] == "2020-01-24T10:00:00Z"
    assert second["ingest"]["dates"][0]["anchor"] == "accessed 2020-01-24T10:00:00Z"
    assert second["ingest"]["dates"][0]["status"] == "resolved"
    assert result.err == (
        "2 stories from 1 file: 2 written, 0 unchanged, 0 duplicates, 0 refused; 0 warnings\n"
    )


def test_what_was_understood_is_on_standard_output_and_what_was_not_on_standard_error(
    add: Add, clip: Callable[..., Path]
) -> None:
    path = clip(TWIN)
    result = add(path)
    assert "modified 2019-12-05 (exact: 'Updated 05 December 2019')" in result.out
    assert "modified empty (unanchored: 'Updated 19 min 23 sec ago')" in result.out
    assert result.err.startswith(f"{path}:19: DP508 ")
    assert "--accessed" in result.err
    assert "\x1b" not in result.out + result.err


def test_adding_again_changes_nothing_and_keeps_an_edited_article(
    add: Add, clip: Callable[..., Path], publication: Path
) -> None:
    path = clip(TWIN)
    written = add(path, "--json").records
    edited = publication / written[0]["path"]
    edited.write_text(edited.read_text("utf-8").replace("A run of blasts", "A series of blasts"))
    before = _articles(publication)
    result = add(path, "--json")
    assert result.status == 0
    assert [record["status"] for record in result.records] == ["unchanged", "unchanged"]
    assert [record["path"] for record in result.records] == [record["path"] for record in written]
    assert _articles(publication) == before


def test_of_a_story_that_is_there_the_file_is_shown_and_not_the_options(
    add: Add, clip: Callable[..., Path], publication: Path
) -> None:
    path = clip(TWIN)
    written = add(path, "--json", "--publisher", "The Gazette").records
    edited = publication / written[0]["path"]
    text = edited.read_text("utf-8").replace("modified: 2019-12-05", "modified: 2019", 1)
    edited.write_text(f"{text}\nA line of the curator.\n", "utf-8")
    options = ("--publisher", "Another", "--accessed", "2020-01-24", "--rights", "metadata")
    result = add(path, "--json", *options)
    first, second = result.records
    assert first["status"] == second["status"] == "unchanged"
    assert first["modified"] == "2019"
    assert first["body"].endswith("A line of the curator.")
    assert {key: second[key] for key in written[1] if key not in ("status", "problems")} == {
        key: value for key, value in written[1].items() if key not in ("status", "problems")
    }
    for record in (first, second):
        (problem,) = record["problems"]
        assert problem["code"] == "DP517"
        assert "--publisher 'Another' (the file says 'The Gazette')" in problem["message"]
        assert "--accessed '2020-01-24' (the file says nothing)" in problem["message"]
        assert "--rights 'metadata' (the file says nothing)" in problem["message"]
        assert "remove the article and add the clipping again" in problem["hint"]
    shown = add(path, *options)
    assert "publisher The Gazette" in shown.out
    assert "Another" not in shown.out
    assert "modified 2019;" in shown.out.replace("\n", ";")
    edited.unlink()
    (publication / second["path"]).unlink()
    assert {record["publisher"] for record in add(path, "--json", *options).records} == {"Another"}


def test_of_a_story_that_is_there_no_warning_is_said_twice(
    add: Add, clip: Callable[..., Path]
) -> None:
    noisy = f"Share\n{TWIN}"
    first, again = add(clip(noisy)), add(clip(noisy))
    assert "DP507" in first.err
    assert "remove the article first" in first.err
    assert again.err == (
        "2 stories from 1 file: 0 written, 2 unchanged, 0 duplicates, 0 refused; 0 warnings\n"
    )


def test_in_a_dry_run_a_duplicate_shows_the_story_that_would_be_written(
    add: Add, clip: Callable[..., Path]
) -> None:
    story = STORY.replace("navies.", "navies and train for a month in the warm water of the Gulf.")
    result = add(clip(f"{story}\n---\n\n{story}"), "--json", "--dry-run")
    first, second = result.records
    assert (first["status"], second["status"]) == ("written", "duplicate")
    assert second["ingest"] == first["ingest"]


def test_output_and_messages_are_captured_in_their_order(
    publication: Path, clip: Callable[..., Path]
) -> None:
    command = [sys.executable, "-c", "from dossierpress.cli.main import run; run()"]
    arguments = ["-C", str(publication), "add", str(clip(TWIN)), "-d", "gulf"]
    done = subprocess.run(
        [*command, *arguments], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=True
    )
    lines = done.stdout.decode().splitlines()
    at = next(index for index, line in enumerate(lines) if " DP508 " in line)
    assert lines[at - 1].startswith("  split by")
    assert lines[-1].startswith("2 stories from 1 file: 2 written")
    assert lines[-2] == lines[at]


def test_a_duplicate_is_reported_with_the_first_and_not_written(
    add: Add, clip: Callable[..., Path], publication: Path
) -> None:
    body = "The divers come from three navies, and they train for a month in warm, dark water."
    first = clip(f"Divers train\nhttps://example.org/a?utm_source=x\n\n{body}\n", "a.txt")
    same_url = clip("Divers at work\nhttp://www.example.org/a/\n\nOther words.\n", "b.txt")
    same_text = clip(f"Under water\nUpdated 8 May 2019\n\n{body.upper()}\n", "c.txt")
    written = add(first, "--json").records[0]
    result = add(same_url, same_text, "--json", dossier="iraq")
    assert result.status == 0
    assert [record["status"] for record in result.records] == ["duplicate", "duplicate"]
    assert {record["id"] for record in result.records} == {written["id"]}
    assert [record["problems"][0]["code"] for record in result.records] == ["DP510", "DP510"]
    assert f"gulf/{written['id']}" in result.err
    assert len(_articles(publication)) == 1


def test_the_same_story_twice_in_one_clipping_is_written_once(
    add: Add, clip: Callable[..., Path]
) -> None:
    story = STORY.replace("navies.", "navies and train for a month in the warm water of the Gulf.")
    result = add(clip(f"{story}\n---\n\n{story}"), "--json")
    assert [record["status"] for record in result.records] == ["written", "duplicate"]


def test_another_story_of_the_same_headline_and_day_gets_a_number(
    add: Add, clip: Callable[..., Path]
) -> None:
    add(clip())
    other = clip(STORY.replace("come from three navies", "went home"), "b.txt")
    record = add(other, "--json").records[0]
    assert record["id"] == "2019-05-08-divers-train-with-minesweepers-2"
    assert [problem["code"] for problem in record["problems"]] == ["DP511"]


def test_a_dry_run_says_the_same_and_writes_nothing(
    add: Add, clip: Callable[..., Path], publication: Path
) -> None:
    path = clip(TWIN)
    dry = add(path, "--json", "--dry-run")
    assert dry.status == 0
    assert _articles(publication) == {}
    assert dry.records == add(path, "--json").records


def test_the_installed_command_adds_from_standard_input(publication: Path) -> None:
    command = [sys.executable, "-c", "from dossierpress.cli.main import run; run()"]
    arguments = ["-C", str(publication), "add", "-", "-d", "gulf"]
    done = subprocess.run([*command, *arguments], input=STORY.encode(), capture_output=True)
    assert done.returncode == 0
    assert list(_articles(publication)) == ["2019-05-08-divers-train-with-minesweepers.md"]


def test_standard_input_is_a_source(add: Add) -> None:
    record = add("-", "--json", stdin=STORY.encode()).records[0]
    assert record["ingest"]["file"] == "stdin"
    assert record["status"] == "written"


def test_options_are_written_into_each_article(add: Add, clip: Callable[..., Path]) -> None:
    given = ("--publisher", "The Gazette", "--rights", "metadata", "--language", "en")
    record = add(clip(), "--json", "--accessed", "2020-01", *given).records[0]
    assert record["publisher"] == "The Gazette"
    assert record["rights"] == "metadata"
    assert record["language"] == "en"
    assert record["accessed"] == "2020-01"
    assert list(record)[:3] == ["title", "publisher", "modified"]


BAD = {
    "empty.txt": (b"", "DP501"),
    "page.txt": (b"<!doctype html><html></html>", "DP506"),
    "letter.txt": (b"%PDF-1.4\n", "DP550"),
    "noise.bin": (bytes(range(256)), "DP502"),
    "cut.txt": ("ناقلات النفط".encode()[:-1], "DP503"),
    "plain.txt": (b"Divers train\n\nThey come from three navies.\n", "DP505"),
}


@pytest.mark.parametrize("name", sorted(BAD))
def test_bad_input_gives_one_clear_problem_and_the_rest_goes_on(
    add: Add, clip: Callable[..., Path], publication: Path, name: str
) -> None:
    data, code = BAD[name]
    bad = clip(data, name)
    result = add(bad, clip(), "--json")
    assert result.status == 1
    refused, written = result.records
    assert refused["status"] == "refused"
    assert [problem["code"] for problem in refused["problems"]] == [code]
    assert refused["id"] is refused["path"] is refused["body"] is None
    assert written["status"] == "written"
    assert re.fullmatch(rf"{re.escape(str(bad))}:1: {code} [^\n]+; [^\n]+\n[^\n]+\n", result.err)
    assert len(_articles(publication)) == 1


def test_a_missing_file_is_a_problem(add: Add, clip: Callable[..., Path], tmp_path: Path) -> None:
    result = add(tmp_path / "none.txt", "n" * 5000, clip(), "--json")
    assert result.status == 1
    assert [record["status"] for record in result.records] == ["refused"] * 2 + ["written"]
    assert result.err.count("DP515") == 2
    assert "Traceback" not in result.err


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--accessed", "5/12/2019"], "2020-01-24"),
        (["--rights", "partial"], "full, excerpt, metadata"),
        (["--language", "no language"], "language tag"),
    ],
)
def test_a_wrong_option_is_wrong_usage(
    add: Add, clip: Callable[..., Path], arguments: list[str], words: str
) -> None:
    result = add(clip(), *arguments)
    assert result.status == 2
    assert words in result.err
    assert result.out == ""


@pytest.mark.parametrize("name", ["nowhere", "../gulf", "entities"])
def test_an_unknown_dossier_is_wrong_usage_and_names_the_known(
    add: Add, clip: Callable[..., Path], name: str
) -> None:
    result = add(clip(), dossier=name)
    assert result.status == 2
    assert "gulf, iraq" in result.err


def test_a_broken_article_stops_nothing_and_keeps_its_name(
    add: Add, clip: Callable[..., Path], publication: Path
) -> None:
    folder = publication / "dossiers" / "gulf" / "articles"
    folder.mkdir()
    broken = folder / "2019-05-08-divers-train-with-minesweepers.md"
    broken.write_bytes(b"---\ntitle: [\n\xff")
    record = add(clip(), "--json").records[0]
    assert record["id"].endswith("-2")
    assert broken.read_bytes() == b"---\ntitle: [\n\xff"


def test_a_folder_that_cannot_be_written_is_a_problem(
    add: Add, clip: Callable[..., Path], publication: Path
) -> None:
    (publication / "dossiers" / "gulf" / "articles").write_text("a file where a folder belongs")
    result = add(clip(), "--json")
    assert result.status == 1
    assert result.records[0]["status"] == "refused"
    assert "DP516" in result.err


def test_hostile_words_stay_text_in_file_and_name(
    add: Add, clip: Callable[..., Path], publication: Path
) -> None:
    title = "../../<script>alert(1)</script>: {{ config }}"
    record = add(clip(STORY.replace("Divers train with minesweepers", title)), "--json").records[0]
    assert record["title"] == title
    assert re.fullmatch(r"[a-z0-9-]+", record["id"])
    assert list(_articles(publication)) == [f"{record['id']}.md"]


def test_every_raw_clipping_is_understood_without_an_error(add: Add) -> None:
    sources = sorted((ROOT / "tests" / "data" / "clippings").glob("*.txt"))
    result = add(*sources, "--json")
    assert result.status == 0, result.err
    assert {record["status"] for record in result.records} == {"written"}
    assert len(result.records) >= 25
    assert all(record["body"] for record in result.records)
