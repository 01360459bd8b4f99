"""Articles, registries and topics from texts, by the same readers as the files of a publication."""

from typing import Any

import yaml

from dossierpress.errors import Problem
from dossierpress.library.articles import read_article
from dossierpress.library.topics import read_topic
from dossierpress.matching.lexicon import build_lexicon
from dossierpress.matching.matcher import match
from dossierpress.model import (
    Article,
    ArticleId,
    ArticleRef,
    Dossier,
    DossierId,
    Mention,
    Registry,
    Rights,
    Topic,
    TopicId,
)
from dossierpress.registry import build_registry, parse_registry_file

DOSSIER = Dossier(DossierId("gulf"), "dossiers/gulf/dossier.yml", "Gulf", rights=Rights.FULL)


def registry_of(entities: dict[str, Any] | str) -> Registry:
    """Read a registry from YAML, or from what YAML would give; it must have no fault."""
    text = entities if isinstance(entities, str) else yaml.safe_dump(entities, allow_unicode=True)
    problems: list[Problem] = []
    parsed = parse_registry_file(text, "dossiers/entities/all.yml", problems)
    registry = build_registry(parsed, problems)
    assert problems == []
    return registry


def article_of(text: str, dossier: Dossier = DOSSIER) -> Article:
    """Read an article that must have no fault."""
    ref = ArticleRef(dossier.id, ArticleId("story"))
    article, problems = read_article(text, ref, "dossiers/gulf/articles/story.md", dossier)
    assert problems == ()
    assert article is not None
    return article


def topic_of(text: str, name: str = "topic") -> Topic:
    """Read a topic that must have no fault."""
    topic, problems = read_topic(text, TopicId(name), f"dossiers/topics/{name}.md")
    assert problems == ()
    assert topic is not None
    return topic


def mentions_of(article: Article | str, registry: Registry) -> tuple[Mention, ...]:
    """Match an article, or a body under a headline without names, against a registry."""
    if isinstance(article, str):
        article = article_of(f"---\ntitle: news of the day\n---\n{article}")
    return match(article, build_lexicon(registry))
