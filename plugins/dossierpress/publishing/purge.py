"""One article taken out of every published version: the only way in which a version changes.

Its page becomes a tombstone, and every other file loses what it says of it. The branch begins
anew with one commit, because its history would hold the article for ever. What the publication
holds of the article in its own repository is not touched.
"""

import time
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from dossierpress.building.unpacking import text_of, unpacked
from dossierpress.errors import DossierError, UsageError
from dossierpress.publishing import versions
from dossierpress.publishing.branch import Branch, commit, fetch, push, source_of
from dossierpress.publishing.git import Git
from dossierpress.publishing.pages import TombstonePage, tombstone_page
from dossierpress.publishing.publish import ATTEMPTS, PAUSE, Where
from dossierpress.publishing.removal import without
from dossierpress.publishing.staging import staging
from dossierpress.publishing.traces import Traces
from dossierpress.publishing.tree import Entry, change, files, join, store_file
from dossierpress.publishing.versions import LATEST, Version


@dataclass(frozen=True)
class Purged:
    """What a run came to.

    Attributes:
        files: how many files of each version changed or went, by the version's name.
        commit: the new state of the branch; empty in a dry run.
    """

    files: tuple[tuple[str, int], ...]
    commit: str


@dataclass
class _Work:
    """What is told on every tombstone, and what became of each file; versions share most of them.

    Attributes:
        done: a file's new bytes, or None where it goes, by its name and the id of its old ones.
    """

    traces: Traces
    site_name: str
    reason: str
    done: dict[tuple[str, str], bytes | None]


def purge(
    root: Path, traces: Traces, where: Where, *, reason: str = "", dry_run: bool = False
) -> Purged:
    """Take an article out of every version on a branch.

    Args:
        root: the publication, within a git repository.
        traces: how the article is known in a file.
        where: the branch.
        reason: for the tombstone.
        dry_run: whether to say only what would change.

    Raises:
        UsageError: no version has the article.
        DossierError: the remote refuses.
    """
    source = source_of(Git(root))
    work = _Work(traces, where.site_name, reason, {})
    with staging(root, where.remote) as (git, remote):
        for attempt in range(ATTEMPTS):
            time.sleep(PAUSE * attempt)
            branch = fetch(git, remote, where.branch, whole=True)
            changed: list[tuple[Version, int]] = []
            for version in branch.versions:
                entry = branch.entry(version.name)
                if entry and version.whole and str(traces.article) not in version.purged:
                    edits = _edits(git, entry.id, work)
                    if edits:
                        changed.append((_without(git, version, entry.id, edits, work), len(edits)))
            counts = tuple((version.name, count) for version, count in changed)
            if not changed:
                raise UsageError(f"no version on {where.branch} has {traces.article}")
            if dry_run:
                return Purged(counts, "")
            tree = join(git, _root(git, branch, {v.name: v for v, _ in changed}))
            message = _message(work, counts)
            made = commit(git, tree, branch, source, message, anew=True)
            if push(git, remote, where.branch, made, branch, anew=True):
                return Purged(counts, made)
    raise DossierError(
        f"others published {ATTEMPTS} times while this run tried; nothing was purged, try again"
    )


def _edits(git: Git, tree: str, work: _Work) -> Mapping[str, bytes | None]:
    """Return the new bytes of each file that changes; None where it goes."""
    edits: dict[str, bytes | None] = {}
    for name, id_, data in files(git, tree):
        known = (name, id_)
        if known not in work.done:
            work.done[known] = _file(name, data, work)
        new = work.done[known]
        if new != data:
            edits[name] = new
    return edits


def _file(name: str, data: bytes, work: _Work) -> bytes | None:
    traces = work.traces
    text = text_of(data)
    if traces.names(name):
        if not name.endswith(".html"):
            return None
        heading = "This article was removed"
        told = "It was taken out of this version after it was published."
        return _tombstone(name, heading, told, work)
    if text is None:
        return None if any(traces.hold(part) for part in unpacked(data)) else data
    new = without(name, text, traces.hold)
    if new is not None:
        return data if new == text else new.encode("utf-8")
    if not name.endswith(".html"):
        return None
    heading = "This page was removed"
    told = "It quoted an article that was taken out of this version after it was published."
    return _tombstone(name, heading, told, work)


def _tombstone(name: str, heading: str, told: str, work: _Work) -> bytes:
    root = "../" * (name.count("/") + 1)
    page = TombstonePage(work.site_name, heading, told, work.reason, root)
    return tombstone_page(page)


def _without(
    git: Git, version: Version, tree: str, edits: Mapping[str, bytes | None], work: _Work
) -> Version:
    stored = change(git, tree, edits)
    article = str(work.traces.article)
    return replace(
        version,
        tree=stored.id,
        files=stored.files,
        bytes=stored.bytes,
        purged=tuple(sorted({*version.purged, article})),
    )


def _root(git: Git, branch: Branch, changed: Mapping[str, Version]) -> list[Entry]:
    now = tuple(changed.get(version.name, version) for version in branch.versions)
    root = {entry.name: entry for entry in branch.entries}
    for version in changed.values():
        root[version.name] = Entry(version.name, "040000", version.tree)
    root[LATEST] = Entry(LATEST, "040000", root[now[0].name].id)
    listing = store_file(git, versions.write(now).encode("utf-8"))
    root[versions.NAME] = Entry(versions.NAME, "100644", listing)
    return list(root.values())


def _message(work: _Work, counts: tuple[tuple[str, int], ...]) -> str:
    names = ", ".join(name for name, _ in counts)
    reason = [f"Reason: {work.reason}"] if work.reason else []
    head = f"Purge {work.traces.article} from {names}"
    told = "The history of the branch begins anew, because it would hold the article."
    return "\n\n".join([head, *reason, told]) + "\n"
