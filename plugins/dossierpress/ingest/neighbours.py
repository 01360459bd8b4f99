"""Articles whose text is nearly that of a new story; found in passing, while stories are added."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from dossierpress.text.shingles import FEWEST, NEAR, Shingler, containment, packed, sample

ONE_IN = 8
"""One shingle in so many is put into the index."""
LOOKED_AT = 3
"""So many of the articles that share most of the sample are compared in full."""
CROWD = 64
"""Of the articles that share one shingle, so many are looked at: the latest."""


@dataclass(frozen=True)
class Neighbour:
    """An article, as "dossier/id", and the share of the smaller text's shingles in the larger."""

    article: str
    share: float


class Neighbours:
    """The texts of a publication's articles, by their shingles; grows as stories are added.

    Args:
        load: yields each article that is there, as "dossier/id", with its text; called when the
            first new story comes, so that a run that adds nothing does not wait for it.
    """

    def __init__(self, load: Callable[[], Iterable[tuple[str, str]]]) -> None:
        self._load: Callable[[], Iterable[tuple[str, str]]] | None = load
        self._shingler = Shingler()
        self._articles: list[str] = []
        self._texts: list[Sequence[int]] = []
        self._index: dict[int, list[int]] = {}

    def add(self, article: str, text: str) -> Neighbour | None:
        """Put a new article among the others, and return its nearest, if any is near."""
        load, self._load = self._load, None
        for other, words in load() if load else ():
            if other != article:
                self._put(other, packed(self._shingler.shingles(words)))
        shingles = packed(self._shingler.shingles(text))
        found = self._nearest(shingles)
        self._put(article, shingles)
        return found

    def _nearest(self, shingles: Sequence[int]) -> Neighbour | None:
        if len(shingles) < FEWEST:
            return None
        counts: Counter[int] = Counter()
        for shingle in sample(shingles, ONE_IN):
            counts.update(self._index.get(shingle, ())[-CROWD:])
        ranked = sorted(counts, key=lambda place: (-counts[place], place))[:LOOKED_AT]
        shares = [(containment(shingles, self._texts[place]), -place) for place in ranked]
        share, place = max(shares, default=(0.0, 0))
        return Neighbour(self._articles[-place], share) if share >= NEAR else None

    def _put(self, article: str, shingles: Sequence[int]) -> None:
        if len(shingles) < FEWEST:
            return
        for shingle in sample(shingles, ONE_IN):
            self._index.setdefault(shingle, []).append(len(self._articles))
        self._articles.append(article)
        self._texts.append(shingles)
