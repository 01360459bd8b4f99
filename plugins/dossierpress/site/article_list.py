"""The list of all articles, in pages by year where it is long."""

from collections.abc import Iterable, Iterator

from dossierpress.model import Article
from dossierpress.site import addresses
from dossierpress.site.bars import bars
from dossierpress.site.index import Index
from dossierpress.site.listing import listing
from dossierpress.site.model import ArticleRow, ArticlesPage, Counted, Link, Page, Rows
from dossierpress.site.order import titled, year_of
from dossierpress.site.paging import Portion, by_year

NEWEST = 500
"""How many articles one page lists."""


def article_lists(index: Index) -> Iterator[Page]:
    """Yield the page of the newest articles and, where there are more, the pages by year."""
    say = index.words.gettext
    portions = _portions(index)
    links = tuple(
        Counted(
            Link(portion.title, index.url(addresses.articles_year(portion.name))),
            len(portion.items),
        )
        for portion in portions
    )
    newest = _years(index, index.articles[:NEWEST])
    drawn = bars(index.words, (article.date for article in index.articles))
    context = ArticlesPage(say("Articles"), newest, pages=links, bars=drawn)
    yield listing(index.words, addresses.ARTICLES, "articles", context)
    crumbs = (Link(say("Articles"), index.url(addresses.ARTICLES)),)
    for portion in portions:
        title = say("Articles, {part}", part=portion.title)
        yield Page(
            address=addresses.articles_year(portion.name),
            template="articles.html",
            title=title,
            description=say("The articles of {part}", part=portion.title),
            context=ArticlesPage(title, _years(index, portion.items), crumbs, links),
            searched=False,
            section=addresses.ARTICLES,
            path=addresses.ARTICLES.source,
        )


def _portions(index: Index) -> tuple[Portion[Article], ...]:
    if len(index.articles) <= NEWEST:
        return ()
    return tuple(by_year(index.words, index.articles, lambda article: article.date, NEWEST))


def _years(index: Index, articles: Iterable[Article]) -> tuple[Rows, ...]:
    years: dict[str, list[ArticleRow]] = {}
    for article in articles:
        years.setdefault(year_of(article.date), []).append(index.rows[article.ref])
    return tuple(
        Rows(titled(index.words, year), f"dp-{year}", tuple(rows)) for year, rows in years.items()
    )
