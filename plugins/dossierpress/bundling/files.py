"""Articles, topics and the registry as the files of a bundle, in the forms that this program reads.

What rights keep back, and where a clipping came from, is not in them.
"""

from collections.abc import Mapping
from typing import Any

import yaml

from dossierpress.frontmatter import compose_document
from dossierpress.model import (
    Alias,
    Article,
    Atom,
    CaseRule,
    Clause,
    Dossier,
    Entity,
    Registry,
    Scope,
    Strength,
    Topic,
    Use,
)
from dossierpress.rights import published


def article_file(article: Article) -> bytes:
    """Return an article as a Markdown file, with the texts that its rights let it show."""
    shown = {field.name: field.text for field in published(article)}
    images = [
        _given({"caption": image.caption, "credit": image.credit})
        for image in article.images
        if "caption" in shown or "credit" in shown
    ]
    front = {
        "title": article.title,
        "subtitle": shown.get("subtitle"),
        "publisher": article.publisher,
        "agency": article.agency,
        "authors": list(article.authors),
        "published": article.published and article.published.text,
        "modified": article.modified and article.modified.text,
        "accessed": article.accessed and article.accessed.text,
        "dateline": article.dateline,
        "url": article.url,
        "archived_url": article.archived_url,
        "language": article.language,
        "section": article.section,
        "standfirst": list(article.standfirst) if "standfirst" in shown else [],
        "images": images,
        "rights": article.rights.value,
        "summary": shown.get("summary"),
        "reliability": article.reliability,
        "duplicate_of": article.duplicate_of,
        "topics": {t.topic: t.strength.value if t.strength else "none" for t in article.topics},
        "corrections": [
            {"date": c.date.text, "kind": c.kind.value, "text": c.text} for c in article.corrections
        ],
    }
    body = shown.get("body", "")
    return compose_document(_given(front), f"{body.rstrip()}\n" if body.strip() else "").encode()


def dossier_file(dossier: Dossier) -> bytes:
    """Return a dossier's own file."""
    return _yaml(
        {
            "title": dossier.title,
            "description": dossier.description,
            "editors": list(dossier.editors),
            "licence": dossier.licence,
            "rights": dossier.rights.value,
            "language": dossier.language,
        }
    )


def topic_file(topic: Topic) -> bytes:
    """Return a topic with its rule."""
    scope = {} if topic.scope is Scope.PARAGRAPH else {"scope": topic.scope.value}
    front = {"title": topic.title, "rule": {**scope, **_clause(topic.rule)}}
    return compose_document(front, f"{topic.overview}\n" if topic.overview else "").encode()


def registry_file(registry: Registry) -> bytes:
    """Return a registry."""
    return _yaml({str(entity.id): _entity(entity) for entity in registry.entities})


def _entity(entity: Entity) -> dict[str, Any]:
    place = entity.location
    return _given(
        {
            "name": entity.name,
            "kind": entity.kind.value,
            "description": entity.description,
            "aliases": [_alias(alias) for alias in entity.aliases],
            "not": list(entity.not_texts),
            "wikidata": entity.wikidata,
            "location": [place.latitude, place.longitude] if place else None,
            "relations": [
                _given(
                    {
                        "type": relation.type,
                        "to": relation.to,
                        "from": relation.start and relation.start.text,
                        "until": relation.end and relation.end.text,
                        "source": relation.source,
                    }
                )
                for relation in entity.relations
            ],
            "replaced_by": entity.replaced_by,
        }
    )


def _alias(alias: Alias) -> dict[str, Any] | str:
    full = _given(
        {
            "text": alias.text,
            "strength": "" if alias.strength is Strength.STRONG else alias.strength.value,
            "case": "" if alias.case is CaseRule.CAP else alias.case.value,
            "use": "" if alias.use is Use.NAME else alias.use.value,
            "needs": list(alias.needs),
            "language": alias.language,
            "default": alias.default or None,
            "from": alias.start and alias.start.text,
            "until": alias.end and alias.end.text,
        }
    )
    return alias.text if len(full) == 1 else full


def _clause(clause: Clause) -> dict[str, Any]:
    groups = {"all": clause.all, "any": clause.any, "none": clause.none}
    return {name: [_part(part) for part in parts] for name, parts in groups.items() if parts}


def _part(part: Atom | Clause) -> dict[str, Any] | str:
    return _clause(part) if isinstance(part, Clause) else f"{part.type}:{part.value}"


def _given(values: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in values.items() if value not in (None, "", [], {})}


def _yaml(values: Mapping[str, Any]) -> bytes:
    """Write YAML in one form; every text that could be read as something else is quoted."""
    text = yaml.safe_dump(_given(values), allow_unicode=True, sort_keys=False, width=100)
    return str(text).encode()
