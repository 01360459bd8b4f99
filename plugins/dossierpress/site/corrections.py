"""Notices on articles: on an article's own page, and on one page for all."""

from dossierpress.model import Article
from dossierpress.site import addresses, dates, wording
from dossierpress.site.index import Index
from dossierpress.site.listing import listing
from dossierpress.site.model import Corrected, CorrectionsPage, Notice, Page


def notices(article: Article) -> tuple[Notice, ...]:
    """Return the notices on an article, the newest first."""
    return tuple(
        Notice(wording.CORRECTIONS[item.kind], dates.day(item.date), item.text)
        for item in reversed(article.corrections)
    )


def standing(article: Article) -> str:
    """Return how a withdrawn or retracted article stands, in a sentence; "" for any other."""
    if article.is_withdrawn:
        return wording.STANDING["withdrawn"][1]
    return wording.STANDING["retracted"][1] if article.is_retracted else ""


def corrections_page(index: Index) -> Page:
    """Return the page with the notices on all articles, the newest first."""
    found = [
        (item.date.sort_key, Corrected(notice, index.rows[article.ref]))
        for article in index.articles
        for item, notice in zip(reversed(article.corrections), notices(article), strict=True)
    ]
    found.sort(key=lambda pair: pair[0], reverse=True)
    context = CorrectionsPage("Corrections", tuple(item for _, item in found))
    return listing(addresses.CORRECTIONS, "corrections", context)
