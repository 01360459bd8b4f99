"""Our pages as files that MkDocs builds: each carries what its content is made of."""

from html import escape
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

from jinja2 import Environment
from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as HostPage
from mkdocs.structure.toc import get_toc

from dossierpress.errors import Problem
from dossierpress.library.files import leaves
from dossierpress.mkdocs_plugin.host_page import DossierPage
from dossierpress.site.addresses import to_root
from dossierpress.site.clean import clean
from dossierpress.site.model import Page
from dossierpress.site.model.output import OutputFile
from dossierpress.site.model.page import changed
from dossierpress.site.render import render, render_head, render_preview
from dossierpress.site.site import Site

READ_BEFORE = ("description", "source", "linked_data")
"""What the host and the theme ask of a page more than once, before it is made."""


class PageFile(File):
    """The file of one of our pages.

    Attributes:
        content_page: what the page shows.
        templates: what it is rendered with.
        nav: the navigation of the site.
        site: the site that it is a page of.
        problems: what a preview says of it; nothing where the site is built to be published.
    """

    content_page: Page
    templates: Environment
    nav: Navigation
    site: Site
    made = False
    """Whether its page is in the site already, so that the host has nothing to do with it."""
    problems: tuple[Problem, ...] = ()

    def is_documentation_page(self) -> bool:
        """Say whether the host builds it."""
        return not self.made and super().is_documentation_page()

    def copy_file(self, dirty: bool = False) -> None:
        """Do nothing for a page that is there already."""
        if not self.made:
            super().copy_file(dirty)

    def describe(self, host: HostPage, directory_urls: bool) -> None:
        """Set what the theme asks of a page."""
        url = self.content_page.address.url(directory_urls)
        if self.content_page.redirect and host.canonical_url:
            host.canonical_url = urljoin(
                host.canonical_url, to_root(url) + self.content_page.redirect
            )
        later = isinstance(host, DossierPage) and host.later
        host.meta = meta(self.content_page, "" if later else self.content_page.description)
        host.toc = get_toc([])  # no page of ours shows one; the theme would hide it, and write it

    def fill(self, html: str, host: HostPage, directory_urls: bool) -> str:
        """Return the page's content around its rendered source; its head goes to the theme."""
        url = self.content_page.address.url(directory_urls)
        host.meta.update(self.frame_parts(host, directory_urls))
        converted = not isinstance(host, DossierPage) or host.converted
        body = clean(html) if converted else Markup(html)  # noqa: S704  # of escaped parts
        return render(self.content_page, body, url, self.templates)

    def frame_parts(self, host: HostPage, directory_urls: bool) -> dict[str, str]:
        """Return what the theme has places for: what the page says in its head, and a preview."""
        url = self.content_page.address.url(directory_urls)
        return {
            "dossier_head": render_head(
                self.content_page, url, host.canonical_url or "", self.templates
            ),
            "dossier_preview": render_preview(self.problems, self.templates),
        }

    def file_under(self, files: Files, nav: Navigation) -> None:
        """Set the page below the list of its kind, which thereby is active when the page is."""
        self.nav = nav
        section = self.content_page.section
        listing = files.get_file_from_path(section.source) if section else None
        if self.page and listing and listing.page:
            # MkDocs declares a section here, but asks a parent no more than any page can answer.
            self.page.parent = listing.page  # type: ignore[assignment]


class HomeFile(PageFile):
    """A home page written by hand, to which ours is appended; its words are its author's own."""

    def describe(self, host: HostPage, directory_urls: bool) -> None:
        """Set what is not the author's to say."""
        host.meta.setdefault("hide", ["navigation", "toc"])

    def fill(self, html: str, host: HostPage, directory_urls: bool) -> str:
        """Return the author's page with ours beneath; its title and metadata stay the author's."""
        host.meta.update(self.frame_parts(host, directory_urls))
        url = self.content_page.address.url(directory_urls)
        return render(self.content_page, Markup(html), url, self.templates)  # noqa: S704  # as any page in docs/


def page_file(page: Page, templates: Environment, config: MkDocsConfig, later: bool) -> PageFile:
    """Return the file of a page that no one wrote by hand; `later` puts off the page's text."""
    in_nav = page.listing and config.nav is None
    inclusion = InclusionLevel.INCLUDED if in_nav else InclusionLevel.NOT_IN_NAV
    if not later:
        page = changed(page, **{name: getattr(page, name) for name in READ_BEFORE})
    source = "" if later else page.source
    file = PageFile.generated(config, page.address.source, content=source, inclusion=inclusion)
    assert isinstance(file, PageFile)  # noqa: S101  # a class method's promise, for mypy
    file.dest_uri = page.address.target(config.use_directory_urls)
    file.content_page, file.templates = page, templates
    DossierPage(page, file, config).later = later
    return file


def home_file(page: Page, written: File, templates: Environment, config: MkDocsConfig) -> HomeFile:
    """Return the file of a home page that is written by hand."""
    file = HomeFile(
        written.src_uri,
        written.src_dir,
        config.site_dir,
        config.use_directory_urls,
        inclusion=written.inclusion,
    )
    file.content_page, file.templates = page, templates
    return file


class PlainFile(File):
    """A file that is published as it is."""

    made = False
    """Whether it is in the site already."""

    def copy_file(self, dirty: bool = False) -> None:
        """Do nothing for a file that is there already."""
        if not self.made:
            super().copy_file(dirty)


def output_file(output: OutputFile, config: MkDocsConfig) -> File:
    """Return a file that is published as it is."""
    included = InclusionLevel.INCLUDED
    return PlainFile.generated(config, output.target, content=output.content, inclusion=included)


def add_plain_files(files: Files, config: MkDocsConfig) -> None:
    """Give the files beside our pages what is in them; another process has been at work on it."""
    ours = next((file for file in files if isinstance(file, PageFile)), None)
    for output in ours.site.files if ours else ():
        file = files.get_file_from_path(output.target)
        if file is not None and isinstance(file, PlainFile):
            file.content_bytes = output.content
        else:
            files.append(output_file(output, config))


def texts_of(page: HostPage) -> tuple[str, ...]:
    """Return what on a page did not come from the theme."""
    values = (page.content, page.title, *page.meta.values())
    return tuple(text for text in values if isinstance(text, str))


def refuse_links(files: Files, config: MkDocsConfig) -> tuple[Problem, ...]:
    """Take out the files of docs/ that are links out of it, which the host would publish."""
    problems = []
    docs, root = Path(config.docs_dir), Path(config.config_file_path).parent
    for file in [file for file in files if file.src_dir == config.docs_dir]:
        path = docs / file.src_uri
        if leaves(path, docs) and leaves(path, root):
            files.remove(file)
            message, hint = "the file is a link out of the publication", "copy the file here"
            shown = f"{docs.name}/{file.src_uri}"
            problems.append(Problem(shown, 1, "DP011", message, hint))
    return tuple(problems)


def meta(page: Page, description: str) -> dict[str, Any]:
    """Return what the theme reads of a page; escaped, because MkDocs' templates do not escape."""
    return {
        "title": escape(page.label or page.title, quote=False),
        "description": escape(description),
        "hide": ["navigation", "toc"],
        "search": {"exclude": not page.searched, "boost": page.weight},
    }
