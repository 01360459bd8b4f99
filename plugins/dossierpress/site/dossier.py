"""A dossier's page."""

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import partial

from dossierpress.citation.reference import Reference
from dossierpress.edtf import parse_when
from dossierpress.language.words import ENGLISH
from dossierpress.model import Article, Dossier
from dossierpress.site import addresses, body, dates, wording
from dossierpress.site.bars import bars
from dossierpress.site.citing import citation
from dossierpress.site.data.files import dossier_downloads
from dossierpress.site.facts import fact, safe_url
from dossierpress.site.history import release_facts
from dossierpress.site.index import Index
from dossierpress.site.linked.collection import dossier_data
from dossierpress.site.model import (
    ArticleRow,
    ArticlesPage,
    Counted,
    DossierPage,
    Fact,
    Link,
    Page,
    Rows,
    Value,
)
from dossierpress.site.order import sort_key
from dossierpress.site.paging import Portion, by_year
from dossierpress.site.plain import abstract
from dossierpress.site.ranking import most_assigned, most_named_kinds
from dossierpress.site.timeline.table import SUMMED_UP, timeline

_OF_EACH_KIND = 8
_SOURCES = 12
NEWEST = 300
"""How many articles a dossier's own page lists."""


def dossier_page(index: Index, dossier: Dossier) -> Page:
    """Return the page of one dossier."""
    description = abstract(dossier.description or dossier.introduction)
    return Page(
        address=addresses.dossier(dossier),
        template="dossier.html",
        title=dossier.title,
        label=index.words.gettext("{title} · dossier", title=dossier.title),
        description=description,
        context=partial(_context, index, dossier),
        linked_data=partial(dossier_data, index, dossier, description),
        source=body.source(dossier.introduction, ()),
        section=addresses.DOSSIERS,
        path=dossier.path,
    )


def _context(index: Index, dossier: Dossier) -> DossierPage:
    articles = index.in_dossier.get(dossier.id, ())
    return DossierPage(
        title=dossier.title,
        language=dossier.language,
        direction=wording.direction(dossier.language),
        crumbs=(Link(index.words.gettext("Dossiers"), index.url(addresses.DOSSIERS)),),
        description=dossier.description,
        facts=tuple(_facts(index, dossier, articles)),
        months=_months(index, articles[:NEWEST]),
        pages=_links(index, dossier),
        sources=tuple(_sources(index, articles)),
        timeline=timeline(index, index.occasions_in(dossier.id), most=SUMMED_UP),
        bars=bars(index.words, (article.date for article in articles)),
        citation=citation(index.words, _reference(index, dossier, articles)),
        changes=_changes(index, dossier),
        entities=most_named_kinds(index, articles, _OF_EACH_KIND),
        topics=most_assigned(index, articles),
        downloads=dossier_downloads(index, dossier.id),
    )


def dossier_year_pages(index: Index, dossier: Dossier) -> Iterator[Page]:
    """Yield the pages that list all articles of a dossier, where its own page cannot."""
    say = index.words.gettext
    links = _links(index, dossier)
    crumbs = (
        Link(index.words.gettext("Dossiers"), index.url(addresses.DOSSIERS)),
        index.links.dossier(dossier),
    )
    for portion in _portions(index, dossier):
        title = say("{of}, {part}", of=dossier.title, part=portion.title)
        yield Page(
            address=addresses.dossier_year(dossier.id, portion.name),
            template="articles.html",
            title=title,
            description=say(
                "The articles of {part} in {dossier}", part=portion.title, dossier=dossier.title
            ),
            context=ArticlesPage(title, _months(index, portion.items), crumbs, links),
            searched=False,
            section=addresses.DOSSIERS,
            path=dossier.path,
        )


def _links(index: Index, dossier: Dossier) -> tuple[Counted, ...]:
    return tuple(
        Counted(
            Link(portion.title, index.url(addresses.dossier_year(dossier.id, portion.name))),
            len(portion.items),
        )
        for portion in _portions(index, dossier)
    )


def _portions(index: Index, dossier: Dossier) -> tuple[Portion[Article], ...]:
    articles = index.in_dossier.get(dossier.id, ())
    if len(articles) <= NEWEST:
        return ()
    return tuple(by_year(index.words, articles, lambda article: article.date, NEWEST))


def _sources(index: Index, articles: Sequence[Article]) -> Iterator[tuple[str, int]]:
    """Yield the publishers with most articles."""
    no_publisher = wording.no_publisher(index.words)
    counts = Counter(article.publisher or no_publisher for article in articles)
    ranked = sorted(counts.items(), key=lambda item: (-item[1], sort_key(item[0]), item[0]))
    yield from ranked[:_SOURCES]
    if len(ranked) > _SOURCES:
        others = index.words.ngettext("{number} other", "{number} others", len(ranked) - _SOURCES)
        yield others, sum(n for _, n in ranked[_SOURCES:])


def _changes(index: Index, dossier: Dossier) -> Link | None:
    if not index.releases:
        return None
    title = index.words.gettext("What releases changed here")
    return Link(title, index.url(addresses.dossier_changes(dossier.id)))


def _reference(index: Index, dossier: Dossier, articles: Sequence[Article]) -> Reference:
    """Return how the dossier is cited: as data, edited by its editors.

    Where it is as it was released, it is cited by version and date of the last release; else by
    the latest date of its articles.
    """
    last = index.releases[-1] if index.releases else None
    if ("dossier", "", str(dossier.id)) in index.unreleased:
        last = None
    dates = [article.date for article in articles if article.date]
    latest = max(dates, key=lambda when: when.sort_key, default=None)
    return Reference(
        key=str(dossier.id),
        type="dataset",
        title=dossier.title,
        authors=dossier.editors,
        issued=parse_when(last.date) if last else latest,
        language=dossier.language,
        version=last.version if last else None,
    )


def _facts(index: Index, dossier: Dossier, articles: Sequence[Article]) -> Iterator[Fact]:
    say = index.words.gettext
    entities = {entity for article in articles for entity in index.named_in(article)}
    undated = sum(article.date is None for article in articles)
    yield from fact(say("Articles"), f"{len(articles):,}")
    yield from fact(say("Undated"), f"{undated:,}" if undated else None)
    yield from fact(
        say("Dates"), dates.span(index.words, tuple(item.date for item in articles if item.date))
    )
    yield from fact(say("Entities"), f"{len(entities):,}")
    yield from fact(say("Editors"), *dossier.editors)
    if dossier.licence:
        yield from fact(say("Licence"), Value(dossier.licence, external=safe_url(dossier.licence)))
    yield from release_facts(index, "dossier", "", dossier.id)


def _months(index: Index, articles: Sequence[Article]) -> tuple[Rows, ...]:
    months: dict[tuple[str, str], list[ArticleRow]] = {}
    for article in articles:
        months.setdefault(_month(index, article), []).append(index.rows[article.ref])
    return tuple(Rows(title, f"dp-{key}", tuple(rows)) for (key, title), rows in months.items())


def _month(index: Index, article: Article) -> tuple[str, str]:
    """Return the anchor and the heading of the month that an article is filed under."""
    if article.date is None:
        return ("undated", index.words.gettext("Undated"))
    anchor = dates.month(ENGLISH, article.date).lower().replace(" ", "-")
    return (anchor, dates.month(index.words, article.date))
