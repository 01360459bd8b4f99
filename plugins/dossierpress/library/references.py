"""Checks what articles say of one another, of topics and of entities."""

from collections.abc import Iterable, Set

from dossierpress.errors import Problem
from dossierpress.model import Article, ArticleRef, Library


def check_references(
    library: Library, articles: Iterable[Article], broken: Set[str], problems: list[Problem]
) -> None:
    """Report every override and every `duplicate_of` that points at nothing.

    Args:
        library: what could be read.
        articles: the articles to check; those with errors, which `library` lacks, as well.
        broken: paths of the files with errors; what these would hold is not called missing.
        problems: where the reports go.
    """
    topics = {topic.id for topic in library.topics}
    for article in articles:
        content = article.path.rsplit("/", 3)[0]
        for override in article.topics:
            file = f"{content}/topics/{override.topic}.md"
            if override.topic not in topics and file not in broken:
                message = f"topics: there is no topic {override.topic!r}"
                hint = f"use one of {', '.join(sorted(topics))}" if topics else "add the topic"
                problems.append(Problem(article.path, override.line, "DP203", message, hint))
        for link in article.links:
            if link.entity is not None and link.entity not in library.registry.by_id:
                message = f"links: there is no entity {link.entity!r}"
                hint = "correct the id, or add the entity to the registry"
                problems.append(Problem(article.path, link.line, "DP103", message, hint))
        _check_duplicate(article, library, broken, problems)


def _check_duplicate(
    article: Article, library: Library, broken: Set[str], problems: list[Problem]
) -> None:
    first = article.duplicate_of
    if first is None or f"{article.path.rpartition('/')[0]}/{first}.md" in broken:
        return
    if first == article.ref.article or ArticleRef(article.ref.dossier, first) not in library.by_ref:
        message = f"duplicate_of: there is no other article {first!r} in the dossier"
        line = article.lines.get("duplicate_of", 1)
        hint = "name the other file without .md"
        problems.append(Problem(article.path, line, "DP202", message, hint))
