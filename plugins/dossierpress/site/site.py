"""A publication → all the pages of its site, and the problems that only a site can have."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dossierpress.errors import Problem
from dossierpress.publication import Publication
from dossierpress.site.article import article_page
from dossierpress.site.dossier import dossier_page
from dossierpress.site.entity import entity_page
from dossierpress.site.home import home_page
from dossierpress.site.index import Index
from dossierpress.site.listing import listings
from dossierpress.site.model import Page
from dossierpress.site.topic import topic_page


@dataclass(frozen=True)
class Site:
    """All pages, each with an address of its own; and every problem, in the order of the files."""

    pages: tuple[Page, ...]
    problems: tuple[Problem, ...]


def build_site(
    publication: Publication, *, title: str, directory_urls: bool, taken: Iterable[str] = ()
) -> Site:
    """Return the site of a publication.

    Args:
        publication: what the files say.
        title: the name of the publication.
        directory_urls: whether URLs end in "/" rather than in ".html".
        taken: the files that the publication's hand-written pages are written to, relative to
            the site's root. A page that would overwrite one is a problem, and stays away.
    """
    kept: list[Page] = []
    problems: list[Problem] = []
    holders = {target.casefold(): "a hand-written page" for target in taken}
    for page in _pages(Index(publication, directory_urls), title):
        target = page.address.target(directory_urls)
        keys = (target.casefold(), page.address.source)
        holder = next((holders[key] for key in keys if key in holders), None)
        if holder is None:
            kept.append(page)
            holders.update(dict.fromkeys(keys, page.path))
        else:
            problems.append(_clash(page, target, holder))
    return Site(tuple(kept), (*publication.problems, *problems))


def _pages(index: Index, title: str) -> Iterator[Page]:
    library = index.publication.library
    yield home_page(index, title)
    yield from listings(index)
    yield from (dossier_page(index, dossier) for dossier in library.dossiers)
    yield from (topic_page(index, topic) for topic in library.topics)
    yield from (entity_page(index, entity) for entity in library.registry.entities)
    yield from (article_page(index, article) for article in library.articles)


def _clash(page: Page, target: str, holder: str) -> Problem:
    return Problem(
        page.path,
        1,
        "DP601",
        f"its page {target} is also that of {holder}",
        "rename one of the two; this one stays out of the site",
    )
