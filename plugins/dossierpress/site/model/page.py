"""A page to be made: its address, its template, and what that sees."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields
from typing import Generic, TypeVar, overload

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


T = TypeVar("T")


class Later(Generic[T]):
    """An attribute of a page: a value, or what makes it each time it is asked for.

    What a large site's pages show would fill the memory together, and is wanted one page after
    another, only for pages that are made anew. What makes it is a `functools.partial` of a function
    of a module, so that what it was given can be seen (`made_of`).
    """

    def __init__(self, *default: T) -> None:
        """Describe an attribute; without a default each page has to say it."""
        self._default = default

    def __set_name__(self, owner: type, name: str) -> None:
        """Learn where the page keeps it."""
        self._slot = f"_{name}"

    @overload
    def __get__(self, page: None, owner: type) -> T: ...
    @overload
    def __get__(self, page: object, owner: type | None = None) -> T: ...
    def __get__(self, page: object | None, owner: type | None = None) -> T:
        """Return the value, made now where it was put off."""
        if page is None:
            if not self._default:
                raise AttributeError("a page is made with it")
            return self._default[0]
        kept: T | Callable[[], T] = page.__dict__[self._slot]
        return kept() if callable(kept) else kept

    def __set__(self, page: object, value: T | Callable[[], T]) -> None:
        """Keep a value, or what makes it."""
        page.__dict__[self._slot] = value


@dataclass(frozen=True)
class Page:
    """A page to be made. Its description, context, source and linked data may be put off.

    Attributes:
        context: what the template sees.
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
    # Ways of being kept, not values.
    description: Later[str] = Later[str]()  # noqa: RUF009
    context: Later[Context] = Later[Context]()  # noqa: RUF009
    source: Later[str] = Later("")
    redirect: str = ""
    searched: bool = True
    label: str = ""
    weight: float = 1
    listing: bool = False
    section: Address | None = None
    linked_data: Later[str] = Later("")
    feed: Link | None = None
    site_feed: Link | None = None
    modified: str | None = None
    path: str = ""
    line: int = 1


_SLOTS = tuple(
    f"_{part.name}" if isinstance(vars(Page).get(part.name), Later) else part.name
    for part in fields(Page)
    if part.name not in ("path", "line")
)
"""Where a page keeps its parts; its file and line only tell where something is wrong with it."""
LATER = ("description", "context", "source", "linked_data")
"""The parts of a page that may be put off."""


def changed(page: Page, **parts: object) -> Page:
    """Return a page with some of its parts given anew; those put off stay so.

    Args:
        page: as it was made.
        parts: attributes by their names, as values or as what makes them.
    """
    other = object.__new__(Page)
    other.__dict__.update(page.__dict__)
    for name, part in parts.items():
        slot = f"_{name}"
        other.__dict__[slot if slot in page.__dict__ else name] = part
    return other


def at_once(page: Page) -> Page:
    """Return a page with all of it made."""
    return changed(page, **{name: getattr(page, name) for name in _put_off(page)})


def has(page: Page, name: str) -> bool:
    """Say whether a part that may be put off is there or will be made."""
    return bool(page.__dict__[f"_{name}"])


def made_of(page: Page) -> tuple[object, ...]:
    """Return the parts of a page that show: each a value, or what makes it."""
    held = page.__dict__
    return tuple([held[slot] for slot in _SLOTS])


def _put_off(page: Page) -> Iterator[str]:
    return (name for name in LATER if callable(page.__dict__[f"_{name}"]))
