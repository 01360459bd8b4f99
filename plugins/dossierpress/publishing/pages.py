"""The few pages of a branch that belong to no version, and those that stand for what is gone."""

from dataclasses import dataclass
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined


@dataclass(frozen=True)
class RootPage:
    """The page that leads from the root to the newest version.

    Attributes:
        canonical: the URL of the newest version; empty where the site's address is not known.
    """

    site_name: str
    canonical: str


@dataclass(frozen=True)
class SitemapPage:
    """The root's sitemap, which names that of the newest version.

    Attributes:
        sitemap: the URL of that one.
    """

    sitemap: str


@dataclass(frozen=True)
class ReducedPage:
    """What is left of a version whose site is no longer kept.

    Attributes:
        released: the day of its release, as "2026-11-25"; empty where it is not known.
        bundle: where its bundle is to be had; empty where that is not known.
        canonical: as in `RootPage`.
    """

    site_name: str
    version: str
    released: str
    bundle: str
    canonical: str


@dataclass(frozen=True)
class TombstonePage:
    """What stands in the place of a page that was taken out of a published version.

    Attributes:
        root: the way to the root of the branch, as "../../".
        reason: the curator's words; empty where there are none.
    """

    site_name: str
    heading: str
    sentence: str
    reason: str
    root: str


def root_page(page: RootPage) -> bytes:
    """Return `index.html` of the root."""
    return _render("root.html", page)


def sitemap_page(page: SitemapPage) -> bytes:
    """Return `sitemap.xml` of the root."""
    return _render("sitemap.xml", page)


def reduced_page(page: ReducedPage) -> bytes:
    """Return the page of a version whose site is no longer kept."""
    return _render("reduced.html", page)


def tombstone_page(page: TombstonePage) -> bytes:
    """Return what stands in the place of a page that was taken out."""
    return _render("tombstone.html", page)


def _render(template: str, page: object) -> bytes:
    return _templates().get_template(template).render(page=page).encode("utf-8")


@cache
def _templates() -> Environment:
    return Environment(
        loader=PackageLoader("dossierpress.publishing"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        keep_trailing_newline=True,
    )
