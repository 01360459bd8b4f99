"""What became of topics between two snapshots, and which articles moved by it."""

from collections.abc import Iterator

from dossierpress.release.changes import Change, What
from dossierpress.release.fields import fields, told
from dossierpress.release.snapshot import ArticleRecord, Snapshot

_RULE = ("rule", "scope")


def topic_changes(before: Snapshot, after: Snapshot) -> Iterator[Change]:
    """Yield the topics that are new, changed or gone, and the articles that moved.

    An article that is itself new or gone, or of a topic that is, has not moved.
    """
    old = {topic.id: topic for topic in before.topics}
    new = {topic.id: topic for topic in after.topics}
    ruled: set[str] = set()
    for id_, topic in new.items():
        if id_ not in old:
            yield Change(What.TOPIC_ADDED, id_, topic.title)
            continue
        for name, was, now in fields(old[id_], topic):
            if name in _RULE:
                ruled.add(id_)
            what = What.TOPIC_RULE if name in _RULE else What.TOPIC_REVISED
            yield Change(what, id_, topic.title, "", name, told(was), told(now))
    for id_, topic in old.items():
        if id_ not in new:
            yield Change(What.TOPIC_REMOVED, id_, topic.title)
    yield from _moves(before, after, ruled, old.keys() & new.keys())


def _moves(
    before: Snapshot, after: Snapshot, ruled: set[str], topics: set[str]
) -> Iterator[Change]:
    was_articles = {article.key: article for article in before.articles}
    now_articles = {article.key: article for article in after.articles}
    was = {(a.topic, a.dossier, a.article): a for a in before.assignments}
    now = {(a.topic, a.dossier, a.article): a for a in after.assignments}
    for key in sorted(was.keys() | now.keys()):
        topic, dossier, id_ = key
        then, today = was.get(key), now.get(key)
        old, new = was_articles.get((dossier, id_)), now_articles.get((dossier, id_))
        if old is None or new is None or topic not in topics:
            continue
        if (then and then.strength) != (today and today.strength):
            yield Change(
                What.ARTICLE_MOVED,
                new.id,
                new.title,
                new.dossier,
                topic,
                then.strength if then else None,
                today.strength if today else None,
                _because(topic, topic in ruled, old, new),
            )


def _because(topic: str, ruled: bool, old: ArticleRecord, new: ArticleRecord) -> str:
    """Return why an article moved, the surest reason first."""
    if _placing(old, topic) != _placing(new, topic):
        return "curator"
    if ruled:
        return "rule"
    same = (old.title, old.texts, old.corrections) == (new.title, new.texts, new.corrections)
    return "registry" if same else "article"


def _placing(article: ArticleRecord, topic: str) -> str | None:
    return next((item.strength for item in article.topics if item.topic == topic), None)
