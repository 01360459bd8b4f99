"""Commands killed at random moments: the next run succeeds, and nothing that stood is lost.

`make test` kills a few times, `make kills` 200 times.
"""

import hashlib
import random
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from click.testing import Result

from dossierpress.publishing.versions import parse
from harness.building import copy_small
from harness.kills import killed_after
from harness.remotes import ADDRESS, Desk, git

Dossier = Callable[..., Result]


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    made = Desk.make(tmp_path, copy_small(tmp_path))
    with (made.folder / "mkdocs.yml").open("a") as file:
        file.write(f"site_url: {ADDRESS}\n")
    made.commit("Address")
    return made


@dataclass
class Round:
    """Runs of commands, each killed at a moment of its usual time and then run to its end.

    Attributes:
        trees: the id of each version's tree on the branch, in the order of publication.
        killed: how many runs were killed so far.
    """

    dossier: Dossier
    desk: Desk
    chance: random.Random
    usual: dict[str, float] = field(default_factory=dict)
    trees: dict[str, str] = field(default_factory=dict)
    killed: int = 0

    def run(self, *words: str, left: Callable[[], str] = str) -> tuple[Result, str]:
        """Return what the run that was not killed gave, and what `left` saw before it."""
        command, seen = ("-C", self.desk.folder, *words), left()
        if words[0] in self.usual:
            moment = self.chance.uniform(0, self.usual[words[0]])
            self.killed += killed_after(moment, lambda: self.dossier(*command))
            seen = left()
        begin = time.monotonic()
        result = self.dossier(*command)
        usual = time.monotonic() - begin
        self.usual[words[0]] = max(usual, self.usual.get(words[0], 0.0))
        return result, seen

    def build(self, number: int) -> None:
        """Change the home page and build: the old site or the new one stands at any time."""
        (self.desk.folder / "docs/index.md").write_text(f"# A small desk\n\nState {number}.\n")
        self.desk.commit(f"Work {number}")
        site = self.desk.folder / "site"
        before = digest(site)
        result, seen = self.run("build", left=lambda: digest(site))
        assert result.exit_code == 0, result.stderr
        assert seen in (before, digest(site))
        assert not list(self.desk.folder.glob(".site-*"))

    def release(self, number: int) -> None:
        """Release: the snapshot is there, whole, or is not."""
        month, day = divmod(number - 1, 28)
        date = f"{2026 + month // 12}-{month % 12 + 1:02}-{day + 1:02}"
        result, _ = self.run("release", f"v{number}", "--date", date)
        assert result.exit_code == 0 or "a release is never replaced" in result.stderr
        assert self.dossier("-C", self.desk.folder, "check").exit_code == 0
        self.desk.commit(f"Release {number}")

    def bundle(self, number: int) -> None:
        """Bundle: each archive is there whole, or is not."""
        folder = self.desk.folder.with_name("bundles")

        def whole() -> str:
            archives = sorted(folder.glob("*.zip"))
            assert not archives or self.dossier("verify", *archives).exit_code == 0
            return ""

        result, _ = self.run("bundle", f"v{number}", "--output", str(folder), left=whole)
        assert result.exit_code == 0, result.stderr
        whole()
        assert self.dossier("verify", folder / f"v{number}.sha256").exit_code == 0

    def publish(self, number: int) -> None:
        """Publish: the branch has the version whole or not at all, and every older one."""
        result, _ = self.run("publish", "--keep", "999", left=self.branch)
        assert result.exit_code == 0, result.stderr
        self.branch()
        self.trees[f"v{number}"] = self.desk.root()[f"v{number}"]
        listed = [version.name for version in parse(self.desk.shown("versions.json"))]
        assert listed == list(reversed(self.trees))
        assert self.desk.root()["latest"] == self.trees[f"v{number}"]
        assert self.desk.is_sound()

    def branch(self) -> str:
        """See that the branch has lost nothing."""
        shown = self.desk.root() if self.trees else {}
        assert {name: shown[name] for name in self.trees} == self.trees
        assert git(self.desk.remote, "fsck", "--strict", "--no-dangling").strip() == ""
        return ""


def digest(folder: Path) -> str:
    """Return one digest of all files of a folder."""
    total = hashlib.sha256()
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        total.update(f"{path.relative_to(folder)}\0".encode())
        total.update(hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()


def test_nothing_is_lost_whenever_a_run_is_killed(
    dossier: Dossier, desk: Desk, pytestconfig: pytest.Config
) -> None:
    wanted = int(pytestconfig.getoption("--kills"))
    rounds = Round(dossier, desk, random.Random(wanted))
    number = 0
    while rounds.killed < wanted:
        number += 1
        for step in (rounds.build, rounds.release, rounds.bundle, rounds.publish):
            step(number)
    assert git(desk.folder, "fsck", "--strict", "--no-dangling").strip() == ""
