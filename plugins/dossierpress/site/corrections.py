"""Notices on articles: on an article's own page, and on one page for all."""

from functools import partial

from dossierpress.language.words import Words
from dossierpress.model import Article
from dossierpress.site import addresses, dates, wording
from dossierpress.site.index import Index
from dossierpress.site.listing import listing
from dossierpress.site.model import Corrected, CorrectionsPage, Notice, Page


def notices(words: Words, article: Article) -> tuple[Notice, ...]:
    """Return the notices on an article, the newest first."""
    return tuple(
        Notice(wording.correction(words, item.kind), dates.day(words, item.date), item.text)
        for item in reversed(article.corrections)
    )


def standing(words: Words, article: Article) -> str:
    """Return how a withdrawn or retracted article stands, in a sentence; "" for any other."""
    return wording.standing(words, article)[1]


def corrected(index: Index) -> tuple[Corrected, ...]:
    """Return the notices on all articles, the newest first."""
    found = [
        (item.date.sort_key, Corrected(notice, index.rows[article.ref]))
        for article in index.articles
        for item, notice in zip(
            reversed(article.corrections), notices(index.words, article), strict=True
        )
    ]
    found.sort(key=lambda pair: pair[0], reverse=True)
    return tuple(item for _, item in found)


def corrections_page(index: Index) -> Page:
    """Return the page with the notices on all articles."""
    context = partial(_context, index)
    return listing(index.words, addresses.CORRECTIONS, "corrections", context)


def _context(index: Index) -> CorrectionsPage:
    return CorrectionsPage(index.words.gettext("Corrections"), corrected(index))
