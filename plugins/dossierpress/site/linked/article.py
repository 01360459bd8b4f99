"""An article as a NewsArticle."""

from itertools import islice
from typing import Any

from dossierpress.citation.reference import is_doubtful
from dossierpress.edtf import When
from dossierpress.model import Article
from dossierpress.site import addresses, dates, wording
from dossierpress.site.facts import safe_url
from dossierpress.site.index import Index
from dossierpress.site.linked.entity import TYPES
from dossierpress.site.linked.reach import Reach
from dossierpress.site.linked.write import Node, kept, written
from dossierpress.site.plain import plain

MENTIONS = 20


def article_data(index: Index, article: Article) -> str:
    """Return the linked data of an article's page."""
    shown = index.texts[article.ref].shown
    reach = Reach(index, addresses.article(article))
    page = reach.to(addresses.article(article))
    dossier = index.dossiers.get(article.ref.dossier)
    return written(
        kept(
            {
                "@type": "NewsArticle",
                "@id": page,
                "url": page,
                "headline": article.title,
                "alternativeHeadline": shown.get("subtitle"),
                "abstract": plain(shown.get("summary", "")),
                "inLanguage": article.language,
                "datePublished": _date(index, article.published),
                "dateModified": _date(index, article.modified),
                "author": [_named("Person", name) for name in article.authors],
                "publisher": _named("Organization", article.publisher),
                "sourceOrganization": _named("Organization", article.agency),
                "locationCreated": _named("Place", article.dateline),
                "articleSection": article.section,
                "isBasedOn": safe_url(article.url),
                "archivedAt": safe_url(article.archived_url),
                "conditionsOfAccess": wording.rights(index.words, article.rights),
                "creativeWorkStatus": wording.standing(index.words, article)[0],
                "correction": _corrections(index, article),
                "isPartOf": {
                    "@type": "Dataset",
                    "name": dossier.title,
                    "url": reach.to(addresses.dossier(dossier)),
                }
                if dossier
                else None,
                "about": _topics(index, article, reach),
                "mentions": _mentions(index, article, reach),
            }
        )
    )


def _named(type_: str, name: str | None) -> Node | None:
    return {"@type": type_, "name": name} if name else None


def _date(index: Index, when: When | None) -> str | None:
    """Return a date in ISO 8601; None for one that is uncertain or no day, month or year."""
    if when is None or is_doubtful(when):
        return None
    return dates.shown(index.words, when).machine


def _corrections(index: Index, article: Article) -> list[Node]:
    return [
        kept(
            {
                "@type": "CorrectionComment",
                "name": wording.correction(index.words, item.kind),
                "text": item.text,
                "datePublished": _date(index, item.date),
            }
        )
        for item in article.corrections
    ]


def _topics(index: Index, article: Article, reach: Reach) -> list[dict[str, Any]]:
    topics = [index.topics[item.topic] for item in index.topics_of.get(article.ref, ())]
    return [
        {"@type": "DefinedTerm", "name": topic.title, "url": reach.to(addresses.topic(topic))}
        for topic in topics
    ]


def _mentions(index: Index, article: Article, reach: Reach) -> list[dict[str, Any]]:
    named = (index.entities[entity] for entity in index.named_in(article))
    return [
        {
            "@type": TYPES[entity.kind],
            "name": entity.name,
            "url": reach.to(addresses.entity(entity.id)),
        }
        for entity in islice(named, MENTIONS)
    ]
