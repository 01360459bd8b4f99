"""A publication as it is now → the records of its snapshot."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence

from dossierpress.edtf import When
from dossierpress.model import (
    Alias,
    Article,
    ArticleRef,
    Assignment,
    Atom,
    Clause,
    Decision,
    Dossier,
    Entity,
    Library,
    Mention,
    Topic,
)
from dossierpress.release.form import seal
from dossierpress.release.snapshot import (
    FORMAT,
    AliasRecord,
    ArticleRecord,
    AssignmentRecord,
    CorrectionRecord,
    DecisionRecord,
    DossierRecord,
    EntityRecord,
    PlacingRecord,
    RelationRecord,
    Revision,
    Snapshot,
    TextRecord,
    TopicRecord,
)
from dossierpress.rights import published

_KEPT_APART = "body"
"""A body is long; its words stand in git, its digest here."""


def take(
    library: Library,
    mentions: Mapping[ArticleRef, Sequence[Mention]],
    assignments: Iterable[Assignment],
    *,
    version: str,
    date: str,
    program: str,
    previous: str | None = None,
    revisions: Iterable[Revision] = (),
) -> Snapshot:
    """Return the sealed snapshot of a publication.

    Args:
        library: what its files say.
        mentions: what its articles name.
        assignments: what belongs to its topics.
        version: the name of the release.
        date: the day or moment of the release, as EDTF.
        program: the version of DossierPress.
        previous: the release before it.
        revisions: the words that changed since then.
    """
    articles = sorted(library.articles, key=lambda article: article.ref)
    return seal(
        Snapshot(
            version=version,
            date=date,
            program=program,
            format=FORMAT,
            previous=previous,
            dossiers=tuple(_dossier(d) for d in sorted(library.dossiers, key=lambda d: d.id)),
            articles=tuple(_article(a, mentions.get(a.ref, ())) for a in articles),
            entities=tuple(_entity(entity) for entity in library.registry.entities),
            topics=tuple(_topic(topic) for topic in sorted(library.topics, key=lambda t: t.id)),
            assignments=tuple(
                AssignmentRecord(
                    a.topic, a.article.dossier, a.article.article, a.strength.value, a.decided_by
                )
                for a in sorted(assignments, key=lambda a: (a.topic, a.article))
            ),
            decisions=tuple(_decision(decision) for decision in library.decisions),
            revisions=tuple(sorted(revisions, key=lambda r: (r.dossier, r.article, r.field))),
        )
    )


def digest_of_text(text: str) -> str:
    """Return the digest of a text."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _dossier(dossier: Dossier) -> DossierRecord:
    return DossierRecord(
        id=dossier.id,
        title=dossier.title,
        rights=dossier.rights.value,
        language=dossier.language,
        description=dossier.description,
        editors=dossier.editors,
        licence=dossier.licence,
        introduction=dossier.introduction.strip(),
    )


def _article(article: Article, mentions: Sequence[Mention]) -> ArticleRecord:
    return ArticleRecord(
        dossier=article.ref.dossier,
        id=article.ref.article,
        path=article.path,
        title=article.title,
        rights=article.rights.value,
        language=article.language,
        publisher=article.publisher,
        agency=article.agency,
        authors=article.authors,
        published=_written(article.published),
        modified=_written(article.modified),
        accessed=_written(article.accessed),
        dateline=article.dateline,
        url=article.url,
        archived_url=article.archived_url,
        section=article.section,
        reliability=article.reliability,
        duplicate_of=article.duplicate_of,
        topics=tuple(
            PlacingRecord(t.topic, t.strength.value if t.strength else "none")
            for t in article.topics
        ),
        corrections=tuple(
            CorrectionRecord(c.kind.value, c.date.text, c.text) for c in article.corrections
        ),
        texts=_texts(article),
        entities=tuple(sorted({m.entity for m in mentions if m.entity is not None})),
    )


def _texts(article: Article) -> tuple[TextRecord, ...]:
    """Return the texts of an article; the words only of those that are published whole."""
    shown = {field.name: field.text for field in published(article)}
    return tuple(
        TextRecord(
            field.name,
            digest_of_text(field.text),
            len(field.text.split()),
            field.text
            if field.name != _KEPT_APART and shown.get(field.name) == field.text
            else None,
        )
        for field in article.fields
        if field.name != "title"
    )


def _entity(entity: Entity) -> EntityRecord:
    place = entity.location
    return EntityRecord(
        id=entity.id,
        name=entity.name,
        kind=entity.kind.value,
        description=entity.description,
        aliases=tuple(_alias(alias) for alias in entity.aliases),
        not_texts=entity.not_texts,
        wikidata=entity.wikidata,
        location=(place.latitude, place.longitude) if place else None,
        relations=tuple(
            RelationRecord(r.type, r.to, _written(r.start), _written(r.end), r.source)
            for r in entity.relations
        ),
        replaced_by=entity.replaced_by,
    )


def _alias(alias: Alias) -> AliasRecord:
    return AliasRecord(
        alias.text,
        alias.strength.value,
        alias.case.value,
        alias.use.value,
        alias.needs,
        alias.language,
        alias.default,
        _written(alias.start),
        _written(alias.end),
    )


def _topic(topic: Topic) -> TopicRecord:
    return TopicRecord(topic.id, topic.title, topic.scope.value, rule(topic.rule), topic.overview)


def rule(clause: Clause) -> str:
    """Return a topic's rule in one line, as "all(any(entity:iran, term:tanker), kind:vessel)"."""
    groups = (("all", clause.all), ("any", clause.any), ("none", clause.none))
    return " ".join(
        f"{name}({', '.join(_part(part) for part in parts)})" for name, parts in groups if parts
    )


def _part(part: Atom | Clause) -> str:
    return rule(part) if isinstance(part, Clause) else f"{part.type}:{part.value}"


def _decision(decision: Decision) -> DecisionRecord:
    return DecisionRecord(
        decision.kind,
        decision.subject,
        decision.verdict,
        decision.reason,
        _written(decision.date),
        decision.by,
        decision.to,
        decision.aliases,
    )


def _written(when: When | None) -> str | None:
    return when.text if when else None
