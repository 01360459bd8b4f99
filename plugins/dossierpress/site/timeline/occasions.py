"""Occasions: what an article dates, by its own date or in words that its rights let us show."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from dossierpress.edtf import When, parse_when
from dossierpress.model import Article
from dossierpress.site.quotes import Texts
from dossierpress.text.when.find import FIELDS, datings

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


def occasions_of(article: Article, texts: Texts) -> tuple[Occasion, ...]:
    """Return the occasions of an article; of several with the same date in a sentence, the first.

    What its rights keep back is not read.
    """
    own = (Occasion(article, article.date),) if article.date else ()
    seen: dict[tuple[str, Span, str], Occasion] = {}
    for occasion in _told(article, texts):
        seen.setdefault((occasion.field, occasion.sentence, occasion.when.text), occasion)
    return (*own, *seen.values())


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


def _told(article: Article, texts: Texts) -> Iterator[Occasion]:
    name = "published" if article.published else "modified"
    for prose in texts.proses.values():
        if prose.field.name not in FIELDS:
            continue
        for dating in datings(prose, article.date, name):
            if dating.value is not None and texts.may_show(dating.field, dating.end):
                yield Occasion(
                    article,
                    parse_when(dating.value),
                    dating.field,
                    (dating.start, dating.end),
                    prose.sentence_at(dating.start),
                    dating.anchor is not None,
                )
