"""Finds the articles that a user names on the command line."""

from collections.abc import Sequence
from pathlib import PurePath, PurePosixPath

from dossierpress.errors import UsageError
from dossierpress.model import Article, Library


def select_articles(library: Library, names: Sequence[str]) -> tuple[Article, ...]:
    """Return the articles so named, or all where no name is given.

    A name is an article's id, its dossier and id ("gulf/2019-06-13-tankers"), or its file.

    Raises:
        UsageError: no article bears the name, or several do.
    """
    if not names:
        return library.articles
    return tuple(_select(library, name) for name in names)


def _select(library: Library, name: str) -> Article:
    found = [article for article in library.articles if _is_named(article, name)]
    if not found:
        raise UsageError(f"there is no article {name!r}; `dossier check` says why")
    if len(found) > 1:
        choices = ", ".join(str(article.ref) for article in found)
        raise UsageError(f"{name!r} may be {choices}; name one of these")
    return found[0]


def _is_named(article: Article, name: str) -> bool:
    parts = tuple(p for p in PurePath(name.removesuffix(".md")).parts if p not in (".", ".."))
    own = PurePosixPath(article.path.removesuffix(".md")).parts
    shared = min(len(parts), len(own))
    return parts == (article.ref.dossier, article.ref.article) or (
        shared > 0 and parts[-shared:] == own[-shared:]
    )
