"""What the rules find is the same for any number of processes, and with anything known of it."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from dossierpress import finding
from dossierpress.finding import Found, find_all
from dossierpress.library.load import read_library
from dossierpress.progress import silent
from harness.building import SMALL, copy_small

TANKER = "dossiers/gulf/articles/2019-06-14-tanker-burns.md"
REGISTRY = "dossiers/entities/all.yml"
TOPIC = "dossiers/topics/shipping.md"

SCRIPT = """
import os
from pathlib import Path
from dossierpress import finding
from dossierpress.finding import find_all
from dossierpress.library.load import read_library
from dossierpress.progress import silent

first, real = os.getpid(), finding._find
def find(*arguments):
    if {failing!r} and os.getpid() != first:
        raise ValueError("only in the first process")
    return real(*arguments)
finding._find = find
print(find_all(read_library(Path({root!r})), None, silent))
"""


def found(root: Path) -> Found:
    return find_all(read_library(root), root / ".cache/kept", silent)


def alone(root: Path) -> Found:
    return find_all(read_library(root), None, silent)


@pytest.mark.parametrize(("number", "failing"), [("1", False), ("2", False), ("3", True)])
def test_any_number_of_processes_finds_the_same(number: str, failing: bool) -> None:
    script = SCRIPT.format(failing=failing, root=str(SMALL))
    environ = os.environ | {"DOSSIER_WORKERS": number}
    command = [sys.executable, "-c", script]
    done = subprocess.run(command, env=environ, capture_output=True, text=True, check=True)
    assert done.stdout == f"{alone(SMALL)}\n"
    assert "Mention(" in done.stdout
    assert "Assignment(" in done.stdout


def replaced(file: str, old: str, new: str) -> Callable[[Path], None]:
    def edit(root: Path) -> None:
        text = (root / file).read_text("utf-8")
        assert old in text
        (root / file).write_text(text.replace(old, new), "utf-8")

    return edit


@pytest.mark.parametrize(
    ("edit", "matched"),
    [
        (replaced(TANKER, "on Thursday", "near Fujairah"), 1),
        (replaced(TANKER, "title:", "topics: {shipping: none}\ntitle:"), 1),
        (replaced(REGISTRY, "name: Blue Heron", "name: Grey Heron"), 4),
        (replaced(TOPIC, "term:tanker", "term:crew"), 0),
        (replaced("dossiers/gulf/dossier.yml", "title:", "language: fa\ntitle:"), 3),
        (lambda root: (root / TANKER).unlink(), 0),
    ],
    ids=["text", "override", "registry", "topic", "dossier", "gone"],
)
def test_after_an_edit_only_what_it_can_change_is_matched(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    edit: Callable[[Path], None],
    matched: int,
) -> None:
    root = copy_small(tmp_path)
    assert found(root) == alone(root)
    edit(root)
    expected = alone(root)
    real, asked = finding.match, []
    monkeypatch.setattr(finding, "match", lambda *args: asked.append(args[0].ref) or real(*args))
    assert found(root) == expected
    assert len(asked) == matched
    assert found(root) == expected
    assert len(asked) == matched
