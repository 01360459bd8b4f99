"""Where each page comes from and where it is published.

A page's source is the file it is made of, so that a link between Markdown files works both in
the repository and on the site; its target is short and stable. URLs are relative to the site's
root; `to_root` leads there from a page, so that a site works under any prefix and from a folder.
"""

import posixpath
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import quote

from dossierpress.model import Article, Dossier, DossierId, EntityId, Topic


@dataclass(frozen=True)
class Address:
    """The two ends of a page.

    Attributes:
        source: the Markdown file, relative to the site's documents, as a link names it.
        name: the page's path on the site without any ending; "" is the home page.
        folder: whether the page is the index of a folder.
    """

    source: str
    name: str
    folder: bool = False

    def target(self, directory_urls: bool) -> str:
        """Return the HTML file, relative to the site's root."""
        return _target(self.name, self.folder or directory_urls)

    def url(self, directory_urls: bool) -> str:
        """Return the URL, relative to the site's root and quoted."""
        return _url(self.name, self.folder or directory_urls, directory_urls)


def _target(name: str, folder: bool) -> str:
    return posixpath.join(name, "index.html") if folder else f"{name}.html"


# Asked for at every link, and the same for all links to a page.
@lru_cache(maxsize=100_000)
def _url(name: str, folder: bool, directory_urls: bool) -> str:
    target = _target(name, folder)
    return quote(target.removesuffix("index.html") if directory_urls else target)


def feed(address: Address) -> str:
    """Return the path of the feed of a page's articles, relative to the site's root."""
    return posixpath.join(address.name, "feed.xml")


def to_root(url: str) -> str:
    """Return the relative URL that leads from a page to the site's root."""
    return "../" * url.count("/") or "./"


def from_source(source: str, other: str) -> str:
    """Return the link from one source file to another, as Markdown writes it."""
    return "../" * source.count("/") + quote(other)


HOME = Address("index.md", "", folder=True)
DOSSIERS = Address("dossiers/index.md", "dossiers", folder=True)
ARTICLES = Address("articles/index.md", "articles", folder=True)
ENTITIES = Address("entities/index.md", "entities", folder=True)
TOPICS = Address("topics/index.md", "topics", folder=True)

SOURCES = Address("sources/index.md", "sources", folder=True)
GAPS = Address("gaps/index.md", "gaps", folder=True)
DATA = Address("data/index.md", "data", folder=True)
MAP = Address("map/index.md", "map", folder=True)
SEARCH = Address("search/index.md", "search", folder=True)
NAMES = Address("names/index.md", "names", folder=True)
RELEASES = Address("releases/index.md", "releases", folder=True)
TIMELINE = Address("timeline/index.md", "timeline", folder=True)
CORRECTIONS = Address("corrections/index.md", "corrections", folder=True)


def timeline(topic: Topic | None, name: str = "") -> Address:
    """Return the address of the timeline of all or of a topic, or of one page of it."""
    parts = [part for part in ("timeline", topic and f"topic/{topic.id}", name) if part]
    path = "/".join(parts)
    return Address(f"{path}.md", path) if topic or name else TIMELINE


def release(version: str) -> Address:
    """Return the address of a release."""
    return Address(f"releases/{version}.md", f"releases/{version}")


def dossier_changes(dossier: DossierId) -> Address:
    """Return the address of what releases changed in a dossier."""
    return Address(f"releases/of/{dossier}.md", f"releases/of/{dossier}")


def anchor(text: str) -> str:
    """Return a text as the anchor of a heading: its white space as hyphens."""
    return "-".join(text.split())


def names_of(name: str) -> Address:
    """Return the address of a page with the names of one letter."""
    return Address(f"names/{name}.md", f"names/{name}")


def dossier(dossier: Dossier) -> Address:
    """Return the address of a dossier's own page."""
    source = posixpath.join(posixpath.dirname(dossier.path), "index.md")
    return Address(source, f"dossiers/{dossier.id}", folder=True)


def article(article: Article) -> Address:
    """Return the address of an article."""
    return Address(article.path, f"dossiers/{article.ref.dossier}/{article.ref.article}")


def entity(entity: EntityId) -> Address:
    """Return the address of an entity; the registry is no Markdown, so its source is made up."""
    return Address(f"entities/{entity}.md", f"entities/{entity}")


def entity_year(entity: EntityId, name: str) -> Address:
    """Return the address of a page with the articles of one year that name an entity."""
    return Address(f"entities/{entity}/{name}.md", f"entities/{entity}/{name}")


def topic(topic: Topic) -> Address:
    """Return the address of a topic."""
    return Address(topic.path, f"topics/{topic.id}")


def topic_year(topic: Topic, name: str) -> Address:
    """Return the address of a page with a topic's articles of one year."""
    return Address(f"topics/{topic.id}/{name}.md", f"topics/{topic.id}/{name}")


def dossier_year(dossier: DossierId, name: str) -> Address:
    """Return the address of a page with a dossier's articles of one year."""
    return Address(f"dossiers/{dossier}/year/{name}.md", f"dossiers/{dossier}/year/{name}")


def articles_year(name: str) -> Address:
    """Return the address of a page with the articles of one year."""
    return Address(f"articles/{name}.md", f"articles/{name}")


def entities_of_kind(name: str) -> Address:
    """Return the address of a page with the entities of one kind."""
    return Address(f"entities/kind/{name}.md", f"entities/kind/{name}")
