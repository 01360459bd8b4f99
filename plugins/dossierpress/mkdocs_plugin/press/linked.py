"""A new site's folder begun with the last site's files, under a second name.

Where no older site is left to begin from, what the last build made need not be made again, nor lie
on the disk twice. Only files of the record are given a second name: they are never written in
place, but taken away and written anew (`write_page`), so that the old site stays as it is.
"""

import os
from contextlib import suppress
from pathlib import Path, PurePosixPath

from msgspec.structs import replace

from dossierpress.files import stamp
from dossierpress.mkdocs_plugin.press.record import Made, read_record, write_record


def begin_linked(old: Path, new: Path, root: Path) -> None:
    """Fill a new and empty site's folder with the files of an old one that lie as they were made.

    Where the file system gives no second names, the folder stays empty, and all is made anew.

    Args:
        old: the folder of the site that readers see.
        new: the folder in which the next one is built.
        root: the publication.
    """
    with suppress(OSError):
        if old.is_symlink() or not old.is_dir() or any(new.iterdir()):
            return
        record = read_record(root, old)
        linked: dict[str, Made] = {}
        with suppress(OSError, NotImplementedError):
            for name, made in record.files.items():
                again = _linked(old / name, new / name, made) if _is_inside(name) else None
                if again is not None:
                    linked[name] = again
        if linked:
            # A second name changes when a file's entry was changed, in both places.
            write_record(root, old, replace(record, files={**record.files, **linked}))
            write_record(root, new, replace(record, files=linked))


def _linked(old: Path, new: Path, made: Made) -> Made | None:
    """Give a file a second name; None where it does not lie as it was made.

    Raises:
        OSError: the file system cannot.
    """
    try:
        if stamp(old.lstat()) != made.stamp:
            return None
    except OSError:  # it is gone
        return None
    with suppress(FileExistsError):
        new.parent.mkdir(parents=True)
    os.link(old, new, follow_symlinks=False)
    now = stamp(new.lstat())
    if now[:3] != made.stamp[:3]:  # it was replaced or changed meanwhile
        new.unlink()
        return None
    return replace(made, stamp=now)


def _is_inside(name: str) -> bool:
    path = PurePosixPath(name)
    return not path.is_absolute() and ".." not in path.parts
