"""Keeps what matching found, so that an unchanged article is not matched again.

Mentions are kept by the digest of their article, under the key of the registry. What they say is
kept once for all that say the same: of an article's mentions most say what others say elsewhere.
"""

from collections.abc import Mapping
from pathlib import Path

import msgspec

from dossierpress.kept import read_kept, write_kept
from dossierpress.matching.decision import Decision
from dossierpress.model import Article, Mention

_Place = tuple[str, int, int, int, bool]
"""Field, start, end, the number of what is said, and whether the page shows a link there."""


class Packed(msgspec.Struct, array_like=True, frozen=True):
    """Mentions as they are kept, and sent from one process to another.

    Attributes:
        decisions: what mentions say, each once.
        articles: by the digest of each article, where its mentions stand.
    """

    decisions: list[Decision]
    articles: dict[bytes, list[_Place]]

    def of(self, digest: bytes, article: Article) -> tuple[Mention, ...] | None:
        """Return the mentions of an article of this digest; None where there are none of it."""
        places = self.articles.get(digest)
        if places is None:
            return None
        decisions, ref = self.decisions, article.ref
        texts = {field.name: field.text for field in article.fields}
        try:
            return tuple(
                [
                    Mention(ref, field, start, end, texts[field][start:end], *decisions[said], link)
                    for field, start, end, said, link in places
                ]
            )
        except (LookupError, TypeError):
            return None


def packed(mentions: Mapping[bytes, tuple[Mention, ...]]) -> Packed:
    """Pack the mentions of articles by the digests of these."""
    numbers: dict[Decision, int] = {}
    articles = {
        digest: [_place(mention, numbers) for mention in found]
        for digest, found in mentions.items()
    }
    return Packed(list(numbers), articles)


class MentionCache:
    """The mentions of the last run, and those of this one."""

    def __init__(self, file: Path | None, registry: bytes) -> None:
        """Open a cache; a file that is absent, broken or of another registry is an empty one.

        Args:
            file: where mentions are kept; None keeps nothing.
            registry: the digest of the registry.
        """
        self._file = file
        self._key = registry
        self._known = read_kept(file, registry, Packed) or Packed([], {})
        self._used: dict[bytes, tuple[Mention, ...]] = {}
        self._is_new = False

    def recall(self, digest: bytes, article: Article) -> tuple[Mention, ...] | None:
        """Return what was found in an article of this digest; None where it has to be matched."""
        mentions = self._known.of(digest, article)
        if mentions is not None:
            self._used[digest] = mentions
        return mentions

    def keep(self, digest: bytes, mentions: tuple[Mention, ...]) -> None:
        """Remember what was found in an article of this digest."""
        self._used[digest] = mentions
        self._is_new = True

    def write(self) -> None:
        """Replace the file, where this run used other mentions than the last one."""
        if not self._is_new and len(self._used) == len(self._known.articles):
            return
        write_kept(self._file, self._key, packed(self._used))


def _place(mention: Mention, numbers: dict[Decision, int]) -> _Place:
    said = Decision._make(mention[5:11])
    number = numbers.setdefault(said, len(numbers))
    return (mention.field, mention.start, mention.end, number, mention.linked)
