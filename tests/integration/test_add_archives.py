"""`dossier add` on folders and archives, after kills, and twice at once, as a user runs it."""

import json
import os
import signal
import subprocess
import sys
import time
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import Result

ADD = [sys.executable, "-c", "from dossierpress.cli.main import run; run()"]
Dossier = Callable[..., Result]


def story(number: int, title: str | None = None) -> str:
    title = title or f"Patrol number {number} leaves the harbour of Fujairah"
    words = " ".join(f"w{number}x{place}" for place in range(60))
    return f"{title}\n\nUpdated 24 January 2020\n\n{title}\n\nBASRA: The ships left. {words}.\n"


@pytest.fixture
def clips(tmp_path: Path) -> Path:
    """A folder of 40 stories, a file each."""
    folder = tmp_path / "clips"
    folder.mkdir()
    for number in range(40):
        (folder / f"{number:02}.txt").write_text(story(number), "utf-8")
    return folder


def articles(publication: Path) -> list[Path]:
    folder = publication / "dossiers" / "gulf-security" / "articles"
    return sorted(file for file in folder.iterdir() if "patrol" in file.name or file.name[0] == ".")


def arguments(publication: Path, *rest: object) -> list[str]:
    return ["-C", str(publication), "add", "-d", "gulf-security", *map(str, rest)]


def test_a_folder_is_added_with_one_summary(
    dossier: Dossier, publication: Path, clips: Path
) -> None:
    (clips / "bad.txt").write_bytes(b"%PDF-1.4 no text")
    result = dossier(*arguments(publication, clips))
    assert result.exit_code == 1
    assert len(articles(publication)) == 40
    assert result.stderr.splitlines()[-1] == (
        "40 stories from 41 files: 40 written, 0 unchanged, 0 duplicates, 1 refused; 0 warnings"
    )
    again = dossier(*arguments(publication, clips))
    assert again.stderr.splitlines()[-1] == (
        "40 stories from 41 files: 0 written, 40 unchanged, 0 duplicates, 1 refused; 0 warnings"
    )


def test_a_pattern_and_an_archive_are_sources(
    dossier: Dossier, publication: Path, clips: Path, tmp_path: Path
) -> None:
    dossier(*arguments(publication, clips / "0*.txt"))
    assert len(articles(publication)) == 10
    archive = tmp_path / "clips.zip"
    with zipfile.ZipFile(archive, "w") as pack:
        for file in sorted(clips.iterdir()):
            pack.write(file, f"in/{file.name}")
        pack.writestr("../out.txt", "x")
    result = dossier(*arguments(publication, archive, "--json"))
    records = [json.loads(line) for line in result.stdout.splitlines()]
    assert Counter(record["status"] for record in records) == {
        "unchanged": 10, "written": 30, "refused": 1,
    }  # fmt: skip
    written = next(record for record in records if record["status"] == "written")
    assert written["ingest"]["file"] == "clips.zip!/in/10.txt"
    assert "clips.zip!/../out.txt:1: DP531 " in result.stderr


def test_an_address_is_not_fetched_unasked(
    dossier: Dossier, publication: Path, tmp_path: Path
) -> None:
    listed = tmp_path / "list.txt"
    listed.write_text("# mine\nhttps://a.example/1\nhttps://a.example/2\n", "utf-8")
    result = dossier(*arguments(publication, "https://a.example/0", listed))
    assert result.exit_code == 1
    assert result.stderr.count(" DP540 ") == 3
    assert "save the page" in result.stderr


def test_with_fetch_this_machine_is_not_asked(dossier: Dossier, publication: Path) -> None:
    result = dossier(*arguments(publication, "--fetch", "http://127.0.0.1:1/"))
    assert " DP541 " in result.stderr


