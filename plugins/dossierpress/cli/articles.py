"""Finds the articles that a user names on the command line."""

from collections.abc import Sequence
from pathlib import PurePath, PurePosixPath

from dossierpress.errors import Problem, UsageError, errors
from dossierpress.model import Article, Library
from dossierpress.nearest import did_you_mean

_LIST = "without a name the command shows all articles, each with its id"


def select_articles(
    library: Library, names: Sequence[str], problems: Sequence[Problem] = ()
) -> tuple[Article, ...]:
    """Return the articles so named, or all where no name is given.

    A name is an article's id, its dossier and id ("gulf/2019-06-13-tankers"), or its file.

    Raises:
        UsageError: no article bears the name, or several do.
    """
    if not names:
        return library.articles
    return tuple(_select(library, name, problems) for name in names)


def _select(library: Library, name: str, problems: Sequence[Problem]) -> Article:
    found = [article for article in library.articles if _is_named(article, name)]
    if not found and any(_leads_to(name, problem.path) for problem in errors(problems)):
        message = f"the article {name!r} has errors and was left out; see `dossier check`"
        raise UsageError(message)
    if not found:
        refs = [article.ref for article in library.articles]
        known = map(str, refs) if "/" in name else (ref.article for ref in refs)
        hint = did_you_mean(name.removesuffix(".md"), known, _LIST)
        raise UsageError(f"there is no article {name!r}; {hint}")
    if len(found) > 1:
        choices = ", ".join(str(article.ref) for article in found)
        raise UsageError(f"{name!r} may be {choices}; name one of these")
    return found[0]


def _is_named(article: Article, name: str) -> bool:
    return _leads_to(name, article.path)


def _leads_to(name: str, path: str) -> bool:
    """Say whether a name means the article in that file of the publication."""
    if not path.endswith(".md"):
        return False
    parts = tuple(p for p in PurePath(name.removesuffix(".md")).parts if p not in (".", ".."))
    own = PurePosixPath(path.removesuffix(".md")).parts
    if own[-2:-1] != ("articles",):
        return False
    shared = min(len(parts), len(own))
    is_id = parts == (own[-3], own[-1]) if len(own) > 2 else False
    return is_id or (shared > 0 and parts[-shared:] == own[-shared:])
