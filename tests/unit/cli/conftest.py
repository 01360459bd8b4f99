"""The command line as the console script runs it, and a small publication for it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from dossierpress.cli import main
from harness.command import Result, Run
from harness.layout import lay_out

FILES = {
    "mkdocs.yml": "site_name: Gulf desk\n",
    "dossiers/gulf/dossier.yml": "title: The Gulf\nrights: full\n",
    "dossiers/gulf/articles/2019-06-13-tankers.md": (
        "---\ntitle: Two tankers burn\n---\nIn Tehran, a tanker of Iran. Jordan Henderson saw it.\n"
    ),
    "dossiers/gulf/articles/same.md": "---\ntitle: On Iran\n---\nIran is silent.\n",
    "dossiers/sea/dossier.yml": "title: The Sea\nrights: full\n",
    "dossiers/sea/articles/same.md": "---\ntitle: news of the sea\n---\nکشتی ایران\n",
    "dossiers/entities/places.yml": (
        "iran: {name: Iran, kind: place, aliases: [{text: Tehran, use: metonym}, ایران]}\n"
        "tehran: {name: Tehran, kind: place, aliases: [{text: Tehran, default: true}]}\n"
        "jordan: {name: Jordan, kind: place}\n"
    ),
    "dossiers/topics/tankers.md": "---\ntitle: Tankers\nrule: {any: [term:tanker]}\n---\n",
}


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A publication without a fault: two dossiers, three entities, one topic."""
    return lay_out(tmp_path / "desk", FILES)


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run `dossier` in this process, from an empty folder unless `cwd` says otherwise."""

    def dossier(*arguments: object, cwd: Path | None = None) -> Result:
        monkeypatch.chdir(cwd or tmp_path)
        monkeypatch.setattr("sys.argv", ["dossier", *map(str, arguments)])
        with pytest.raises(SystemExit) as ended:
            main.run()
        return Result(int(ended.value.code or 0), *capsys.readouterr())

    return dossier


@pytest.fixture
def spawn(tmp_path: Path) -> Run:
    """Run `dossier` in a process of its own, whose locale knows Latin-1 only."""

    def dossier(*arguments: object) -> Result:
        ended = subprocess.run(
            [sys.executable, "-c", "from dossierpress.cli.main import run; run()"]
            + [str(argument) for argument in arguments],
            cwd=tmp_path,
            env={**os.environ, "PYTHONUTF8": "0", "LC_ALL": "C", "PYTHONIOENCODING": "latin-1"},
            capture_output=True,
            encoding="utf-8",
            check=False,
            timeout=60,
        )
        return Result(ended.returncode, ended.stdout, ended.stderr)

    return dossier
