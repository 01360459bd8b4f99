"""The site of the last build, kept from the host's broom and swept by ourselves.

The host empties the site's folder before it builds. Making ten thousand folders and files again
costs more than making the few pages that differ, so the folder is set aside for that moment, comes
back, and loses what this build did not make.
"""

import os
import shutil
from collections.abc import Iterator, Set
from contextlib import suppress
from pathlib import Path

from dossierpress.files import Stamp, stamp

_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
ASIDE = ".cache/dossier/before"
"""Where the old site waits while the host empties its folder, relative to the publication."""


def set_aside(site: Path, root: Path) -> None:
    """Move the old site out of the host's way; where that cannot be done, the host empties it."""
    with suppress(OSError):
        if site.is_dir() and not site.is_symlink() and any(site.iterdir()):
            aside = _aside(site, root)
            shutil.rmtree(aside, ignore_errors=True)  # of a run that was killed
            aside.parent.mkdir(parents=True, exist_ok=True)
            site.rename(aside)


def bring_back(site: Path, root: Path) -> bool:
    """Put the old site in its place again; say whether it is there.

    It is not where the site's folder has new files in it, or there was none.
    """
    aside = _aside(site, root)
    with suppress(OSError):
        if not aside.is_dir() or aside.is_symlink():
            return False
        if site.exists():
            site.rmdir()
        aside.rename(site)
        return True
    shutil.rmtree(aside, ignore_errors=True)
    return False


def files_in(site: Path) -> dict[str, Stamp]:
    """Return the files of a site with how they lie; what is neither file nor folder is removed.

    A link among the old site's files would lead the writing of a page out of the site.
    """
    return dict(_walk(str(site), ""))


def _walk(folder: str, prefix: str) -> Iterator[tuple[str, Stamp]]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                yield from _walk(entry.path, f"{prefix}{entry.name}/")
            elif entry.is_file(follow_symlinks=False):
                yield prefix + entry.name, stamp(entry.stat(follow_symlinks=False))
            else:
                Path(entry.path).unlink()


def sweep(site: Path, there: Set[str], kept: Set[str]) -> None:
    """Remove the files that are there and are not kept, and the folders that this empties."""
    for name in sorted(there - kept):
        file = site / name
        file.unlink(missing_ok=True)
        for folder in file.parents:
            if folder == site or any(folder.iterdir()):
                break
            folder.rmdir()


def write_page(file: str, data: bytes) -> Stamp:
    """Write a file of the site anew; an old one may have another name elsewhere, and goes first."""
    try:
        handle = os.open(file, _NEW, 0o666)
    except FileNotFoundError:
        os.makedirs(os.path.dirname(file), exist_ok=True)  # noqa: PTH103, PTH120  # a third of the time
        handle = os.open(file, _NEW, 0o666)
    except FileExistsError:
        os.unlink(file)  # noqa: PTH108  # as above
        handle = os.open(file, _NEW, 0o666)
    with os.fdopen(handle, "wb", buffering=0) as stream:
        left = memoryview(data)
        while left:
            left = left[stream.write(left) :]
        return stamp(os.fstat(handle))


def _aside(site: Path, root: Path) -> Path:
    """Return where a site waits: in the publication's cache; beside it where it lies elsewhere."""
    site, root = site.absolute(), root.absolute()
    if not site.is_relative_to(root):
        return site.with_name(f".{site.name}-before")
    return root / ASIDE / site.relative_to(root).as_posix().replace("/", "-")
