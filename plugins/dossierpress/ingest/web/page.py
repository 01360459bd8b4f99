"""A web page, parsed once: its elements, what its head says, and its JSON-LD."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice
from urllib.parse import urljoin, urlsplit

from lxml import html
from lxml.etree import LxmlError
from lxml.html import HtmlElement

from dossierpress.errors import Problem
from dossierpress.ingest.clipping import Clipping
from dossierpress.ingest.decode import clean
from dossierpress.ingest.web.charset import decode_page
from dossierpress.ingest.web.jsonld import Node, read_nodes
from dossierpress.ingest.web.saving import Saving, read_saving
from dossierpress.ingest.web.thinning import MAX_CHARACTERS, MAX_ELEMENTS, count_elements, thin

MAX_DEPTH = 512
"""Elements nested deeper are refused; browsers stop there as well."""
MAX_STEPS = 2_000_000
"""The ways from the root to each element, added up: what reading a page takes time for. A long
live blog has a tenth; a page with more takes longer than five seconds."""
MAX_METAS = 500
"""More `meta` elements than any page needs are not looked at."""
_SCRIPTED = re.compile(
    r"\"(?:datePublished|publishedAt|published_at|publishDate|firstPublished|pubDate)\\?\""
    r"\s{0,3}:\s{0,3}\\?\"(\d{4}-\d\d-\d\d[^\"\\]{0,25})"
)
_SAVE_AGAIN = "save the page again, or copy the text of the story into a .txt file and add that"


@dataclass(frozen=True)
class Page:
    """A parsed page.

    Attributes:
        name: what problems call the clipping.
        tree: its elements; nobody changes them, who must works on a copy.
        metas: name or property and content of each `meta`, in order, names in lower case.
        nodes: the JSON-LD objects of the page.
        scripted: what its other scripts say of its date of publication, word for word.
        saving: what the program that saved it noted.
        base: the address that relative links count from; None where none is known.
    """

    name: str
    tree: HtmlElement
    metas: tuple[tuple[str, str], ...]
    nodes: tuple[Node, ...]
    saving: Saving
    base: str | None
    problems: tuple[Problem, ...] = ()
    scripted: tuple[str, ...] = ()

    @property
    def language(self) -> str | None:
        """The tag of the language that the page says it is in."""
        return clean(self.tree.get("lang") or "") or None

    def meta(self, *names: str) -> str | None:
        """Return the first content under the first of these names that has one."""
        for name in names:
            for key, content in self.metas:
                if key == name:
                    return content
        return None

    @property
    def canonical(self) -> str | None:
        """The address that the page gives itself."""
        links = self.tree.xpath("//link[contains(concat(' ',@rel,' '),' canonical ')]/@href")
        for href in (*links[:1], self.meta("og:url"), self.saving.url):
            url = absolute(str(href), self.saving.url) if href else None
            if url is not None:
                return url
        return None


def parse_page(clipping: Clipping) -> Page | Problem:
    """Parse a clipping as a page; a `Problem` where that is refused."""
    text, noticed = decode_page(clipping.name, clipping.data, clipping.media_type)
    source = thin(text)
    count = count_elements(source)
    if count > MAX_ELEMENTS or len(source) > MAX_CHARACTERS:
        much, most = (
            (count, MAX_ELEMENTS) if count > MAX_ELEMENTS else (len(source), MAX_CHARACTERS)
        )
        what = "elements" if count > MAX_ELEMENTS else "characters without scripts and pictures"
        message = f"has {much} {what}; a page has at most {most}"
        return Problem(clipping.name, 1, "DP521", message, _SAVE_AGAIN)
    tree = parse_html(source)
    if tree is None:
        hint = "check that the copy or the download worked"
        return Problem(clipping.name, 1, "DP501", "the page is empty", hint)
    deepest, steps = nesting(tree)
    if deepest > MAX_DEPTH or steps > MAX_STEPS:
        message = f"nests elements deeper than {MAX_DEPTH} levels"
        if deepest <= MAX_DEPTH:
            message = f"nests {count} elements {steps // count} levels deep on average"
        return Problem(clipping.name, 1, "DP521", message, _SAVE_AGAIN)
    saving = read_saving(source, clipping.url)
    page = Page(
        clipping.name,
        tree,
        tuple(islice(_metas(tree), MAX_METAS)),
        read_nodes(tree),
        saving,
        None,
        noticed,
        tuple(match[1] for match in islice(_SCRIPTED.finditer(text), MAX_METAS)),
    )
    return replace(page, base=_base(tree, page.canonical))


def parse_html(source: str) -> HtmlElement | None:
    """Return the root of a source, however broken; None where it holds nothing."""
    if not source.strip():
        return None
    # The parser is a new one each time: a parser keeps the log and the dictionary of each page.
    parser = html.HTMLParser(
        encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True, no_network=True
    )
    try:
        tree = html.document_fromstring(source.encode("utf-8", "replace"), parser=parser)
    except (LxmlError, ValueError, AssertionError):
        return None
    return tree if isinstance(tree, HtmlElement) else None


def nesting(tree: HtmlElement) -> tuple[int, int]:
    """Return how deep the elements of a tree are nested at most, and all their depths added up."""
    deepest = steps = 0
    level: list[HtmlElement] = [tree]
    while level:
        deepest += 1
        steps += deepest * len(level)
        level = [child for element in level for child in element]
    return deepest, steps


def absolute(href: str, base: str | None) -> str | None:
    """Return the web or mail address that a link leads to; None where that is not known."""
    href = clean(href)
    try:
        url = urljoin(base, href) if base else href
        parts = urlsplit(url)
    except ValueError:
        return None
    if parts.scheme in ("http", "https") and parts.netloc:
        # As a browser does it; a host with a space in it is none.
        return None if " " in parts.netloc else url.replace(" ", "%20")
    return url if parts.scheme == "mailto" and "@" in parts.path else None


def text_of(element: HtmlElement) -> str:
    """Return the words of an element on one line."""
    return clean(" ".join(element.itertext()))


def _metas(tree: HtmlElement) -> Iterator[tuple[str, str]]:
    for element in tree.iter("meta"):
        content = clean(element.get("content") or "")
        names = (element.get(key) for key in ("property", "name", "itemprop", "http-equiv"))
        for name in filter(None, names):
            if content:
                yield re.sub(r"\s", "", name).lower(), content


def _base(tree: HtmlElement, url: str | None) -> str | None:
    bases = tree.xpath("//base/@href")
    return (absolute(str(bases[0]), url) if bases else None) or url
