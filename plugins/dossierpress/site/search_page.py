"""The page of the search; its script shows what is found."""

from dossierpress.site import addresses
from dossierpress.site.index import Index
from dossierpress.site.listing import listing
from dossierpress.site.model import Page, SearchPage


def search_page(index: Index) -> Page:
    """Return the page of the search."""
    context = SearchPage(
        index.words.gettext("Search"), index.url(addresses.NAMES), index.url(addresses.ARTICLES)
    )
    return listing(index.words, addresses.SEARCH, "search", context)
