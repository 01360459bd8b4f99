"""Any two releases compared, or a release and the files as they are."""

from pathlib import Path

from dossierpress.release.changes import Change
from dossierpress.release.diff import diff
from dossierpress.release.making import Content, by_key, snapshot_of
from dossierpress.release.past import Past, past_articles, revised, revisions
from dossierpress.release.shelf import Entry, find, load, shelf
from dossierpress.release.snapshot import Snapshot
from dossierpress.release.within import rights_now, within


def compare_releases(
    root: Path, content: Content, before: str, after: str | None, folder: str = "dossiers"
) -> tuple[Change, ...]:
    """Return what changed from one release to another, within the rights of then and now.

    Args:
        root: the publication.
        content: the publication as it is now.
        before: the version to begin with.
        after: the version to end with; None for the publication as it is.
        folder: where the content lies, relative to `root`.

    Raises:
        UsageError: there is no such release.
        SnapshotError: one of the two cannot be trusted.
    """
    entries, _ = shelf(root, folder)
    first = find(entries, before)
    old = load(first)
    second = find(entries, after) if after is not None else None
    new = load(second) if second else snapshot_of(content, "now", old.date, old)
    changed = revised(old, new)
    keys = {article.key for article in changed}
    found = revisions(
        old,
        past_articles(root, first, changed),
        new,
        _new_articles(root, second, new, keys, content),
    )
    return within(diff(old, new, tuple(found)), rights_now(content.library.articles))


def _new_articles(
    root: Path, entry: Entry | None, new: Snapshot, keys: set[tuple[str, str]], content: Content
) -> Past:
    if entry is None:
        return by_key(content.library)
    return past_articles(root, entry, [a for a in new.articles if a.key in keys])
