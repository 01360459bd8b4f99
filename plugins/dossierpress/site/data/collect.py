"""A publication → its records, in the order of its articles, entities and topics."""

from collections.abc import Iterable, Iterator

from dossierpress.edtf import When
from dossierpress.model import Article, Entity, Topic, TopicStrength
from dossierpress.site import addresses, rule_words
from dossierpress.site.data.records import (
    AliasRecord,
    ArticleRecord,
    EntityRecord,
    MentionRecord,
    RelationRecord,
    TopicPlace,
    TopicRecord,
)
from dossierpress.site.facts import safe_url
from dossierpress.site.index import Index
from dossierpress.site.plain import plain


def articles(index: Index, of: Iterable[Article]) -> Iterator[ArticleRecord]:
    """Yield the records of some articles."""
    for article in of:
        summary = index.texts[article.ref].shown.get("summary")
        yield ArticleRecord(
            id=article.ref.article,
            dossier=article.ref.dossier,
            page=index.absolute(addresses.article(article)),
            title=article.title,
            publisher=article.publisher,
            agency=article.agency,
            authors=article.authors,
            published=_written(article.published),
            modified=_written(article.modified),
            accessed=_written(article.accessed),
            dateline=article.dateline,
            section=article.section,
            language=article.language,
            url=safe_url(article.url),
            archived_url=safe_url(article.archived_url),
            rights=article.rights,
            reliability=article.reliability,
            status=_status(article),
            duplicate_of=article.duplicate_of,
            summary=plain(summary) if summary else None,
            topics=tuple(
                TopicPlace(item.topic, item.strength)
                for item in index.topics_of.get(article.ref, ())
            ),
        )


def entities(index: Index) -> Iterator[EntityRecord]:
    """Yield the records of all entities, those that were merged too."""
    for entity in index.entities.values():
        namings = index.namings.get(entity.id, ())
        yield EntityRecord(
            id=entity.id,
            page=index.absolute(addresses.entity(entity.id)),
            name=entity.name,
            kind=entity.kind,
            description=entity.description or None,
            aliases=_aliases(entity),
            wikidata=entity.wikidata,
            latitude=entity.location.latitude if entity.location else None,
            longitude=entity.location.longitude if entity.location else None,
            articles=len(namings),
            mentions=sum(len(naming.mentions) for naming in namings),
            replaced_by=index.survivors.get(entity.id, entity.replaced_by),
        )


def mentions(index: Index) -> Iterator[MentionRecord]:
    """Yield a record of each mention; of words that are kept back only what they name."""
    for article in index.publication.library.articles:
        texts = index.texts[article.ref]
        dossier, id_ = article.ref.dossier, article.ref.article
        for item in index.mentions.get(article.ref, ()):
            if item.entity is None or item.entity not in index.entities:
                continue
            if texts.may_show(item.field, item.end):
                where = (item.start, item.end, item.surface, item.rule)
                yield MentionRecord(dossier, id_, item.entity, item.field, *where)
            else:
                yield MentionRecord(dossier, id_, item.entity, item.field, None, None, None, None)


def mention_count(index: Index) -> int:
    """Return how many records of mentions there are."""
    return sum(len(item.mentions) for found in index.namings.values() for item in found)


def topics(index: Index) -> Iterator[TopicRecord]:
    """Yield the records of all topics."""
    for topic in index.topics.values():
        yield _topic(index, topic)


def relations(index: Index) -> Iterator[RelationRecord]:
    """Yield the ties between entities that stand now."""
    for owner, found in index.outgoing.items():
        for relation in found:
            if relation.to in index.entities:
                yield RelationRecord(
                    owner,
                    relation.type,
                    relation.to,
                    _written(relation.start),
                    _written(relation.end),
                    relation.source,
                )


def _topic(index: Index, topic: Topic) -> TopicRecord:
    assigned = index.assigned.get(topic.id, ())
    primary = sum(item.strength is TopicStrength.PRIMARY for item in assigned)
    return TopicRecord(
        id=topic.id,
        page=index.absolute(addresses.topic(topic)),
        title=topic.title,
        rule=rule_words.rule(index.words, topic, index.entities),
        primary=primary,
        secondary=len(assigned) - primary,
    )


def _aliases(entity: Entity) -> tuple[AliasRecord, ...]:
    return tuple(
        AliasRecord(alias.text, alias.language, alias.use, alias.strength)
        for alias in entity.aliases
    )


def _status(article: Article) -> str | None:
    if article.is_withdrawn:
        return "withdrawn"
    return "retracted" if article.is_retracted else None


def _written(when: When | None) -> str | None:
    return when.text if when else None
