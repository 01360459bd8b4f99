"""What the publication's git repository knows: whether the tree is clean, and files as they were.

git is asked with its own configuration of hooks, pagers and monitors out of the way, and never
writes.
"""

import os
import subprocess
from collections.abc import Iterable, Mapping
from pathlib import Path

from dossierpress.errors import DossierError

_QUIET = ("-c", "core.fsmonitor=false", "-c", "core.quotePath=false", "--no-pager")
_ENVIRONMENT = {"LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0"}


class RepositoryError(DossierError):
    """git is not there, or refuses; the text says what it said."""


class Repository:
    """The git repository that a publication lies in."""

    def __init__(self, root: Path) -> None:
        """Open the repository of a folder.

        Raises:
            RepositoryError: it is in none.
        """
        self._root = root
        self._prefix = self._text("rev-parse", "--show-prefix").rstrip("\n")

    def changed(self) -> tuple[str, ...]:
        """Return the files of the publication that are not as they were committed."""
        listed = self._run("status", "--porcelain=v1", "-z", "--untracked-files=all", "--", ".")
        names = []
        fields = iter(listed.split(b"\0"))
        for item in fields:
            if item:
                names.append(item[3:].decode("utf-8", "backslashreplace"))
                if item[:1] in (b"R", b"C"):
                    next(fields, None)
        return tuple(sorted(name.removeprefix(self._prefix) for name in names))

    def commit_of(self, path: str) -> str | None:
        """Return the commit that brought a file of the publication; None where none did."""
        found = self._text(
            "log", "-1", "--no-show-signature", "--diff-filter=A", "--format=%H", "--", path
        )
        return found.strip() or None

    def paths(self, commit: str, folder: str) -> tuple[str, ...]:
        """Return the files below a folder of the publication, as they were in a commit."""
        listed = self._run("ls-tree", "-r", "-z", "--name-only", commit, "--", f"{folder}/")
        return tuple(
            name.decode("utf-8", "surrogateescape") for name in listed.split(b"\0") if name
        )

    def read(self, commit: str, paths: Iterable[str]) -> Mapping[str, bytes]:
        """Return files of the publication as they were in a commit; absent ones are left out."""
        wanted = [path for path in paths if "\n" not in path]
        asked = "".join(f"{commit}:{self._prefix}{path}\n" for path in wanted)
        answer = self._run("cat-file", "--batch", given=asked.encode("utf-8", "surrogateescape"))
        found: dict[str, bytes] = {}
        position = 0
        for path in wanted:
            end = answer.index(b"\n", position)
            head = answer[position:end].rsplit(b" ", 2)
            position = end + 1
            if head[-1] == b"missing" or len(head) != 3 or not head[2].isdigit():
                continue
            size = int(head[2])
            if head[1] == b"blob":
                found[path] = answer[position : position + size]
            position += size + 1
        return found

    def _text(self, *arguments: str) -> str:
        return self._run(*arguments).decode("utf-8", "replace")

    def _run(self, *arguments: str, given: bytes = b"") -> bytes:
        command = ["git", "-C", str(self._root), *_QUIET, *arguments]
        try:
            ended = subprocess.run(  # noqa: S603  # a fixed program, no shell
                command,
                input=given,
                capture_output=True,
                check=False,
                env={**os.environ, **_ENVIRONMENT},
            )
        except OSError as error:
            raise RepositoryError("git is not installed; a release needs it") from error
        if ended.returncode:
            said = ended.stderr.decode("utf-8", "replace").strip().splitlines()
            last = said[-1] if said else f"exit status {ended.returncode}"
            raise RepositoryError(f"git: {last}")
        return ended.stdout
