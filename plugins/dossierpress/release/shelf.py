"""The releases that a publication has made: `dossiers/releases/`, in the order of their dates."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from dossierpress.edtf import parse_when
from dossierpress.errors import Problem, UsageError
from dossierpress.library.files import listing, relative
from dossierpress.nearest import did_you_mean
from dossierpress.release.form import SnapshotError, read_head, read_snapshot
from dossierpress.release.snapshot import Snapshot

FOLDER = "releases"
"""Where the snapshots lie, below the folder of the content."""
SUFFIX = ".json"
LARGEST = 512 * 1024 * 1024
"""The largest snapshot, in bytes."""
HINT = "take the file back from git; a release is never edited"
_FORBIDDEN = re.compile(r'[\x00-\x1f\x7f/\\:*?"<>|]')
_NUMBER = re.compile(r"(\d+)")
_DEVICES = re.compile(r"(?i)(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?")


@dataclass(frozen=True)
class Entry:
    """A release that lies on the shelf, as far as its order needs it."""

    version: str
    date: str
    path: Path


def check_version(version: str) -> str:
    """Return a version that can be a file, a folder and an address everywhere.

    Raises:
        UsageError: it cannot.
    """
    if (
        not version
        or len(version) > 100
        or _FORBIDDEN.search(version)
        or not version.isprintable()
        or version != version.strip(" .-")
        or _DEVICES.fullmatch(version)
    ):
        raise UsageError(
            f"{version!r} cannot be a version; use letters, digits, dots and hyphens, as in 2026.06"
        )
    return version


def shelf(root: Path, folder: str = "dossiers") -> tuple[tuple[Entry, ...], tuple[Problem, ...]]:
    """Return the releases by their dates, and the files that are none.

    Whether a release was changed is found when it is read, by `load`.
    """
    entries: list[Entry] = []
    problems: list[Problem] = []
    for path in _files(root, folder, problems):
        entry = _read(path, root, problems)
        if entry:
            entries.append(entry)
    return ordered(entries), tuple(problems)


def ordered(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Return releases by date; those of one date by version, its numbers compared as numbers."""
    return tuple(sorted(entries, key=order))


def order(entry: Entry) -> tuple[object, ...]:
    """Return what a release is ordered by."""
    parts = _NUMBER.split(entry.version)
    natural = tuple((int(p), "") if odd % 2 else (0, p) for odd, p in enumerate(parts))
    return (parse_when(entry.date).sort_key, natural, entry.version)


def load(entry: Entry) -> Snapshot:
    """Read a release.

    Raises:
        SnapshotError: it cannot be read, or was changed.
    """
    try:
        if entry.path.stat().st_size > LARGEST:
            raise SnapshotError("is too large to be a snapshot")
        return read_snapshot(entry.path.read_bytes())
    except SnapshotError as error:
        raise SnapshotError(f"the release {entry.version} {error}") from error
    except OSError as error:
        message = f"the release {entry.version} cannot be read: {error.strerror}"
        raise SnapshotError(message) from error


def find(entries: Iterable[Entry], version: str) -> Entry:
    """Return the release of a version.

    Raises:
        UsageError: there is none.
    """
    known = {entry.version: entry for entry in entries}
    if version not in known:
        hint = did_you_mean(version, known, "`dossier release VERSION` makes one")
        raise UsageError(f"there is no release {version!r}; {hint}")
    return known[version]


def _files(root: Path, folder: str, problems: list[Problem]) -> Iterator[Path]:
    for path in listing(root / folder / FOLDER, root, problems):
        if path.suffix == SUFFIX and not path.name.startswith("."):
            yield path


def _read(path: Path, root: Path, problems: list[Problem]) -> Entry | None:
    """Return the version and date of a release, without reading all of it."""
    shown = relative(path, root)
    try:
        if path.stat().st_size > LARGEST:
            raise SnapshotError("is too large to be a snapshot")
        head = read_head(path.read_bytes())
        parse_when(head.date)
    except (SnapshotError, ValueError) as error:
        problems.append(Problem(shown, 1, "DP700", str(error), HINT))
        return None
    except OSError as error:
        message = f"cannot be read: {error.strerror}"
        problems.append(Problem(shown, 1, "DP700", message, "check the file and its permissions"))
        return None
    if path.name != f"{head.version}{SUFFIX}":
        message = f"the file holds the release {head.version!r}"
        hint = f"name it {head.version}{SUFFIX}"
        problems.append(Problem(shown, 1, "DP701", message, hint))
        return None
    return Entry(head.version, head.date, path)
