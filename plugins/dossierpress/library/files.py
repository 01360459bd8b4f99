"""Reads content files: text that is safe to parse, or a problem."""

import os
from operator import attrgetter
from pathlib import Path

from dossierpress.errors import Problem

MAX_FILE = 2 * 1024 * 1024
"""The largest content file, in bytes."""


def relative(path: Path, root: Path) -> str:
    """Return the path as problems show it: relative to the publication, with "/".

    Bytes of a file name that are not UTF-8 are shown as "\\udcff".
    """
    return printable(path.relative_to(root).as_posix())


def printable(name: str) -> str:
    """Return a name with its bytes that are not UTF-8 written out."""
    return name.encode("utf-8", "backslashreplace").decode("utf-8")


def listing(folder: Path, root: Path, problems: list[Problem]) -> tuple[Path, ...]:
    """Return what a folder holds, ordered by name; nothing where it is not there.

    A folder that is closed, and a file in its place, is a problem.
    """
    try:
        return tuple(sorted(folder.iterdir()))
    except OSError as error:
        _report_closed(folder, root, error, problems)
        return ()


def _report_closed(folder: Path, root: Path, error: OSError, problems: list[Problem]) -> None:
    """Report that a folder cannot be listed; one that is not there is no problem."""
    if isinstance(error, FileNotFoundError):
        return
    message, hint = f"the folder cannot be read: {error.strerror}", "check its permissions"
    if isinstance(error, NotADirectoryError):
        message, hint = "is not a folder", "move the file away and make a folder of this name"
    problems.append(Problem(relative(folder, root), 1, "DP001", message, hint))


def entries(folder: Path, root: Path, problems: list[Problem]) -> tuple[os.DirEntry[str], ...]:
    """Return what a folder holds as `listing` does, with what the system tells of it by the way."""
    try:
        with os.scandir(folder) as found:
            return tuple(sorted(found, key=attrgetter("name")))
    except OSError as error:
        _report_closed(folder, root, error, problems)
        return ()


def exists(path: Path) -> bool:
    """Say whether there is such a file; one that may not be looked at counts as there."""
    try:
        return path.exists()
    except OSError:
        return True


def is_folder(path: Path | os.DirEntry[str]) -> bool:
    """Say whether a path is a folder; one that may not be looked at is none."""
    try:
        return path.is_dir()
    except OSError:
        return False


def leaves(path: Path, root: Path) -> bool:
    """Say whether a path leads out of the publication by a symbolic link, or nowhere at all."""
    try:
        end = path.resolve()
        # Of a link that leads back to itself Python 3.13 returns a link, and 3.12 raises.
        return end.is_symlink() or not end.is_relative_to(root.resolve())
    except (OSError, RuntimeError):
        return True


def read_text(
    path: Path, root: Path, problems: list[Problem], *, inside: bool = False
) -> str | None:
    """Return the text of a content file with "\\n" line ends, or None and a problem.

    A byte-order mark is dropped. A file that is not UTF-8, holds NUL, is too large, or leaves
    the publication by a symbolic link is not read.

    Args:
        inside: whether the file's folder is known to lie in the publication.
    """
    try:
        return _text(_bytes(path, root, inside))
    except _RefusedError as refused:
        code, message, hint, line = refused.args
        problems.append(Problem(relative(path, root), line, code, message, hint))
        return None


def read_entry(
    entry: os.DirEntry[str], shown: str, root: Path, problems: list[Problem], *, inside: bool
) -> str | None:
    """Return the text of a file of a folder that was listed, as `read_text` does, in less time.

    Args:
        shown: its path as problems show it.
        inside: whether its folder is known to lie in the publication.
    """
    try:
        if not (inside and not entry.is_symlink()) and leaves(Path(entry.path), root):
            raise _leaves()
        if not entry.is_file():  # which may never come to an end
            raise _RefusedError("DP001", "is not a file", "move it away", 1)
        return _text(_read(entry.path))
    except _RefusedError as refused:
        code, message, hint, line = refused.args
        problems.append(Problem(shown, line, code, message, hint))
        return None


def text_of(data: bytes) -> str | None:
    """Return the text of a content file's bytes, wherever they come from; None for no such text."""
    try:
        return _text(data) if len(data) <= MAX_FILE else None
    except _RefusedError:
        return None


class _RefusedError(Exception):
    """A file that is not read; its arguments are code, message, hint and line."""


def _leaves() -> _RefusedError:
    message = "the file is a link out of the publication"
    return _RefusedError("DP011", message, "copy the file here", 1)


def _bytes(path: Path, root: Path, inside: bool) -> bytes:
    if not (inside and not path.is_symlink()) and leaves(path, root):
        raise _leaves()
    return _read(path)


def _read(path: Path | str) -> bytes:
    try:
        with open(path, "rb", buffering=0) as file:  # noqa: PTH123  # half the time of a `Path`
            if os.fstat(file.fileno()).st_size > MAX_FILE:
                raise _RefusedError("DP009", "the file is over 2 MB", "split it", 1)
            return file.read()
    except OSError as error:
        message = f"cannot be read: {error.strerror}"
        raise _RefusedError("DP001", message, "check the file and its permissions", 1) from error


def _text(data: bytes) -> str:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise _RefusedError("DP001", "is not UTF-8", "save it as UTF-8", line) from error
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        message = "holds NUL bytes: it is not a text"
        raise _RefusedError("DP001", message, "remove the file", line)
    return text
