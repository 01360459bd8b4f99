"""What the linking and the topic rules find in articles, looked for where it is not known yet."""

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

import msgspec

from dossierpress.kept import Kept, digest_of
from dossierpress.library.load import Loaded
from dossierpress.matching.lexicon import Lexicon, build_lexicon
from dossierpress.matching.matcher import match
from dossierpress.mention_cache import MentionCache, Packed, packed
from dossierpress.model import Article, ArticleRef, Assignment, Library, Mention
from dossierpress.progress import OFTEN, Progress, Stage
from dossierpress.text.prose import prose_of
from dossierpress.topics.assign import assign
from dossierpress.topics.index import AtomIndex, build_index
from dossierpress.workers import spread, workers

MENTIONS = "mentions"
ASSIGNMENTS = "assignments"
"""The files that keep what was found, in the folder of what is kept."""


class Found(NamedTuple):
    """What was found in the articles of a library.

    Attributes:
        mentions: by article, in reading order; abstentions included.
        assignments: ordered by topic, then article.
    """

    mentions: Mapping[ArticleRef, tuple[Mention, ...]]
    assignments: tuple[Assignment, ...]


class _Placed(NamedTuple):
    assignments: tuple[Assignment, ...]


class _Task(NamedTuple):
    """An article to look into, and its mentions where they are known."""

    digest: bytes
    article: Article
    mentions: tuple[Mention, ...] | None


_Results = dict[bytes, tuple[tuple[Mention, ...], _Placed]]
"""What was found in articles, by their digests."""


class _Sent(msgspec.Struct, array_like=True, frozen=True):
    """The same as another process sends it."""

    mentions: Packed
    placed: dict[bytes, _Placed]


@dataclass(frozen=True)
class _Rules:
    """What is looked for in every article, made ready for the first that is looked into."""

    library: Library

    @cached_property
    def lexicon(self) -> Lexicon:
        return build_lexicon(self.library.registry)

    @cached_property
    def index(self) -> AtomIndex:
        return build_index(self.library.topics, self.library.registry)


def find_all(loaded: Loaded, folder: Path | None, progress: Progress) -> Found:
    """Match and assign every article.

    Args:
        loaded: the publication.
        folder: where what was found is kept; None keeps nothing.
        progress: is told how many articles are done.
    """
    known = MentionCache(folder and folder / MENTIONS, loaded.registry)
    key = digest_of(loaded.registry, loaded.topics)
    placed = Kept(folder and folder / ASSIGNMENTS, key, _Placed)
    results: _Results = {}
    tasks: list[_Task] = []
    for article in loaded.library.articles:
        if article.is_withdrawn:
            continue  # a tombstone names no one and belongs to no topic
        digest = loaded.digests[article.ref]
        mentions = known.recall(digest, article)
        record = placed.recall(digest) if mentions is not None else None
        if mentions is None or record is None:
            tasks.append(_Task(digest, article, mentions))
        else:
            results[digest] = mentions, record
    for digest, (mentions, record) in _looked_for(tasks, _Rules(loaded.library), progress):
        known.keep(digest, mentions)
        placed.keep(digest, record)
        results[digest] = mentions, record
    known.write()
    placed.write()
    return _found(loaded, results)


def _found(loaded: Loaded, results: _Results) -> Found:
    nothing = ((), _Placed(()))
    pairs = [
        (article.ref, results.get(loaded.digests[article.ref], nothing))
        for article in loaded.library.articles
    ]
    assignments = (item for _, (_, placed) in pairs for item in placed.assignments)
    in_order = sorted(assignments, key=lambda item: (item.topic, item.article))
    return Found(MappingProxyType({ref: mentions for ref, (mentions, _) in pairs}), tuple(in_order))


def _looked_for(
    tasks: Sequence[_Task], rules: _Rules, progress: Progress
) -> Iterator[tuple[bytes, tuple[tuple[Mention, ...], _Placed]]]:
    """Look into articles, on all processors where they are many."""
    progress(Stage.MATCHING, 0, len(tasks))
    if not tasks:
        return
    count = workers(len(tasks))
    if count > 1:
        _ = rules.lexicon, rules.index  # once, for all of them
    by_digest = {task.digest: task.article for task in tasks}
    for share in spread(tasks, partial(_share, rules, progress, count, os.getpid()), count):
        if isinstance(share, bytes):
            sent = msgspec.msgpack.decode(share, type=_Sent)
            for digest, record in sent.placed.items():
                mentions = sent.mentions.of(digest, by_digest[digest])
                assert mentions is not None  # noqa: S101  # both are of the same articles, for mypy
                yield digest, (mentions, record)
        else:
            yield from share.items()


def _share(
    rules: _Rules, progress: Progress, processes: int, first: int, tasks: Sequence[_Task]
) -> _Results | bytes:
    """Look into some articles; another process than the first packs what it found.

    Args:
        processes: how many share the work; the others are about as far as this one.
        first: the number of the first process.
    """
    results: _Results = {}
    for done, (digest, article, mentions) in enumerate(tasks):
        if done % OFTEN == 0:
            progress(Stage.MATCHING, done * processes, len(tasks) * processes)
        results[digest] = _find(article, mentions, rules)
    if os.getpid() == first:
        return results
    mentions_of = packed({digest: mentions for digest, (mentions, _) in results.items()})
    placed = {digest: record for digest, (_, record) in results.items()}
    return msgspec.msgpack.encode(_Sent(mentions_of, placed))


def _find(
    article: Article, found: tuple[Mention, ...] | None, rules: _Rules
) -> tuple[tuple[Mention, ...], _Placed]:
    """Return an article's mentions, where they are not known, and its assignments."""
    proses = prose_of(article)
    if found is None:
        found = match(article, rules.lexicon, proses)
    placed = assign(article, found, rules.index, proses)
    return found, _Placed(placed)
