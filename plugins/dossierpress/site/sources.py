"""The page of sources: publishers and agencies, with what is known of each."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from functools import partial

from dossierpress.language.words import Words
from dossierpress.model import Article
from dossierpress.site import addresses, dates, wording
from dossierpress.site.index import Index
from dossierpress.site.listing import listing
from dossierpress.site.model import Page, SourceRow, SourcesPage
from dossierpress.site.order import sort_key


def sources_page(index: Index) -> Page:
    """Return the page of all publishers and agencies."""
    return listing(index.words, addresses.SOURCES, "sources", partial(_context, index))


def _context(index: Index) -> SourcesPage:
    no_publisher = wording.no_publisher(index.words)
    return SourcesPage(
        index.words.gettext("Sources"),
        _rows(index, ((article.publisher or no_publisher, article) for article in index.articles)),
        _rows(
            index,
            ((article.agency, article) for article in index.articles if article.agency),
        ),
    )


def _rows(index: Index, found: Iterable[tuple[str, Article]]) -> tuple[SourceRow, ...]:
    groups: dict[str, list[Article]] = defaultdict(list)
    for name, article in found:
        groups[name].append(article)
    ranked = sorted(groups.items(), key=lambda item: (-len(item[1]), sort_key(item[0]), item[0]))
    return tuple(_row(index.words, name, articles) for name, articles in ranked)


def _row(words: Words, name: str, articles: list[Article]) -> SourceRow:
    rights = Counter(article.rights for article in articles)
    grades = Counter(article.reliability for article in articles if article.reliability)
    return SourceRow(
        name=name,
        articles=len(articles),
        rights=tuple((wording.rights(words, tier), rights[tier]) for tier in sorted(rights)),
        grades=tuple(
            (grade, wording.grade(words, grade), grades[grade]) for grade in sorted(grades)
        ),
        span=dates.span(words, tuple(article.date for article in articles if article.date)),
    )
