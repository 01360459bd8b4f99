"""What the linking and the topic rules find in articles, looked for where it is not known yet."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from dossierpress.kept import Kept, digest_of
from dossierpress.library.load import Loaded
from dossierpress.matching.lexicon import Lexicon, build_lexicon
from dossierpress.matching.matcher import match
from dossierpress.mention_cache import MentionCache
from dossierpress.model import Article, ArticleRef, Assignment, Library, Mention
from dossierpress.progress import OFTEN, Progress, Stage
from dossierpress.text.prose import prose_of
from dossierpress.topics.assign import assign
from dossierpress.topics.index import AtomIndex, build_index

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
    articles = loaded.library.articles
    rules = _Rules(loaded.library)
    known = MentionCache(folder and folder / MENTIONS, loaded.registry)
    key = digest_of(loaded.registry, loaded.topics)
    placed = Kept(folder and folder / ASSIGNMENTS, key, _Placed)
    mentions: dict[ArticleRef, tuple[Mention, ...]] = {}
    assignments: list[Assignment] = []
    for done, article in enumerate(articles):
        if done % OFTEN == 0:
            progress(Stage.MATCHING, done, len(articles))
        if article.is_withdrawn:
            mentions[article.ref] = ()  # a tombstone names no one and belongs to no topic
            continue
        digest = loaded.digests[article.ref]
        found = known.recall(digest, article)
        record = placed.recall(digest) if found is not None else None
        if found is None or record is None:
            found, record = _find(article, found, rules)
            known.keep(digest, found)
            placed.keep(digest, record)
        mentions[article.ref] = found
        assignments.extend(record.assignments)
    known.write()
    placed.write()
    in_order = sorted(assignments, key=lambda item: (item.topic, item.article))
    return Found(MappingProxyType(mentions), tuple(in_order))


def _find(
    article: Article, found: tuple[Mention, ...] | None, rules: _Rules
) -> tuple[tuple[Mention, ...], _Placed]:
    """Return an article's mentions, where they are not known, and its assignments."""
    proses = prose_of(article)
    if found is None:
        found = match(article, rules.lexicon, proses)
    placed = assign(article, found, rules.index, proses)
    return found, _Placed(placed)
