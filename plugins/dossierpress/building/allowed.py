"""Which of the kept-back sentences stand in a text that may be published all the same.

What an article shows of itself is a part of it, and a sentence may stand in two articles of
different rights. What an article's texts show is kept; they are looked through again only for
sentences that were not kept back before.
"""

from collections.abc import Iterable, Mapping
from pathlib import Path
from types import MappingProxyType

from msgspec import Struct

from dossierpress.building.kept_back import KeptBack, bare, shown_texts
from dossierpress.kept import read_kept, write_kept
from dossierpress.model import Article, ArticleRef

FILE = "allowed"
"""The name of the file that keeps this, in the folder of all that is kept."""
_FEW = 3
"""For so many articles it costs less to look for each sentence than to prepare for all at once."""


class _Record(Struct, array_like=True):
    """What the last run looked for, and what of it each article shows, by the article's digest.

    All sentences are named by their digests.
    """

    sentences: list[bytes]
    shown: dict[bytes, list[bytes]]


def not_allowed(
    kept: KeptBack,
    articles: Iterable[Article],
    digests: Mapping[ArticleRef, bytes] = MappingProxyType({}),
    file: Path | None = None,
) -> KeptBack:
    """Return only the sentences that no article shows.

    Args:
        kept: sentences that may be kept back.
        articles: all of a publication.
        digests: what tells each article from what it was, where that is known.
        file: where this is kept for the next run; None keeps nothing.
    """
    before = read_kept(file, b"", _Record) or _Record([], {})
    more = kept.beyond(frozenset(before.sentences))
    wanted = frozenset(kept.digests)
    shown: dict[bytes, list[bytes]] = {}
    fresh: list[Article] = []
    allowed: set[bytes] = set()
    for article in articles:
        digest = digests.get(article.ref, b"")
        known = before.shown.get(digest)
        if known is None:
            fresh.append(article)
            continue
        found = wanted.intersection(known)
        if more.sentences:
            found |= _shown(more, article)
        shown[digest] = sorted(found)
        allowed |= found
    look = _shown if len(fresh) > _FEW else _shown_slowly
    for article in fresh:
        found = look(kept, article)
        allowed |= found
        if article.ref in digests:
            shown[digests[article.ref]] = sorted(found)
    after = _Record(sorted(wanted), shown)
    if after != before:
        write_kept(file, b"", after)
    return kept.beyond(allowed)


def _shown(kept: KeptBack, article: Article) -> frozenset[bytes]:
    """Return the digests of the sentences that an article shows."""
    return frozenset(digest for text in shown_texts([article]) for digest in kept.standing_in(text))


def _shown_slowly(kept: KeptBack, article: Article) -> frozenset[bytes]:
    """Return the same without an automaton of all sentences."""
    texts = [bare(text) for text in shown_texts([article])]
    return frozenset(
        digest
        for digest, (letters, *_) in zip(kept.digests, kept.sentences, strict=True)
        if any(letters in text for text in texts)
    )
