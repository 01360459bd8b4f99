"""Rights in time: of what changed, only what today's rights still allow to be shown.

An article whose rights have narrowed since a release is narrowed in everything that is made of that
release from then on. One that was withdrawn, or whose file is gone, keeps its headline and notices.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from dossierpress.model import Article, Rights
from dossierpress.release.changes import Change, What
from dossierpress.rights import narrower, shows_whole

Now = Mapping[tuple[str, str], Rights | None]
"""The rights of each article now, by dossier and id; None for one that is withdrawn."""

TEXTS = frozenset({"subtitle", "standfirst", "summary", "caption", "credit", "body"})


def rights_now(articles: Iterable[Article]) -> Now:
    """Return the rights of articles as they are now."""
    return {
        (article.ref.dossier, article.ref.article): None if article.is_withdrawn else article.rights
        for article in articles
    }


def within(changes: Iterable[Change], now: Now) -> tuple[Change, ...]:
    """Return changes without the words that may no longer be shown."""
    return tuple(_within(changes, now))


def _within(changes: Iterable[Change], now: Now) -> Iterator[Change]:
    for change in changes:
        if change.what is not What.ARTICLE_REVISED or change.field not in TEXTS:
            yield change
            continue
        rights = now.get((change.dossier, change.id))
        if change.field == "body":
            kept = rights and change.rights and narrower(rights, Rights(change.rights))
            yield change if kept == change.rights else replace(change, words=(), rights="")
        elif rights and shows_whole(rights, change.field):
            yield change
        else:
            yield replace(change, before=None, after=None)
