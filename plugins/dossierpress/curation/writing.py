"""Several files written together: all of them, or none.

The new bytes, and the old ones for the way back, lie on the disk before the first file changes;
from then on there are renames only.
"""

import os
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path

from dossierpress.errors import DossierError


class WriteFailedError(DossierError):
    """A file could not be written; every file is as it was."""


def write_together(root: Path, files: Mapping[str, bytes]) -> None:
    """Give several files new bytes, or leave all of them as they are.

    A file that is there keeps its permissions; a link is followed.

    Args:
        root: the publication.
        files: the new bytes by path, relative to `root`.

    Raises:
        WriteFailedError: one of them cannot be written.
    """
    with ExitStack() as stack:
        staged = []
        for name, data in files.items():
            with _named(name):
                target = (root / name).resolve()
                new = stack.enter_context(_aside(target, data))
                old = None
                if target.exists():
                    old = stack.enter_context(_aside(target, target.read_bytes()))
                staged.append((name, target, new, old))
        done: list[tuple[Path, Path | None]] = []
        try:
            for name, target, new, old in staged:
                with _named(name):
                    new.replace(target)
                done.append((target, old))
        except BaseException:
            for target, old in reversed(done):
                _put_back(target, old)
            raise


def _put_back(target: Path, old: Path | None) -> None:
    if old is None:
        target.unlink(missing_ok=True)
    else:
        old.replace(target)


@contextmanager
def _aside(target: Path, data: bytes) -> Iterator[Path]:
    """Yield a temporary file with the bytes, in the folder of `target`; it is gone afterwards."""
    target.parent.mkdir(parents=True, exist_ok=True)
    mode = target.stat().st_mode & 0o777 if target.exists() else 0o644
    handle, name = tempfile.mkstemp(prefix=".writing-", suffix=".tmp", dir=target.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(mode)
        yield temporary
    finally:
        temporary.unlink(missing_ok=True)


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
