"""Addresses as one page names them: whole where the site knows its own, else relative."""

from dataclasses import dataclass

from dossierpress.site.addresses import Address, to_root
from dossierpress.site.index import Index


@dataclass(frozen=True)
class Reach:
    """The way from one page to others."""

    index: Index
    page: Address

    def to(self, address: Address) -> str:
        """Return the address of a page."""
        return self.path(self.index.url(address))

    def path(self, url: str) -> str:
        """Return the address of what lies at a URL relative to the site's root."""
        if self.index.settings.site_url:
            return self.index.settings.site_url + url
        own = self.index.url(self.page)
        # A page is the nearest to itself.
        return own.rpartition("/")[2] or "./" if url == own else to_root(own) + url
