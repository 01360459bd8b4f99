"""Ids, and the address of an article."""

from typing import NamedTuple, NewType

DossierId = NewType("DossierId", str)
ArticleId = NewType("ArticleId", str)
EntityId = NewType("EntityId", str)
TopicId = NewType("TopicId", str)


class ArticleRef(NamedTuple):
    """An article's address in the publication: ids are unique in a dossier only.

    A tuple, because it is the key of nearly everything that is known of an article, and a tuple's
    digest is taken without a call.
    """

    dossier: DossierId
    article: ArticleId

    def __str__(self) -> str:
        return f"{self.dossier}/{self.article}"
