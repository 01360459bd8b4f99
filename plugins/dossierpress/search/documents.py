"""A publication → the documents that its search finds: articles, entities, topics, dossiers.

What an article shows of itself is all that is found in it: `dossierpress.rights` says which texts,
and the entities are those that its page lists.
"""

from collections.abc import Iterator

from dossierpress.model import Article, Entity
from dossierpress.search.document import Document, Facets
from dossierpress.site import addresses, dates, wording
from dossierpress.site.body import PRIVATE
from dossierpress.site.index import Index
from dossierpress.site.plain import abstract, plain

EXCERPT = 120
"""The most characters of a text that a result begins with."""


def documents(index: Index) -> Iterator[Document]:
    """Yield a document for each page that is about one thing."""
    library = index.publication.library
    for article in index.articles:
        yield _article(index, article)
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


def _article(index: Index, article: Article) -> Document:
    texts = index.texts[article.ref].shown.items()
    shown = {field: PRIVATE.sub("", text) for field, text in texts}
    named = tuple(index.named_in(article))
    words = [shown.get(field, "") for field in ("standfirst", "summary")]
    body = [shown.get(field, "") for field in ("body", "caption", "credit")]
    beginnings = (shown.get(field, "") for field in ("summary", "standfirst", "body", "subtitle"))
    return Document(
        kind="article",
        url=index.url(addresses.article(article)),
        title=shown["title"],
        shown=shown["title"],
        subtitle=shown.get("subtitle", ""),
        standfirst=plain("\n".join(filter(None, words))),
        body=plain("\n".join(filter(None, body))),
        names=named,
        name_words=" ".join([index.entities[entity].name for entity in named]),
        day=_day(index, article),
        excerpt=abstract(next((text for text in beginnings if text), ""), EXCERPT),
        language=article.language,
        facets=_facets(index, article, named),
    )


def _day(index: Index, article: Article) -> str:
    date = article.date
    return (dates.day(index.words, date) if date else dates.undated(index.words)).text


def _facets(index: Index, article: Article, named: tuple[str, ...]) -> Facets:
    dossier = index.dossiers.get(article.ref.dossier)
    date = article.date
    return Facets(
        dossier=dossier.title if dossier else article.ref.dossier,
        publisher=article.publisher or "",
        language=article.language,
        rights=article.rights,
        reliability=article.reliability or "",
        date=dates.day(index.words, date).text if date else "",
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
