"""Ids, and the address of an article."""

from dataclasses import dataclass
from typing import NewType

DossierId = NewType("DossierId", str)
ArticleId = NewType("ArticleId", str)
EntityId = NewType("EntityId", str)
TopicId = NewType("TopicId", str)


@dataclass(frozen=True, order=True)
class ArticleRef:
    """An article's address in the publication: ids are unique in a dossier only."""

    dossier: DossierId
    article: ArticleId

    def __str__(self) -> str:
        return f"{self.dossier}/{self.article}"
