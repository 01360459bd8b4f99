"""Long lists in pages: no page lists more than a reader can take in, or a phone can load."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from dossierpress.edtf import When
from dossierpress.language.words import Words
from dossierpress.site.order import titled, year_of

T = TypeVar("T")


@dataclass(frozen=True)
class Portion(Generic[T]):
    """What one page of a long list holds.

    Attributes:
        name: the last part of its address: "2019", or "2019-2" for the second page of a year.
        title: "2019", or "2019, page 2 of 3".
    """

    name: str
    title: str
    items: tuple[T, ...]


def by_year(
    words: Words, items: Iterable[T], when: Callable[[T], When | None], size: int
) -> Iterator[Portion[T]]:
    """Yield the portions of a list that is in the order of time, year by year."""
    years: dict[str, list[T]] = {}
    for item in items:
        years.setdefault(year_of(when(item)), []).append(item)
    for year, found in years.items():
        yield from portions(words, found, year, titled(words, year), size)


def portions(
    words: Words, items: Sequence[T], name: str, title: str, size: int
) -> Iterator[Portion[T]]:
    """Yield a list in portions of at most `size` items; one that is short enough is whole."""
    number = -(-len(items) // size)
    for part in range(number):
        several = number > 1
        yield Portion(
            f"{name}-{part + 1}" if several and part else name,
            words.gettext(
                "{title}, page {page} of {pages}", title=title, page=part + 1, pages=number
            )
            if several
            else title,
            tuple(items[part * size : (part + 1) * size]),
        )
