"""A dossier's page."""

from collections.abc import Iterator, Sequence

from dossierpress.model import Article, Dossier
from dossierpress.site import addresses, body, dates, wording
from dossierpress.site.facts import fact, safe_url
from dossierpress.site.index import Index
from dossierpress.site.model import ArticleRow, DossierPage, Fact, Link, Page, Rows, Value
from dossierpress.site.plain import abstract

_OF_EACH_KIND = 8


def dossier_page(index: Index, dossier: Dossier) -> Page:
    """Return the page of one dossier."""
    articles = index.in_dossier.get(dossier.id, ())
    context = DossierPage(
        title=dossier.title,
        language=dossier.language,
        direction=wording.direction(dossier.language),
        crumbs=(Link("Dossiers", index.url(addresses.DOSSIERS)),),
        description=dossier.description,
        facts=tuple(_facts(index, dossier, articles)),
        months=_months(index, articles),
        entities=index.most_named_kinds(articles, _OF_EACH_KIND),
        topics=index.most_assigned(articles),
    )
    return Page(
        address=addresses.dossier(dossier),
        template="dossier.html",
        title=dossier.title,
        label=f"{dossier.title} · dossier",
        description=abstract(dossier.description or dossier.introduction),
        context=context,
        source=body.source(dossier.introduction, ()),
        section=addresses.DOSSIERS,
        path=dossier.path,
    )


def _facts(index: Index, dossier: Dossier, articles: Sequence[Article]) -> Iterator[Fact]:
    entities = {entity for article in articles for entity in index.named_in(article)}
    undated = sum(article.date is None for article in articles)
    yield from fact("Articles", f"{len(articles):,}")
    yield from fact("Undated", f"{undated:,}" if undated else None)
    yield from fact("Dates", dates.span(tuple(item.date for item in articles if item.date)))
    yield from fact("Entities", f"{len(entities):,}")
    yield from fact("Editors", *dossier.editors)
    if dossier.licence:
        yield from fact("Licence", Value(dossier.licence, external=safe_url(dossier.licence)))


def _months(index: Index, articles: Sequence[Article]) -> tuple[Rows, ...]:
    months: dict[tuple[str, str], list[ArticleRow]] = {}
    for article in articles:
        months.setdefault(_month(article), []).append(index.rows[article.ref])
    return tuple(Rows(title, f"dp-{key}", tuple(rows)) for (key, title), rows in months.items())


def _month(article: Article) -> tuple[str, str]:
    """Return the anchor and the heading of the month that an article is filed under."""
    if article.date is None:
        return ("undated", "Undated")
    title = dates.month(article.date)
    return (title.lower().replace(" ", "-"), title)
