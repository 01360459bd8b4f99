"""What a page's head says that follows from the site as a whole: feeds, and what lists are."""

from collections.abc import Collection
from dataclasses import replace
from functools import partial

from dossierpress.site import addresses
from dossierpress.site.index import Index
from dossierpress.site.linked.collection import catalogue_data, collection_data
from dossierpress.site.model import Link, Page

_SINGLE = ("article.html", "entity.html")


def dressed(index: Index, page: Page, feeds: Collection[str]) -> Page:
    """Return a page with its linked data and with the feeds that there are.

    Args:
        index: the publication.
        page: as its own module makes it.
        feeds: the paths of all feeds.
    """
    own, whole = addresses.feed(page.address), addresses.feed(addresses.HOME)
    return replace(
        page,
        context=partial(getattr, page, "context"),  # which is made when it is asked for
        linked_data=page.linked_data or _collection(index, page),
        feed=Link(page.title, own) if own in feeds and own != whole else None,
        site_feed=Link(index.settings.title, whole) if whole in feeds else None,
    )


def _collection(index: Index, page: Page) -> str:
    if page.redirect or page.template in _SINGLE:
        return ""
    if page.address == addresses.DATA:
        return catalogue_data(index, page.title, page.description)
    return collection_data(index, page.address, page.title, page.description)
