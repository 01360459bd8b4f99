"""Reads the files of articles and of the registry that are not as the last run saw them.

What a file says depends on its text, its place, and for an article on what its dossier sets for all
of them; the digest of these is what its record is kept by. A body is not kept: it is the end of the
file's own text.
"""

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from dossierpress.errors import Problem
from dossierpress.kept import Kept, digest_of
from dossierpress.library.articles import read_article
from dossierpress.model import Article, ArticleId, ArticleRef, Dossier, Entity
from dossierpress.registry import parse_registry_file

ARTICLES = "articles"
REGISTRY = "registry"
"""The files that keep what was read, in the folder of what is kept."""


class Source(NamedTuple):
    """A file of content: its path as problems show it, its name without the ending, its text."""

    path: str
    name: str
    text: str

    def digest(self, *more: str) -> bytes:
        """Return the digest of the file and of what else decides on what it says."""
        parts = (self.path, *more, self.text)
        return digest_of(*(part.encode("utf-8", "surrogatepass") for part in parts))


class _ArticleRecord(NamedTuple):
    """What an article's file says, but for its body, whose length is kept in its place."""

    article: Article | None
    body: int
    problems: tuple[Problem, ...]


class _EntitiesRecord(NamedTuple):
    entities: tuple[Entity, ...]
    problems: tuple[Problem, ...]


class Reading:
    """One reading of a publication, beside what the last one kept."""

    def __init__(self, folder: Path | None) -> None:
        """Open what was kept in a folder; None keeps nothing."""
        self._articles = Kept(folder and folder / ARTICLES, b"", _ArticleRecord)
        self._entities = Kept(folder and folder / REGISTRY, b"", _EntitiesRecord)

    def article(
        self, source: Source, dossier: Dossier, problems: list[Problem]
    ) -> tuple[Article | None, bytes]:
        """Return what an article's file says, and the digest of all that this depends on."""
        text = source.text
        digest = source.digest(dossier.id, dossier.rights, dossier.language)
        record = self._articles.recall(digest)
        if record is None:
            ref = ArticleRef(dossier.id, ArticleId(source.name))
            article, found = read_article(text, ref, source.path, dossier)
            problems.extend(found)
            bare, body = (_with_body(article, ""), article.body) if article else (None, "")
            self._articles.keep(digest, _ArticleRecord(bare, len(body), found))
            return article, digest
        problems.extend(record.problems)
        if record.article is None or not record.body:
            return record.article, digest
        return _with_body(record.article, text[-record.body :]), digest

    def entities(self, source: Source, problems: list[Problem]) -> Iterable[Entity]:
        """Return the entities of a file of the registry."""
        digest = source.digest()
        record = self._entities.recall(digest)
        if record is None:
            found: list[Problem] = []
            record = _EntitiesRecord(
                parse_registry_file(source.text, source.path, found), tuple(found)
            )
            self._entities.keep(digest, record)
        problems.extend(record.problems)
        return record.entities

    def write(self) -> None:
        """Keep what was read for the next run."""
        self._articles.write()
        self._entities.write()


def _with_body(article: Article, body: str) -> Article:
    """Return an article with another body, in half of the time of `replace`."""
    return Article(**(vars(article) | {"body": body}))