def test_a_nearly_equal_story_is_written_with_a_warning(
    dossier: Dossier, publication: Path, tmp_path: Path
) -> None:
    one, two = tmp_path / "1.txt", tmp_path / "2.txt"
    one.write_text(story(1), "utf-8")
    two.write_text(
        story(1, "Patrol of another name in the harbour") + "\nOne line more.\n", "utf-8"
    )
    result = dossier(*arguments(publication, one, two))
    assert result.exit_code == 0
    assert len(articles(publication)) == 2
    assert " DP545 " in result.stderr
    shown = dossier("-C", publication, "clusters", "--json")
    (cluster,) = [json.loads(line) for line in shown.stdout.splitlines()]
    assert len(cluster["members"]) == 2


def test_resume_passes_over_what_was_added_whole(
    dossier: Dossier, publication: Path, clips: Path
) -> None:
    dossier(*arguments(publication, clips))
    (clips / "new.txt").write_text(story(99), "utf-8")
    result = dossier(*arguments(publication, clips, "--resume"))
    assert result.stdout.count("written") == 1
    assert "unchanged" not in result.stdout
    assert "40 clippings passed over" in result.stderr
    other = dossier(*arguments(publication, clips, "--resume", "--publisher", "Other"))
    assert "passed over" not in other.stderr


@pytest.fixture
def launch(publication: Path) -> Iterator[Callable[..., subprocess.Popen]]:
    """Start `dossier add` as a process of its own."""
    started = []

    def run(*rest: object) -> subprocess.Popen:
        command = [*ADD, *arguments(publication, *rest)]
        started.append(subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE))
        return started[-1]

    yield run
    for process in started:
        process.kill()
        process.communicate()


def _whole(publication: Path) -> list[str]:
    files = [file for file in articles(publication) if file.suffix == ".md"]
    texts = [file.read_text("utf-8") for file in files]
    assert all(text.startswith("---\n") and text.endswith(".\n") for text in texts)
    return texts


@pytest.mark.skipif(os.name == "nt", reason="a kill without warning is a signal")
def test_a_killed_run_leaves_whole_files_and_the_next_one_goes_on(
    launch, dossier: Dossier, publication: Path, clips: Path
) -> None:
    for number in range(40, 400):
        (clips / f"{number:03}.txt").write_text(story(number), "utf-8")
    for turn in range(3):
        process = launch(clips, "--resume")
        before = len(articles(publication))
        while len(articles(publication)) < before + 20 and process.poll() is None:
            time.sleep(0.005)
        process.send_signal(signal.SIGKILL)
        assert process.wait() == -signal.SIGKILL, turn
        _whole(publication)
    folder = publication / "dossiers" / "gulf-security" / "articles"
    (folder / ".writing-left.tmp").write_text("half", "utf-8")
    result = dossier(*arguments(publication, clips, "--resume"))
    assert result.exit_code == 0
    assert len(_whole(publication)) == 400
    assert not list(folder.glob(".*"))


def test_runs_at_once_write_each_story_whole_and_no_id_twice(
    launch, publication: Path, tmp_path: Path
) -> None:
    """The same headlines and dates in four runs ask for the same names at the same time."""
    title = "Patrol leaves the harbour of Fujairah"
    runs = []
    for part in range(4):
        folder = tmp_path / f"part-{part}"
        folder.mkdir()
        for number in range(25):
            text = story(part * 100 + number, f"{title}")
            (folder / f"{number}.txt").write_text(text, "utf-8")
        runs.append(launch(folder))
    for process in runs:
        assert process.wait(timeout=120) == 0, process.stderr.read()
    texts = _whole(publication)
    assert len(texts) == 100
    assert len({text.partition("BASRA")[2] or text for text in texts}) == 100
    assert not list((publication / "dossiers" / "gulf-security" / "articles").glob(".*"))


def test_a_run_does_not_remove_what_another_is_writing(publication: Path) -> None:
    import fcntl

    from dossierpress.ingest.writer import clear

    folder = publication / "dossiers" / "gulf-security" / "articles"
    with (folder / ".writing-live.tmp").open("wb") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        clear(folder)
        assert (folder / ".writing-live.tmp").exists()
    clear(folder)
    assert not (folder / ".writing-live.tmp").exists()
