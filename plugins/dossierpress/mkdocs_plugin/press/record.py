"""What the last build made: the key of each page, and how its file lay when it was written.

One file of JSON in `.cache/` for each of the last few site folders, named by the number that the
file system gave to the folder, which it keeps when it is renamed. A record is believed only as far
as the files themselves bear it out: number, size and times must be those that were noted. So a
record that is old, broken, hostile or of another machine reuses nothing.
"""

import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dossierpress.files import Stamp, atomic_write, clear

FOLDER = ".cache/dossier/pages"
"""Where the records lie, relative to the publication."""
KEPT = 6
"""So many records are kept, the latest."""
_FORM = 1


@dataclass(frozen=True)
class Made:
    """A page as it was written: its key, and how its file lay."""

    key: str
    stamp: Stamp


def read_record(root: Path, site: Path) -> Mapping[str, Made]:
    """Return what was noted of a site folder, by the path of each page; empty where nothing was."""
    try:
        form, pages = json.loads(_file(root, site).read_text("utf-8"))
        return {name: _made(values) for name, values in pages.items()} if form == _FORM else {}
    except (OSError, ValueError, TypeError, AttributeError, RecursionError):
        return {}


def write_record(root: Path, site: Path, pages: Mapping[str, Made]) -> None:
    """Note what a site folder holds; where that cannot be done, the next build makes all anew."""
    values = {name: [made.key, *made.stamp] for name, made in sorted(pages.items())}
    with suppress(OSError):
        file = _file(root, site)
        file.parent.mkdir(parents=True, exist_ok=True)
        clear(file.parent)
        atomic_write(file, json.dumps([_FORM, values], separators=(",", ":")).encode())
        _forget(file.parent)


def _made(values: Any) -> Made:
    key, *numbers = values
    if not isinstance(key, str) or [type(number) for number in numbers] != [int] * 4:
        raise ValueError("not a record of a page")
    return Made(key, (numbers[0], numbers[1], numbers[2], numbers[3]))


def _file(root: Path, site: Path) -> Path:
    return root / FOLDER / f"{site.stat().st_ino}.json"


def _forget(folder: Path) -> None:
    """Remove the records of folders that were built longest ago."""
    files = sorted(folder.glob("*.json"), key=lambda file: (-file.stat().st_mtime_ns, file.name))
    for file in files[KEPT:]:
        file.unlink(missing_ok=True)
