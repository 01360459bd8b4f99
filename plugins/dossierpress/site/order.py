"""The orders in which pages list things."""

import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from dossierpress.edtf import When
from dossierpress.language.words import Words
from dossierpress.model import Article, Entity, Kind
from dossierpress.site import wording
from dossierpress.site.model import Counted, CountedKind


def newest_first(articles: Iterable[Article]) -> tuple[Article, ...]:
    """Return articles from the newest to the oldest, undated ones after all others."""
    known = sorted(articles, key=lambda article: article.ref)
    dated = [article for article in known if article.date]
    dated.sort(key=lambda article: article.date.sort_key if article.date else (), reverse=True)
    return (*dated, *(article for article in known if not article.date))


def by_kind(
    words: Words, found: Iterable[tuple[Entity, Counted]], limit: int | None = None
) -> tuple[CountedKind, ...]:
    """Return counted entities under their kinds, keeping their order, `limit` of each kind."""
    kinds: dict[Kind, list[Counted]] = {kind: [] for kind in Kind}
    for entity, counted in found:
        kinds[entity.kind].append(counted)
    return tuple(
        CountedKind(kind, wording.kinds(words, kind), tuple(counted[:limit]))
        for kind, counted in kinds.items()
        if counted
    )


@lru_cache(maxsize=1 << 16)
def sort_key(name: str) -> str:
    """Return a key that sorts names A to Z, whatever their marks, capitals and apostrophes."""
    letters = unicodedata.normalize("NFKD", name).casefold()
    return "".join(char for char in letters if char.isalnum() or char == " ")


def year_of(when: When | None) -> str:
    """Return the year that a date is listed under, or "undated"."""
    return str(when.earliest.year) if when else "undated"


def titled(words: Words, year: str) -> str:
    """Return the heading of a year as `year_of` gives it."""
    return words.gettext("Undated") if year == "undated" else year
