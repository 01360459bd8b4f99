"""A publication → all the pages of its site, and the problems that only a site can have."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property, partial

from dossierpress.errors import Problem
from dossierpress.language.words import ENGLISH, Words
from dossierpress.model import Library
from dossierpress.publication import Publication
from dossierpress.site import addresses
from dossierpress.site.article import article_page
from dossierpress.site.article_list import article_lists
from dossierpress.site.assets import PICTURE, STYLES, picture, styles
from dossierpress.site.changes_feed import TARGET, changes_feed
from dossierpress.site.corrections import corrections_page
from dossierpress.site.data.files import data_files, data_page, data_targets
from dossierpress.site.dossier import dossier_page, dossier_year_pages
from dossierpress.site.dressing import dressed
from dossierpress.site.entity import entity_page
from dossierpress.site.entity_list import entity_lists
from dossierpress.site.feeds import Plan, feed_files, feeds
from dossierpress.site.gaps import gaps_page
from dossierpress.site.home import home_page
from dossierpress.site.index import Index
from dossierpress.site.listing import listings
from dossierpress.site.map import map_page
from dossierpress.site.model import Page
from dossierpress.site.model.output import OutputFile
from dossierpress.site.names import names_pages
from dossierpress.site.releases import dossier_changes_page, release_pages
from dossierpress.site.search_page import search_page
from dossierpress.site.settings import Settings
from dossierpress.site.sightings import year_pages
from dossierpress.site.sources import sources_page
from dossierpress.site.timeline.pages import timeline_pages
from dossierpress.site.topic import topic_page, topic_year_pages
from dossierpress.site.watching.index import WatchedIndex
from dossierpress.workers import begin


@dataclass(frozen=True)
class Site:
    """What is published, and every problem in the order of the files.

    Attributes:
        index: what its pages were looked up in.
        watched: the same, as its pages are made from it.
        pages: each with an address of its own.
        targets: where what is published beside them will lie, but for what was asked for as more.
        make_files: gives what is published beside them.
    """

    index: Index
    watched: WatchedIndex
    pages: tuple[Page, ...]
    targets: tuple[str, ...]
    problems: tuple[Problem, ...]
    make_files: Callable[[], tuple[OutputFile, ...]] = field(repr=False)

    @cached_property
    def files(self) -> tuple[OutputFile, ...]:
        """What is published beside its pages."""
        return self.make_files()

    def wait(self) -> None:
        """Wait for what pages tell and other processes find: no copy of this one can ask them."""
        _ = self.index.clusters, self.index.open_names


def build_site(
    publication: Publication,
    *,
    title: str,
    directory_urls: bool,
    taken: Iterable[str] = (),
    words: Words = ENGLISH,
    settings: Settings | None = None,
    ahead: bool = False,
    more: Callable[[Index], Iterable[OutputFile]] | None = None,
) -> Site:
    """Return the site of a publication.

    Args:
        publication: what the files say.
        title: the name of the publication.
        directory_urls: whether URLs end in "/" rather than in ".html".
        taken: the files that the publication's hand-written pages are written to, relative to
            the site's root. A page that would overwrite one is a problem, and stays away.
        words: those of the interface.
        settings: what to publish beside the pages.
        ahead: whether to begin with the files beside them in another process.
        more: makes further such files.
    """
    kept: list[Page] = []
    problems: list[Problem] = []
    holders = {target.casefold(): "a hand-written page" for target in taken}
    settings = replace(settings or Settings(), title=title)
    index = Index(publication, directory_urls, words, settings)
    watched = WatchedIndex(index)
    plans = feeds(index) if settings.feeds else ()
    fed = {addresses.feed(plan.page) for plan in plans}
    work = partial(_files, index, title, plans, more)
    make_files = begin(work, len(publication.library.articles)) if ahead else work
    for page in _pages(watched, publication.library, title):
        target = page.address.target(directory_urls)
        keys = (target.casefold(), page.address.source)
        holder = next((holders[key] for key in keys if key in holders), None)
        if holder is None:
            kept.append(dressed(watched, page, fed))
            holders.update(dict.fromkeys(keys, page.path))
        else:
            problems.append(_clash(page, target, holder))
    targets = tuple(_targets(index, fed))
    problems = [*publication.problems, *problems]
    return Site(index, watched, tuple(kept), targets, tuple(problems), make_files)


def _pages(index: Index, library: Library, title: str) -> Iterator[Page]:
    yield home_page(index, title)
    yield from listings(index)
    yield from entity_lists(index)
    yield from article_lists(index)
    yield from names_pages(index)
    yield map_page(index)
    yield from timeline_pages(index)
    yield sources_page(index)
    yield gaps_page(index)
    yield search_page(index)
    yield corrections_page(index)
    yield from release_pages(index)
    if index.settings.data:
        yield data_page(index)
    for dossier in library.dossiers:
        yield dossier_page(index, dossier)
        yield from dossier_year_pages(index, dossier)
        yield from dossier_changes_page(index, dossier)
    for topic in library.topics:
        yield topic_page(index, topic)
        yield from topic_year_pages(index, topic)
    for entity in library.registry.entities:
        yield entity_page(index, entity)
        yield from year_pages(index, entity)
    yield from (article_page(index, article) for article in library.articles)


def _targets(index: Index, feeds: Iterable[str]) -> Iterator[str]:
    yield from (STYLES, PICTURE, *feeds)
    if index.releases:
        yield TARGET
    if index.settings.data:
        yield from data_targets(index)


def _files(
    index: Index,
    title: str,
    plans: Iterable[Plan],
    more: Callable[[Index], Iterable[OutputFile]] | None,
) -> tuple[OutputFile, ...]:
    data = data_files(index) if index.settings.data else ()
    changes = changes_feed(index, title)
    others = more(index) if more else ()
    return (styles(), picture(), *changes, *data, *feed_files(index, plans), *others)


def _clash(page: Page, target: str, holder: str) -> Problem:
    return Problem(
        page.path,
        page.line,
        "DP601",
        f"its page {target} is also that of {holder}",
        "rename one of the two; this one stays out of the site",
    )
