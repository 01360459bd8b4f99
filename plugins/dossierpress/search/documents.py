"""A publication → the documents that its search finds: articles, entities, topics, dossiers.

What an article shows of itself is all that is found in it: `dossierpress.rights` says which texts,
and the entities are those that its page lists.
"""

from collections.abc import Iterator
from dataclasses import replace

from dossierpress.model import Article, Entity
from dossierpress.search.document import Document, Facets
from dossierpress.search.known import Known
from dossierpress.site import addresses, dates, wording
from dossierpress.site.body import PRIVATE
from dossierpress.site.index import Index
from dossierpress.site.plain import abstract, plain

EXCERPT = 120
"""The most characters of a text that a result begins with."""


def documents(index: Index, known: Known | None = None) -> Iterator[Document]:
    """Yield a document for each page that is about one thing.

    Args:
        index: the publication as its site looks it up.
        known: what earlier runs read in the articles' texts.
    """
    library = index.publication.library
    for article in index.articles:
        yield _article(index, article, known)
    for entity in library.registry.entities:
        if entity.replaced_by is None:
            yield _entity(index, entity)
    for topic in library.topics:
        overview = plain(topic.overview)
        yield Document(
            kind="topic",
            url=index.url(addresses.topic(topic)),
            title=topic.title,
            shown=f"{topic.title} · {index.words.gettext('topic')}",
            body=overview,
            excerpt=abstract(topic.overview, EXCERPT),
        )
    for dossier in library.dossiers:
        yield Document(
            kind="dossier",
            url=index.url(addresses.dossier(dossier)),
            title=dossier.title,
            shown=f"{dossier.title} · {index.words.gettext('dossier')}",
            standfirst=dossier.description,
            body=plain(dossier.introduction),
            excerpt=abstract(dossier.description or dossier.introduction, EXCERPT),
            language=dossier.language,
        )


def _article(index: Index, article: Article, known: Known | None) -> Document:
    """Return an article's document, without its texts where an earlier run has read them."""
    digest = index.publication.digests.get(article.ref, b"") if known else b""
    said = known.recall(digest) if known and digest else None
    date = article.date
    day = dates.day(index.words, date).text if date else ""
    named = tuple(index.named_in(article))
    document = Document(
        kind="article",
        url=index.url(addresses.article(article)),
        title="",
        shown=said.shown if said else "",
        excerpt=said.excerpt if said else "",
        names=named,
        name_words=" ".join([index.entities[entity].name for entity in named]),
        day=day or dates.undated(index.words).text,
        language=article.language,
        facets=_facets(index, article, named, day),
        digest=digest,
        said=said,
    )
    return document if said else _read(index, article, document)


def _read(index: Index, article: Article, document: Document) -> Document:
    """Return an article's document with its texts."""
    texts = index.texts[article.ref].shown.items()
    shown = {field: PRIVATE.sub("", text) for field, text in texts}
    words = [shown.get(field, "") for field in ("standfirst", "summary")]
    body = [shown.get(field, "") for field in ("body", "caption", "credit")]
    beginnings = (shown.get(field, "") for field in ("summary", "standfirst", "body", "subtitle"))
    return replace(
        document,
        title=shown["title"],
        shown=shown["title"],
        subtitle=shown.get("subtitle", ""),
        standfirst=plain("\n".join(filter(None, words))),
        body=plain("\n".join(filter(None, body))),
        excerpt=abstract(next((text for text in beginnings if text), ""), EXCERPT),
    )


def _facets(index: Index, article: Article, named: tuple[str, ...], day: str) -> Facets:
    dossier = index.dossiers.get(article.ref.dossier)
    date = article.date
    return Facets(
        dossier=dossier.title if dossier else article.ref.dossier,
        publisher=article.publisher or "",
        language=article.language,
        rights=article.rights,
        reliability=article.reliability or "",
        date=day,
        first=date.earliest.isoformat() if date else "",
        last=date.latest.isoformat() if date else "",
        topics=tuple(
            index.topics[assignment.topic].title
            for assignment in index.topics_of.get(article.ref, ())
        ),
        entities=named,
    )


def _entity(index: Index, entity: Entity) -> Document:
    kind = wording.kind(index.words, entity.kind)
    return Document(
        kind=entity.kind,
        url=index.url(addresses.entity(entity.id)),
        title=entity.name,
        shown=f"{entity.name} · {kind}",
        names=(entity.id,),
        name_words=" ".join(alias.text for alias in entity.aliases),
        standfirst=plain(entity.description),
        excerpt=abstract(entity.description, EXCERPT),
    )
