"""Several files written together: all of them, or none.

The new bytes lie on the disk, and a record of what is to be renamed, before the first file changes.
From then on there are renames only. An error puts the old bytes back; after a kill `recover` does
the renames that are left, so that no reader is left with half a change.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dossierpress.errors import DossierError
from dossierpress.files.whole import (
    PREFIX,
    SUFFIX,
    atomic_write,
    clear,
    mode_of,
    sync,
    written_aside,
)

RECORD = ".cache/dossier/unfinished.json"
"""What a change still has to rename; it lies here from its first rename to its last."""


class WriteFailedError(DossierError):
    """A file could not be written; every file is as it was."""


@dataclass(frozen=True)
class _Step:
    """One file of a change: its new bytes and, where it is there, its old ones, both aside.

    Attributes:
        was: the digest of the old bytes.
    """

    name: str
    target: Path
    new: Path
    old: Path | None
    was: str | None


def write_together(root: Path, files: Mapping[str, bytes]) -> None:
    """Give several files new bytes, or leave all of them as they are.

    A file that is there keeps its permissions; a link is followed.

    Args:
        root: the publication.
        files: the new bytes by path, relative to `root`.

    Raises:
        WriteFailedError: one of them cannot be written.
    """
    with _named(RECORD):
        recover(root)
    for name in (RECORD, *files):
        clear((root / name).resolve().parent)
    try:
        with ExitStack() as stack:
            steps = [_stage(root, name, data, stack) for name, data in files.items()]
            if len(steps) > 1:
                with _named(RECORD):
                    atomic_write(root / RECORD, _record(root, steps))
            _rename(steps)
    finally:  # when nothing lies aside any more
        (root / RECORD).unlink(missing_ok=True)


def recover(root: Path) -> tuple[str, ...]:
    """Finish a change that was killed between its first rename and its last.

    A file that a person has changed since then stays as it is.

    Returns:
        The files that got their new bytes now, relative to `root`.

    Raises:
        OSError: a file cannot be renamed.
    """
    record = root / RECORD
    try:
        known = json.loads(record.read_text("utf-8"))
    except (OSError, ValueError):
        known = []
    steps = list(_known_steps(root, known if isinstance(known, list) else []))
    # Where old bytes stand and the new ones are gone, an error put the old ones back.
    left = [step for step in steps if _digest(step.target) == step.was]
    if any(not step.new.is_file() for step in left):
        left = []
    for step in left:
        step.new.replace(step.target)
    for folder in {step.target.parent for step in steps}:
        clear(folder)
        sync(folder)
    record.unlink(missing_ok=True)
    return tuple(step.name for step in left)


def _stage(root: Path, name: str, data: bytes, stack: ExitStack) -> _Step:
    with _named(name):
        target = (root / name).resolve()
        mode = mode_of(target)
        new = stack.enter_context(written_aside(target, data, mode))
        old = None
        if target.exists():
            old = stack.enter_context(written_aside(target, target.read_bytes(), mode))
        return _Step(name, target, new, old, _digest(old))


def _rename(steps: list[_Step]) -> None:
    """Give each file its new bytes, or all their old ones."""
    done: list[_Step] = []
    try:
        for step in steps:
            with _named(step.name):
                step.new.replace(step.target)
            done.append(step)
    except BaseException:
        for step in reversed(done):
            _put_back(step)
        raise
    finally:
        for folder in {step.target.parent for step in steps}:
            sync(folder)


def _put_back(step: _Step) -> None:
    if step.old is None:
        step.target.unlink(missing_ok=True)
    else:
        step.old.replace(step.target)


def _record(root: Path, steps: list[_Step]) -> bytes:
    inside = [step for step in steps if step.target.is_relative_to(root.resolve())]
    known = [{"file": step.name, "new": step.new.name, "was": step.was} for step in inside]
    return json.dumps(known).encode()


def _known_steps(root: Path, known: list[Any]) -> Iterator[_Step]:
    """Yield what a record names; one that another made is not trusted to name files elsewhere."""
    for step in known:
        try:
            name, was = str(step["file"]), step["was"]
            target = (root / name).resolve()
            new = target.parent / str(step["new"])
            if target.is_relative_to(root.resolve()) and _is_aside(new, target):
                yield _Step(name, target, new, None, was)
        except (TypeError, KeyError, OSError, ValueError):
            continue


def _is_aside(path: Path, target: Path) -> bool:
    named = path.name.startswith(PREFIX) and path.name.endswith(SUFFIX)
    return named and path.parent == target.parent and not path.is_symlink()


def _digest(path: Path | None) -> str | None:
    return hashlib.sha256(path.read_bytes()).hexdigest() if path and path.is_file() else None


@contextmanager
def _named(name: str) -> Iterator[None]:
    """Turn an error of the file system into one that names the file as a person knows it."""
    try:
        yield
    except OSError as error:
        reason = error.strerror or str(error)
        raise WriteFailedError(
            f"{name}: cannot be written: {reason}; nothing was changed"
        ) from error
