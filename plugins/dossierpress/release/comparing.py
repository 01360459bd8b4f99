"""Any two releases compared, or a release and the files as they are."""

from pathlib import Path

from dossierpress.model import Library
from dossierpress.release.changes import Change
from dossierpress.release.diff import diff
from dossierpress.release.making import Content, by_key, snapshot_of
from dossierpress.release.past import past_articles, revised, revisions
from dossierpress.release.shelf import find, load, shelf
from dossierpress.release.within import rights_now, within


def compare_releases(
    root: Path, now: Library, before: str, after: str, folder: str = "dossiers"
) -> tuple[Change, ...]:
    """Return what changed from one release to another, within the rights of then and now.

    Args:
        root: the publication.
        now: what its files say today, for the rights.
        before: the version to begin with.
        after: the version to end with.
        folder: where the content lies, relative to `root`.

    Raises:
        UsageError: there is no such release.
        SnapshotError: one of the two cannot be trusted.
    """
    entries, _ = shelf(root, folder)
    first, second = find(entries, before), find(entries, after)
    old, new = load(first), load(second)
    changed = revised(old, new)
    keys = {article.key for article in changed}
    then = past_articles(root, first, changed)
    today = past_articles(root, second, [a for a in new.articles if a.key in keys])
    found = tuple(revisions(old, then, new, today))
    return within(diff(old, new, found), rights_now(now.articles))


def compare_with_now(
    root: Path, now: Content, before: str, folder: str = "dossiers"
) -> tuple[Change, ...]:
    """Return what changed from a release to the files as they are; see `compare_releases`."""
    entries, _ = shelf(root, folder)
    first = find(entries, before)
    old = load(first)
    new = snapshot_of(now, "now", old.date, old)
    then = past_articles(root, first, revised(old, new))
    found = tuple(revisions(old, then, new, by_key(now.library)))
    return within(diff(old, new, found), rights_now(now.library.articles))
