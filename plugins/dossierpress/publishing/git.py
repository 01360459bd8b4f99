"""git, run as a program: what it answers, and why it refused.

Everything is done in a repository of the run's own, so that the publication's working tree, index,
branches and objects are never touched. The settings that reach a remote (credentials, proxies,
rewritten addresses) are those of the publication's repository, handed over by the environment.
"""

import os
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from dossierpress.errors import DossierError

_REACHING = ("http.", "https.", "credential.", "url.", "ssh.", "protocol.", "core.sshcommand",
             "core.askpass", "core.gitproxy", "remote.")  # fmt: skip
_OWN = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY", "GIT_NAMESPACE",
        "GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_COMMON_DIR", "GIT_PREFIX",
        "GIT_QUARANTINE_PATH")  # fmt: skip


class GitError(DossierError):
    """git refused.

    Attributes:
        told: what it said, both streams together.
    """

    def __init__(self, what: str, told: str) -> None:
        lines = [line for line in told.splitlines() if line.strip()]
        super().__init__(": ".join([f"git {what} failed", *lines[-8:]]))
        self.told = told


@dataclass(frozen=True)
class Git:
    """git in one folder.

    Attributes:
        folder: where it runs.
        settings: settings beside those of the folder, in order; a name may come more than once.
    """

    folder: Path
    settings: tuple[tuple[str, str], ...] = ()
    environment: Mapping[str, str] = field(default_factory=dict)

    def run(self, *arguments: str, stdin: bytes = b"") -> bytes:
        """Return what a command of git printed.

        Raises:
            GitError: it failed.
            DossierError: there is no git.
        """
        done = self.start(*arguments, stdin=stdin)
        if done.returncode:
            told = (done.stderr + done.stdout).decode("utf-8", "replace")
            raise GitError(arguments[0], told)
        return done.stdout

    def start(self, *arguments: str, stdin: bytes = b"") -> "subprocess.CompletedProcess[bytes]":
        """Run a command of git, whatever comes of it."""
        with subprocess.Popen(  # noqa: S603  # no shell, and a remote cannot be an option
            self.command(arguments), env=self.variables(), stdin=subprocess.PIPE,
            stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        ) as process:  # fmt: skip
            out, err = process.communicate(stdin)
        return subprocess.CompletedProcess(arguments, process.returncode, out, err)

    def text(self, *arguments: str) -> str:
        """Return what a command of git printed, as a text without its last line end."""
        return self.run(*arguments).decode("utf-8", "replace").rstrip("\n")

    def command(self, arguments: Iterable[str]) -> list[str]:
        """Return the whole command line."""
        return ["git", "-C", str(self.folder), *arguments]

    def variables(self) -> dict[str, str]:
        """Return the environment: English messages, no questions, and no repository but ours."""
        kept = {name: value for name, value in os.environ.items() if name not in _OWN}
        pairs = {}
        for number, (name, value) in enumerate(self.settings):
            pairs[f"GIT_CONFIG_KEY_{number}"], pairs[f"GIT_CONFIG_VALUE_{number}"] = name, value
        count = {"GIT_CONFIG_COUNT": str(len(self.settings))} if self.settings else {}
        fixed = {"LC_ALL": "C.UTF-8", "LANGUAGE": "", "GIT_TERMINAL_PROMPT": "0"}
        return {**kept, **fixed, **count, **pairs, **self.environment}


def reaching_settings(repository: Git) -> tuple[tuple[str, str], ...]:
    """Return the settings of a repository alone, not of its user, that matter to reach a remote."""
    listed = repository.run("config", "--list", "--show-scope", "-z").decode("utf-8", "replace")
    parts = listed.split("\0")
    found: list[tuple[str, str]] = []
    for scope, entry in zip(parts[::2], parts[1::2], strict=False):
        name, _, value = entry.partition("\n")
        if scope in ("local", "worktree") and name.lower().startswith(_REACHING):
            found.append((name, value))
    return tuple(found)


def file_history(repository: Git, path: str) -> Iterator[str]:
    """Yield every text that a file had in any commit that the repository knows, newest first.

    Args:
        path: relative to the folder of `repository`.
    """
    listed = repository.text("log", "--all", "--format=%H", "--", path).split()
    seen: set[str] = set()
    for commit in listed:
        done = repository.start("cat-file", "blob", f"{commit}:./{path}")
        text = done.stdout.decode("utf-8", "replace")
        if not done.returncode and text not in seen:
            seen.add(text)
            yield text
