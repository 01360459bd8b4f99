"""How an article is known in a file of a site that was built long ago: its address, its words."""

import re
from dataclasses import dataclass
from functools import cached_property

from dossierpress.building.kept_back import KeptBack, bare
from dossierpress.model import ArticleRef

_LEAST = 12
"""A headline of fewer letters is no one's own."""


@dataclass(frozen=True)
class Traces:
    """What gives an article away.

    Attributes:
        article: which.
        sentences: all that it ever said and that no other article says.
        titles: the headlines that it ever had.
        alone: whether its id is that of no article of another dossier, so that the id is enough.
    """

    article: ArticleRef
    sentences: KeptBack
    titles: tuple[str, ...]
    alone: bool = True

    def hold(self, text: str) -> bool:
        """Say whether a text leads to the article, or holds words of it."""
        if self._address.search(text) or next(self.sentences.find(text), None):
            return True
        letters = bare(text)
        return any(title in letters for title in self._titles)

    def names(self, path: str) -> bool:
        """Say whether a file of the site is the article's own."""
        own = f"dossiers/{self.article.dossier}/{self.article.article}"
        return re.match(rf"{re.escape(own)}(?![\w-])", path) is not None

    @cached_property
    def _address(self) -> re.Pattern[str]:
        id_ = re.escape(str(self.article.article))
        if not self.alone:
            id_ = rf"{re.escape(str(self.article.dossier))}/{id_}"
        return re.compile(rf"(?<![\w-]){id_}(?![\w-])")

    @cached_property
    def _titles(self) -> tuple[bytes, ...]:
        return tuple(t for t in map(bare, self.titles) if len(t) >= _LEAST)
