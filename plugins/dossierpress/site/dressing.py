"""What a page's head says that follows from the site as a whole: feeds, and what lists are."""

from collections.abc import Collection
from functools import partial

from dossierpress.site import addresses
from dossierpress.site.addresses import Address
from dossierpress.site.index import Index
from dossierpress.site.linked.collection import catalogue_data, collection_data
from dossierpress.site.model import Link, Page
from dossierpress.site.model.page import changed, has

_SINGLE = ("article.html", "entity.html")


def dressed(index: Index, page: Page, feeds: Collection[str]) -> Page:
    """Return a page with its linked data and with the feeds that there are.

    Args:
        index: the publication.
        page: as its own module makes it.
        feeds: the paths of all feeds.
    """
    own, whole = addresses.feed(page.address), addresses.feed(addresses.HOME)
    parts: dict[str, object] = {}
    if not has(page, "linked_data") and not page.redirect and page.template not in _SINGLE:
        parts["linked_data"] = partial(
            _collection, index, page.address, page.title, page.description
        )
    if own in feeds and own != whole:
        parts["feed"] = Link(page.title, own)
    if whole in feeds:
        parts["site_feed"] = Link(index.settings.title, whole)
    return changed(page, **parts) if parts else page


def _collection(index: Index, address: Address, title: str, description: str) -> str:
    if address == addresses.DATA:
        return catalogue_data(index, title, description)
    return collection_data(index, address, title, description)
