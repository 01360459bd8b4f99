"""`dossier add` with pages and feeds: the same input gives the same files, once."""

from collections.abc import Callable
from pathlib import Path

from click.testing import Result

from harness.pages import FOLDER


def test_adding_pages_twice_writes_them_once(
    dossier: Callable[..., Result], publication: Path
) -> None:
    sources = [FOLDER / "cms-graph-patrol.html", FOLDER / "rtl-arabic.html"]
    first = dossier("-C", publication, "add", *sources, "-d", "gulf-security")
    assert first.exit_code == 0, first.stderr
    folder = publication / "dossiers/gulf-security/articles"
    before = {path.name: path.read_bytes() for path in folder.glob("*.md")}
    again = dossier("-C", publication, "add", *reversed(sources), "-d", "gulf-security")
    assert again.stdout.count("unchanged") == 2
    assert {path.name: path.read_bytes() for path in folder.glob("*.md")} == before
    text = before["2019-11-07-four-navies-begin-joint-patrols-off-fujairah.md"].decode()
    assert "published: 2019-11-07T09:15:00+04:00" in text.replace("'", "").replace('"', "")
    assert dossier("-C", publication, "check").exit_code == 0


def test_a_broken_page_does_not_stop_the_next(
    dossier: Callable[..., Result], publication: Path, tmp_path: Path
) -> None:
    (tmp_path / "deep.html").write_bytes(b"<html><h1>Deep</h1>" + b"<div>" * 100_000)
    sources = [tmp_path / "deep.html", FOLDER / "bare-bridge.html"]
    result = dossier("-C", publication, "add", *sources, "-d", "gulf-security")
    assert result.exit_code == 1
    assert "DP521" in result.stderr
    assert "new-bridge-over-the-khabur" in result.stdout
