"""A page to be made: its address, its template, and what that sees."""

from collections.abc import Callable
from dataclasses import dataclass

from dossierpress.site.addresses import Address
from dossierpress.site.model.article import ArticlePage
from dossierpress.site.model.changes import DossierChangesPage, ReleasePage, ReleasesPage
from dossierpress.site.model.correction import CorrectionsPage
from dossierpress.site.model.data import DataPage
from dossierpress.site.model.entity import EntityPage, EntityYearPage
from dossierpress.site.model.map import MapPage
from dossierpress.site.model.overview import (
    ArticlesPage,
    DossierPage,
    DossiersPage,
    EntitiesPage,
    HomePage,
    SearchPage,
    TopicPage,
    TopicsPage,
    TopicYearPage,
)
from dossierpress.site.model.parts import Link
from dossierpress.site.model.reference import GapsPage, NamesPage, SourcesPage
from dossierpress.site.model.timeline import TimelinePage

Context = (
    ArticlePage
    | EntityPage
    | EntityYearPage
    | TopicPage
    | TopicYearPage
    | DossierPage
    | DossiersPage
    | TopicsPage
    | EntitiesPage
    | ArticlesPage
    | HomePage
    | SourcesPage
    | GapsPage
    | NamesPage
    | MapPage
    | TimelinePage
    | SearchPage
    | DataPage
    | CorrectionsPage
    | ReleasesPage
    | ReleasePage
    | DossierChangesPage
)


class _Shown:
    """The attribute of a page that is a context, or what makes one each time it is asked for.

    A large site's contexts together would fill the memory, and are wanted one after another.
    """

    def __set_name__(self, owner: type, name: str) -> None:
        self._slot = f"_{name}"

    def __get__(self, page: object, owner: type | None = None) -> Context:
        if page is None:
            raise AttributeError("a page is made with its context")
        held: Context | Callable[[], Context] = page.__dict__[self._slot]
        return held() if callable(held) else held

    def __set__(self, page: object, shown: Context | Callable[[], Context]) -> None:
        page.__dict__[self._slot] = shown


@dataclass(frozen=True)
class Page:
    """A page to be made.

    Attributes:
        context: what the template sees; a page may be given what makes it.
        template: the name of its template.
        description: for search engines; plain text.
        source: the Markdown that is rendered into it.
        redirect: where a reader is sent at once, relative to the site's root; "" for nowhere.
        searched: whether the site's search finds it.
        label: its title where there is more to choose from: in the search and in a window's list.
        weight: how much its words count in the search, against 1 of other pages.
        listing: whether it lists everything of a kind, and so belongs in the navigation.
        section: the listing that the navigation marks as current.
        linked_data: what it is about, as JSON-LD ready for a script element; "" for nothing.
        feed: the feed of its own articles, if it has one; `site_feed` that of all articles.
        modified: when what it shows last changed, where that says so itself (for the sitemap).
        path: the file to name where something is wrong with it; `line` is where its part begins.
    """

    address: Address
    template: str
    title: str
    description: str
    context: _Shown = _Shown()  # an attribute's way of being kept, not its value
    source: str = ""
    redirect: str = ""
    searched: bool = True
    label: str = ""
    weight: float = 1
    listing: bool = False
    section: Address | None = None
    linked_data: str = ""
    feed: Link | None = None
    site_feed: Link | None = None
    modified: str | None = None
    path: str = ""
    line: int = 1
