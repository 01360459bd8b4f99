"""A publication as pages that open from a disk: no server, no script, nothing from elsewhere.

They are the site's own pages, made by the same code and templates, in a plain frame instead of the
theme's; so they show what the site shows, and rights hold in them as they do there.
"""

import posixpath
import re
from collections.abc import Callable, Iterator, Mapping
from urllib.parse import unquote, urlsplit
from xml.etree import ElementTree

from jinja2 import Environment
from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from markupsafe import Markup

from dossierpress.language.words import Words
from dossierpress.publication import Publication
from dossierpress.site.addresses import to_root
from dossierpress.site.assets import offline_styles
from dossierpress.site.clean import clean
from dossierpress.site.markdown import EntityLinks
from dossierpress.site.model import Page
from dossierpress.site.paragraphs import paragraphs
from dossierpress.site.render import environment, render, render_frame
from dossierpress.site.settings import Settings
from dossierpress.site.site import build_site

_EXTENSIONS = ("admonition", "footnotes", "tables", "sane_lists")
_HREF = re.compile(r'href="([^"#?:]+)')
Resolve = Callable[[str], str | None]


def pages(of: Publication, title: str, words: Words) -> Mapping[str, bytes]:
    """Return the pages of a publication, and their style sheet, by path.

    Args:
        of: what to show.
        title: the name that each page bears beside its own.
        words: those of the interface.
    """
    alone = Settings(title=title, data=False, feeds=False)
    site = build_site(of, title=title, directory_urls=False, words=words, settings=alone)
    templates = environment(words=words, settings=alone)
    targets = {page.address.source: page.address.target(False) for page in site.pages}
    styles = offline_styles()
    found = {styles.target: styles.content}
    linked: set[str] = set()
    for page in site.pages:
        url = page.address.url(False)
        content = render(page, _body(page, targets, templates), url, templates)
        framed = render_frame(page, Markup(content), url, title, styles.target, templates)  # noqa: S704  # made by our own templates
        found[page.address.target(False)] = framed.encode()
        linked.update(_addresses(framed, page.address.target(False)))
    # What the site has beside its pages is for programs and scripts, but for what a page offers.
    offered = {file.target: file.content for file in site.files if file.target in linked}
    return found | offered


def _addresses(html: str, page: str) -> Iterator[str]:
    """Yield the files that a page leads to, relative to the root of the pages."""
    folder = posixpath.dirname(page)
    for href in _HREF.findall(html):
        yield posixpath.normpath(posixpath.join(folder, unquote(href)))


def _body(page: Page, targets: Mapping[str, str], templates: Environment) -> Markup:
    """Return a page's text as HTML; a link that leads to no page of the bundle is plain text."""
    if not page.source:
        return Markup()
    resolve = _resolver(page, targets)
    plain = paragraphs(page.source, resolve)
    if plain is not None:
        return plain
    converter = Markdown(extensions=[*_EXTENSIONS, EntityLinks(), _Resolved(resolve)])
    return clean(converter.convert(page.source))


def _resolver(page: Page, targets: Mapping[str, str]) -> Resolve:
    folder = posixpath.dirname(page.address.source)
    root = to_root(page.address.url(False))

    def resolve(href: str) -> str | None:
        try:
            parts = urlsplit(href)
        except ValueError:
            return None
        if parts.scheme or parts.netloc:
            return href
        if not parts.path:
            return href if parts.fragment else None
        source = posixpath.normpath(posixpath.join(folder, unquote(parts.path)))
        target = targets.get(source)
        return f"{root}{target}" if target else None

    return resolve


class _Resolved(Extension):
    """Leads links between Markdown files to pages, and takes those out that lead nowhere."""

    def __init__(self, resolve: Resolve) -> None:
        super().__init__()
        self._resolve = resolve

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802  # Python-Markdown's name
        # After our own links (7.5).
        md.treeprocessors.register(_Links(md, self._resolve), "dossier_resolved", 7)


class _Links(Treeprocessor):
    def __init__(self, md: Markdown, resolve: Resolve) -> None:
        super().__init__(md)
        self._resolve = resolve

    def run(self, root: ElementTree.Element) -> None:
        for element in root.iter():
            key = {"a": "href", "img": "src"}.get(str(element.tag))
            if key is None:
                continue
            url = self._resolve(element.get(key) or "") if element.tag == "a" else None
            if url is None:
                element.attrib.pop(key, None)
                element.text = element.text or element.get("alt")
                element.tag = "span"
            else:
                element.set(key, url)
