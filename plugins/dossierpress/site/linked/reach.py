"""Addresses as one page names them: whole where the site knows its own, else relative."""

from dataclasses import dataclass
from functools import cached_property

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
        if not self._root:
            return self.index.settings.site_url + url
        # A page is the nearest to itself.
        return self._own.rpartition("/")[2] or "./" if url == self._own else self._root + url

    @cached_property
    def _own(self) -> str:
        return self.index.url(self.page)

    @cached_property
    def _root(self) -> str:
        """The way to the root; "" where the site knows its own address."""
        return "" if self.index.settings.site_url else to_root(self._own)
