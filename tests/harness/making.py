"""Publications made in memory, out of the model's own values."""

from typing import Any

from dossierpress.edtf import parse_when
from dossierpress.model import (
    Article,
    ArticleId,
    ArticleRef,
    Assignment,
    Dossier,
    DossierId,
    Entity,
    EntityId,
    Kind,
    Library,
    Mention,
    Registry,
    Rights,
    Topic,
)
from dossierpress.publication import Publication

GULF = DossierId("gulf")
IRAN = Entity(EntityId("iran"), "Iran", Kind.PLACE, "dossiers/entities/all.yml", 1)


def article(name: str = "one", date: str | None = None, **keys: Any) -> Article:
    """Return an article of the dossier `gulf`."""
    values = {"title": name.capitalize(), "rights": Rights.FULL, **keys}
    return Article(
        ref=ArticleRef(GULF, ArticleId(name)),
        path=f"dossiers/gulf/articles/{name}.md",
        published=parse_when(date) if date else None,
        **values,
    )


def mention(of: Article, surface: str, field: str = "body", **keys: Any) -> Mention:
    """Return the first mention of Iran by some words of an article."""
    text = next(item.text for item in of.fields if item.name == field)
    start = text.index(surface)
    values = {"entity": IRAN.id, "rule": "longest-match", "evidence": "why", **keys}
    return Mention(
        article=of.ref,
        field=field,
        start=start,
        end=start + len(surface),
        surface=surface,
        candidates=(IRAN.id,),
        alias=surface,
        **values,
    )


def publication(
    *articles: Article,
    mentions: tuple[Mention, ...] = (),
    entities: tuple[Entity, ...] = (IRAN,),
    topics: tuple[Topic, ...] = (),
    assignments: tuple[Assignment, ...] = (),
) -> Publication:
    """Return a publication of one dossier."""
    dossier = Dossier(GULF, "dossiers/gulf/dossier.yml", "The Gulf")
    library = Library((dossier,), articles, Registry(entities), topics)
    found = {
        item.ref: tuple(mention for mention in mentions if mention.article == item.ref)
        for item in articles
    }
    return Publication(library, found, assignments, ())
