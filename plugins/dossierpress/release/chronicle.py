"""All releases of a publication in turn: what each changed, and when a thing first appeared.

Snapshots are read one at a time, so that the memory that this needs is that of two of them.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from dossierpress.release.changes import Change, What
from dossierpress.release.diff import diff
from dossierpress.release.snapshot import Revision, Snapshot

Key = tuple[str, str, str]
"""A thing that has a page: `article`, `entity`, `topic` or `dossier`; its dossier or ""; its id."""


@dataclass(frozen=True)
class Release:
    """A release, and what it changed.

    Attributes:
        changes: since the release before it; the first release has none, only `counts`.
        counts: how many dossiers, articles, entities and topics it has.
    """

    version: str
    date: str
    changes: tuple[Change, ...]
    counts: Mapping[str, int]
    is_first: bool = False


@dataclass(frozen=True)
class Span:
    """The releases in which a thing first appeared and last changed."""

    first: str
    last: str


@dataclass(frozen=True)
class Chronicle:
    """The releases, oldest first.

    Attributes:
        spans: for each thing that was in a release, when it came and last changed.
        unreleased: the things that changed since the last release.
    """

    releases: tuple[Release, ...] = ()
    spans: Mapping[Key, Span] = field(default_factory=dict)
    unreleased: frozenset[Key] = frozenset()

    @cached_property
    def by_key(self) -> Mapping[Key, tuple[tuple[Release, tuple[Change, ...]], ...]]:
        """For each thing the releases that changed it, newest first, with their changes."""
        found: dict[Key, dict[str, list[Change]]] = {}
        by_version = {release.version: release for release in self.releases}
        for release in reversed(self.releases):
            for change in release.changes:
                for key in keys_of(change):
                    found.setdefault(key, {}).setdefault(release.version, []).append(change)
        return {
            key: tuple((by_version[v], tuple(changes)) for v, changes in versions.items())
            for key, versions in found.items()
        }


def chronicle(snapshots: Iterable[Snapshot], now: Snapshot | None = None) -> Chronicle:
    """Return the chronicle of releases that come oldest first.

    Args:
        snapshots: the releases; each is let go before the one after the next is taken.
        now: the publication as it is, for what changed since the last release.
    """
    releases: list[Release] = []
    spans: dict[Key, Span] = {}
    before: Snapshot | None = None
    for snapshot in snapshots:
        changes = _told(before, snapshot)
        releases.append(_release(snapshot, changes, is_first=before is None))
        touched = _touched(before, snapshot, changes) if before else frozenset()
        for key in _things(snapshot):
            known = spans.get(key)
            if known is None:
                spans[key] = Span(snapshot.version, snapshot.version)
            elif key in touched:
                spans[key] = replace(known, last=snapshot.version)
        before = snapshot
    since = _touched(before, now, _told(before, now, ())) if before and now else frozenset()
    return Chronicle(tuple(releases), spans, since)


def _touched(before: Snapshot, after: Snapshot, changes: tuple[Change, ...]) -> frozenset[Key]:
    """Return the things whose pages changes change."""
    own = (key for change in changes for key in keys_of(change))
    return frozenset((*own, *_reached(before, changes), *_reached(after, changes)))


def _told(
    before: Snapshot | None, after: Snapshot, revisions: tuple[Revision, ...] | None = None
) -> tuple[Change, ...]:
    """Return what readers are told; decisions are the desk's, and may name what is kept back."""
    changes = diff(before, after, revisions) if before else ()
    return tuple(change for change in changes if change.what is not What.DECIDED)


def keys_of(change: Change) -> tuple[Key, ...]:
    """Return the things that a change is a change of."""
    if change.subject == "article":
        own: list[Key] = [("article", change.dossier, change.id), ("dossier", "", change.dossier)]
        if change.what is What.ARTICLE_MOVED:
            return (("topic", "", change.field), *own)
        if change.what is What.ARTICLE_RELINKED:
            named = f"{change.before or ''}, {change.after or ''}".split(", ")
            return (*own, *(("entity", "", id_) for id_ in named if id_))
        return tuple(own)
    if change.what is What.ENTITY_MERGED and change.before:
        return (("entity", "", change.id), ("entity", "", change.before))
    if change.what is What.ENTITY_SPLIT:
        return (("entity", "", change.id), ("entity", "", change.field))
    return ((change.subject, "", change.id),)


def _release(snapshot: Snapshot, changes: tuple[Change, ...], *, is_first: bool) -> Release:
    counts = {
        "dossiers": len(snapshot.dossiers),
        "articles": len(snapshot.articles),
        "entities": sum(entity.replaced_by is None for entity in snapshot.entities),
        "topics": len(snapshot.topics),
    }
    return Release(snapshot.version, snapshot.date, changes, counts, is_first)


_COMES_OR_GOES = (What.ARTICLE_ADDED, What.ARTICLE_REMOVED, What.ARTICLE_WITHDRAWN)


def _reached(one: Snapshot, changes: tuple[Change, ...]) -> Iterator[Key]:
    """Yield what an article that came or went names and belongs to; their pages changed too."""
    moved = {(c.dossier, c.id) for c in changes if c.what in _COMES_OR_GOES}
    if not moved:
        return
    for article in one.articles:
        if article.key in moved:
            yield from (("entity", "", id_) for id_ in article.entities)
    for item in one.assignments:
        if (item.dossier, item.article) in moved:
            yield ("topic", "", item.topic)


def _things(snapshot: Snapshot) -> Iterable[Key]:
    yield from (("dossier", "", dossier.id) for dossier in snapshot.dossiers)
    yield from (("article", article.dossier, article.id) for article in snapshot.articles)
    yield from (("entity", "", entity.id) for entity in snapshot.entities)
    yield from (("topic", "", topic.id) for topic in snapshot.topics)


def count(changes: Iterable[Change]) -> Mapping[What, int]:
    """Return how many things changed in each way, in the order of reports."""
    counts = Counter(what for what, _ in {(c.what, (c.dossier, c.id)) for c in changes})
    return {what: counts[what] for what in What if counts[what]}
