"""Makes a release: refuses what must not be frozen, and writes the snapshot whole or not at all."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from dossierpress.edtf import parse_when
from dossierpress.errors import DossierError, Problem, UsageError, errors
from dossierpress.files import NameTakenError, clear, sync, write_new
from dossierpress.model import ArticleRef, Assignment, Library, Mention
from dossierpress.release.changes import Change
from dossierpress.release.diff import diff
from dossierpress.release.form import canonical
from dossierpress.release.past import Past, past_articles, revised, revisions
from dossierpress.release.repository import Repository
from dossierpress.release.shelf import FOLDER, SUFFIX, Entry, check_version, load, order, shelf
from dossierpress.release.snapshot import Snapshot
from dossierpress.release.take import take

_SHOWN = 5
OWN = ".cache/"
"""What the program itself keeps; a publication may not have it in its `.gitignore`."""


class ReleaseRefusedError(DossierError):
    """The publication is in no state to be released; nothing was written."""


@dataclass(frozen=True)
class Content:
    """What a release freezes.

    Attributes:
        problems: what is wrong with it.
        program: the version of DossierPress that read it.
    """

    library: Library
    mentions: Mapping[ArticleRef, Sequence[Mention]]
    assignments: tuple[Assignment, ...]
    problems: tuple[Problem, ...]
    program: str


@dataclass(frozen=True)
class Made:
    """A release that was made.

    Attributes:
        path: that of its snapshot.
        changes: since the last release.
        wordless: how many bodies changed whose former words git does not have.
    """

    path: Path
    snapshot: Snapshot
    changes: tuple[Change, ...]
    wordless: int = 0


def make_release(
    root: Path, content: Content, version: str, date: str, folder: str = "dossiers"
) -> Made:
    """Write the snapshot of a publication.

    Raises:
        UsageError: the version cannot be one, or the date is none or before the last release's.
        ReleaseRefusedError: the version exists, the content has errors, or the tree is not clean.
        RepositoryError: the publication is in no git repository.
    """
    check_version(version)
    try:
        day = parse_when(date)
    except ValueError as error:
        raise UsageError(f"--date: {error}") from error
    if day.earliest != day.latest:
        raise UsageError(f"--date: {date!r} is not one day; give it as 2026-06-30")
    place = root / folder / FOLDER
    if place.is_dir():
        clear(place)
    entries, wrong = shelf(root, folder)
    _refuse_errors((*content.problems, *wrong))
    _refuse_taken(entries, version)
    path = place / f"{version}{SUFFIX}"
    last = entries[-1] if entries else None
    if last and order(Entry(version, date, path)) < order(last):
        raise UsageError(
            f"--date: {date} is before the last release, {last.version} of {last.date};"
            " releases are ordered by date"
        )
    changed = Repository(root).changed()
    _refuse_changed([name for name in changed if not name.startswith(OWN)])
    previous = load(last) if last else None
    snapshot = snapshot_of(content, version, date, previous)
    wordless = 0
    if last and previous:
        wanted = revised(previous, snapshot)
        then = past_articles(root, last, wanted)
        wordless = len(wanted) - len(then)
        found = tuple(revisions(previous, then, snapshot, by_key(content.library)))
        snapshot = take(
            content.library,
            content.mentions,
            content.assignments,
            version=version,
            date=date,
            program=content.program,
            previous=previous.version,
            revisions=found,
        )
    try:
        write_new(path, canonical(snapshot))
    except NameTakenError as error:
        raise ReleaseRefusedError(f"the release {version} exists; nothing was written") from error
    sync(place)
    return Made(path, snapshot, diff(previous, snapshot) if previous else (), wordless)


def snapshot_of(
    content: Content, version: str, date: str, previous: Snapshot | None = None
) -> Snapshot:
    """Return the snapshot of a publication as it is, without the words that changed."""
    return take(
        content.library,
        content.mentions,
        content.assignments,
        version=version,
        date=date,
        program=content.program,
        previous=previous.version if previous else None,
    )


def by_key(library: Library) -> Past:
    """Return the articles of a library by dossier and id."""
    return {(a.ref.dossier, a.ref.article): a for a in library.articles}


def _refuse_errors(problems: Iterable[Problem]) -> None:
    found = errors(problems)
    if found:
        number = f"{len(found)} {'error' if len(found) == 1 else 'errors'}"
        raise ReleaseRefusedError(
            f"the content has {number}, the first is {found[0]}; see `dossier check`"
        )


def _refuse_taken(entries: Iterable[Entry], version: str) -> None:
    """Refuse a version that exists, if only in other capitals: a disk may not tell them apart."""
    for entry in entries:
        if entry.version.casefold() == version.casefold():
            raise ReleaseRefusedError(
                f"the release {entry.version} of {entry.date} exists; a release is never replaced,"
                " choose another version"
            )


def _refuse_changed(names: Sequence[str]) -> None:
    if names:
        shown = ", ".join(names[:_SHOWN])
        more = f" and {len(names) - _SHOWN} more" if len(names) > _SHOWN else ""
        raise ReleaseRefusedError(f"commit these changes first: {shown}{more}")
