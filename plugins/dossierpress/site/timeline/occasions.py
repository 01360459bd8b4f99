"""Occasions: what an article dates, by its own date or in words that its rights let us show."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import NamedTuple

from dossierpress.edtf import When, parse_when
from dossierpress.kept import Kept
from dossierpress.model import Article, ArticleRef
from dossierpress.site.quotes import Texts
from dossierpress.text.when.find import FIELDS, datings

OCCASIONS = "occasions"
"""The file that keeps what articles date, in the folder of what is kept."""
Span = tuple[int, int]


@dataclass(frozen=True)
class Occasion:
    """A date, and where it stands.

    Attributes:
        field: the field that tells it; "" for the date of the article itself.
        words: where the words of the date stand in the field.
        sentence: where their sentence stands.
        is_counted: whether the words had to be counted from the date of the article.
    """

    article: Article
    when: When
    field: str = ""
    words: Span = (0, 0)
    sentence: Span = (0, 0)
    is_counted: bool = False

    @property
    def first(self) -> date:
        """The day that it is sorted by: its first, or its last where it has no first."""
        return self.when.latest if self.when.earliest == date.min else self.when.earliest


class Told(NamedTuple):
    """A date in the words of an article, as an `Occasion` has it."""

    when: When
    field: str
    words: Span
    sentence: Span
    is_counted: bool


class _Record(NamedTuple):
    told: tuple[Told, ...]


def occasions_of(article: Article, told: Iterable[Told]) -> tuple[Occasion, ...]:
    """Return the occasions of an article: its own date, and those that it tells."""
    own = (Occasion(article, article.date),) if article.date else ()
    return (*own, *(Occasion(article, *one) for one in told))


def all_told(
    texts: Mapping[ArticleRef, Texts], digests: Mapping[ArticleRef, bytes], folder: Path | None
) -> Mapping[ArticleRef, tuple[Told, ...]]:
    """Return what each article dates in its words; only those are read that are not known.

    Args:
        texts: the articles.
        digests: of each article, the digest of all that it comes from.
        folder: where what was found is kept; None keeps nothing.
    """
    kept = Kept(folder and folder / OCCASIONS, b"", _Record)
    found = {}
    for ref, text in texts.items():
        digest = digests.get(ref)
        record = kept.recall(digest) if digest else None
        if record is None:
            record = _Record(told_in(text.article, text))
            if digest:
                kept.keep(digest, record)
        found[ref] = record.told
    kept.write()
    return found


def told_in(article: Article, texts: Texts) -> tuple[Told, ...]:
    """Return what an article dates in its words; of one date twice in a sentence, the first.

    What its rights keep back is not read.
    """
    seen: dict[tuple[str, Span, str], Told] = {}
    for one in _told(article, texts):
        seen.setdefault((one.field, one.sentence, one.when.text), one)
    return tuple(seen.values())


def in_time(occasions: Iterable[Occasion]) -> tuple[Occasion, ...]:
    """Return occasions in the order of time; an exact one before a span that begins with it."""
    return tuple(
        sorted(
            occasions,
            key=lambda item: (
                item.first, item.when.latest, item.article.ref, item.field, item.words,
            ),
        )
    )  # fmt: skip


def _told(article: Article, texts: Texts) -> Iterator[Told]:
    name = "published" if article.published else "modified"
    for prose in texts.proses.values():
        if prose.field.name not in FIELDS:
            continue
        for dating in datings(prose, article.date, name):
            if dating.value is not None and texts.may_show(dating.field, dating.end):
                yield Told(
                    parse_when(dating.value),
                    dating.field,
                    (dating.start, dating.end),
                    prose.sentence_at(dating.start),
                    dating.anchor is not None,
                )
