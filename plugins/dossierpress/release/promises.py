"""Addresses that a release gave, and that the publication no longer keeps."""

from collections.abc import Iterator

from dossierpress.errors import Problem
from dossierpress.model import ArticleId, ArticleRef, DossierId, EntityId, Library
from dossierpress.release.snapshot import Snapshot


def lost(last: Snapshot, library: Library) -> tuple[Problem, ...]:
    """Return a problem for each thing of the last release that has no page any more."""
    return tuple(
        Problem(
            path,
            1,
            "DP702",
            f"{what} was in the release {last.version} and is gone",
            hint,
        )
        for path, what, hint in _lost(last, library)
    )


def _lost(last: Snapshot, library: Library) -> Iterator[tuple[str, str, str]]:
    dossiers = {dossier.id for dossier in library.dossiers}
    topics = {str(topic.id) for topic in library.topics}
    back = "bring it back"
    for dossier in last.dossiers:
        if dossier.id not in dossiers:
            yield f"dossiers/{dossier.id}", f"the dossier {dossier.id}", back
    for article in last.articles:
        ref = ArticleRef(DossierId(article.dossier), ArticleId(article.id))
        if article.dossier in dossiers and ref not in library.by_ref:
            hint = f"{back}, with corrections: that say why it was withdrawn"
            yield article.path, "the article", hint
    for entity in last.entities:
        if EntityId(entity.id) not in library.registry.by_id:
            hint = f"{back}, with replaced_by: where another took its place"
            yield "dossiers/entities", f"the entity {entity.id}", hint
    for topic in last.topics:
        if topic.id not in topics:
            yield f"dossiers/topics/{topic.id}.md", "the topic", back
