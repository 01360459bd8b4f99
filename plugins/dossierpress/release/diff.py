"""Two snapshots → the changes between them, in the order of a report."""

from collections.abc import Iterable, Iterator, Mapping

from dossierpress.model import WITHDRAWN
from dossierpress.release.changes import Change, What
from dossierpress.release.diff_entities import entity_changes
from dossierpress.release.diff_topics import topic_changes
from dossierpress.release.fields import fields, told
from dossierpress.release.settle import settled
from dossierpress.release.snapshot import (
    ArticleRecord,
    CorrectionRecord,
    DecisionRecord,
    DossierRecord,
    Revision,
    Snapshot,
)

_APART = ("corrections", "entities", "texts", "path")
"""What of an article is compared in a way of its own, or is no matter to a reader."""
_TAKEN_BACK = frozenset(kind.value for kind in WITHDRAWN)


def diff(
    before: Snapshot, after: Snapshot, revisions: Iterable[Revision] | None = None
) -> tuple[Change, ...]:
    """Return what changed from one snapshot to another.

    Args:
        before: the earlier release.
        after: the later one.
        revisions: the words that changed in bodies; by default those that `after` holds, where
            `before` is the release before it.
    """
    if revisions is None:
        revisions = after.revisions if after.previous == before.version else ()
    words = {(r.dossier, r.article, r.field): r for r in revisions}
    before = settled(before, after)
    found = [
        *_dossiers(before, after),
        *_articles(before, after, words),
        *entity_changes(before, after, new_decisions(before, after)),
        *topic_changes(before, after),
        *_decisions(before, after),
    ]
    return tuple(sorted(found, key=lambda change: change.order))


def new_decisions(before: Snapshot, after: Snapshot) -> tuple[DecisionRecord, ...]:
    """Return the decisions that the later snapshot has and the earlier has not."""
    known = set(before.decisions)
    return tuple(decision for decision in after.decisions if decision not in known)


def _dossiers(before: Snapshot, after: Snapshot) -> Iterator[Change]:
    old: Mapping[str, DossierRecord] = {dossier.id: dossier for dossier in before.dossiers}
    new: Mapping[str, DossierRecord] = {dossier.id: dossier for dossier in after.dossiers}
    for id_, dossier in new.items():
        if id_ not in old:
            yield Change(What.DOSSIER_ADDED, id_, dossier.title, dossier=id_)
            continue
        for name, was, now in fields(old[id_], dossier):
            yield Change(What.DOSSIER_REVISED, id_, dossier.title, id_, name, told(was), told(now))
    for id_, dossier in old.items():
        if id_ not in new:
            yield Change(What.DOSSIER_REMOVED, id_, dossier.title, dossier=id_)


def _articles(
    before: Snapshot, after: Snapshot, words: Mapping[tuple[str, str, str], Revision]
) -> Iterator[Change]:
    old = {article.key: article for article in before.articles}
    new = {article.key: article for article in after.articles}
    for key, article in new.items():
        if key not in old:
            yield Change(What.ARTICLE_ADDED, article.id, article.title, article.dossier)
            yield from _notices((), article)
        elif old[key] != article:
            yield from _notices(old[key].corrections, article)
            if not (_is_withdrawn(article) and not _is_withdrawn(old[key])):
                yield from _revised(old[key], article, words)
    for key, article in old.items():
        if key not in new:
            yield Change(What.ARTICLE_REMOVED, article.id, article.title, article.dossier)


def _is_withdrawn(article: ArticleRecord) -> bool:
    return any(notice.kind in _TAKEN_BACK for notice in article.corrections)


def _notices(known: tuple[CorrectionRecord, ...], article: ArticleRecord) -> Iterator[Change]:
    for notice in article.corrections:
        if notice not in known:
            gone = notice.kind in _TAKEN_BACK
            yield Change(
                What.ARTICLE_WITHDRAWN if gone else What.ARTICLE_CORRECTED,
                article.id,
                article.title,
                article.dossier,
                notice.kind,
                after=f"{notice.date}: {notice.text}",
            )


def _revised(
    old: ArticleRecord,
    new: ArticleRecord,
    words: Mapping[tuple[str, str, str], Revision],
) -> Iterator[Change]:
    what = What.ARTICLE_REVISED
    for name, was, now in fields(old, new, without=_APART):
        yield Change(what, new.id, new.title, new.dossier, name, told(was), told(now))
    was_texts = {text.field: text for text in old.texts}
    now_texts = {text.field: text for text in new.texts}
    for name in sorted({*was_texts, *now_texts}):
        then, then_now = was_texts.get(name), now_texts.get(name)
        if (then and then.sha256) != (then_now and then_now.sha256):
            revision = words.get((new.dossier, new.id, name))
            yield Change(
                what,
                new.id,
                new.title,
                new.dossier,
                name,
                told(then),
                told(then_now),
                words=revision.pieces if revision else (),
                rights=revision.rights if revision else "",
            )
    if old.entities != new.entities:
        yield Change(
            What.ARTICLE_RELINKED,
            new.id,
            new.title,
            new.dossier,
            "entities",
            told(tuple(e for e in old.entities if e not in new.entities)),
            told(tuple(e for e in new.entities if e not in old.entities)),
        )


def _decisions(before: Snapshot, after: Snapshot) -> Iterator[Change]:
    for decision in new_decisions(before, after):
        because = f": {decision.reason}" if decision.reason else ""
        words = f"{decision.verdict}{f' {decision.to}' if decision.to else ''}{because}"
        yield Change(
            What.DECIDED, decision.subject, decision.subject, field=decision.kind, after=words
        )
