"""Which of a page's JSON-LD objects describes the story that the page shows."""

from collections.abc import Iterator
from dataclasses import dataclass

from dossierpress.ingest.headline import headline_key
from dossierpress.ingest.links import url_key
from dossierpress.ingest.web.jsonld import Node
from dossierpress.ingest.web.page import Page, absolute, text_of

_OTHERS = frozenset({"Report", "BlogPosting", "LiveBlogPosting", "SocialMediaPosting"})
_PAGES = frozenset({"WebPage", "ItemPage", "ReportageNewsArticle"})


@dataclass(frozen=True)
class Stated:
    """What a page states about itself.

    Attributes:
        article: the object that describes the story.
        page: the object that describes the page, whose dates are often the story's.
        headings: the headline as the page shows it, in the places where it does.
    """

    article: Node | None
    page: Node | None
    headings: tuple[str, ...]


def read_stated(page: Page) -> Stated:
    """Choose among the JSON-LD objects of a page.

    An object is the story's if its address is the page's, or else if its headline is; an article
    that has neither in common with the page belongs to a list of others, and is not believed.
    """
    headings = shown_headings(page)
    articles = [node for node in page.nodes if _is_article(node)]
    by_url = [node for node in articles if _same_url(node, page)]
    by_headline = [node for node in articles if _same_headline(node, headings)]
    both = [node for node in by_url if node in by_headline]
    chosen: Node | None = None
    for fitting in (both, by_headline, by_url):
        chosen = chosen or max(fitting, key=_fullness, default=None)
    if (
        chosen is None
        and len(articles) == 1
        and not (headings and articles[0].text("headline", "name"))
    ):
        chosen = articles[0]
    pages = [node for node in page.nodes if set(node.types) & _PAGES and not _is_article(node)]
    return Stated(chosen, pages[0] if len(pages) == 1 else None, headings)


def shown_headings(page: Page) -> tuple[str, ...]:
    """Return the headline as the page gives it in its first headings and in its head."""
    shown = [text_of(element) for element in page.tree.iter("h1")][:4]
    titles = [text_of(element) for element in page.tree.iter("title")][:1]
    metas = [page.meta("og:title"), page.meta("twitter:title")]
    return tuple(filter(None, (*shown, *metas, *titles)))


def likeness(one: str, other: str) -> float:
    """Return which share of the shorter text's words the other has."""
    first, second = set(headline_key(one).split()), set(headline_key(other).split())
    if not first or not second:
        return 0.0
    return len(first & second) / min(len(first), len(second))


def _is_article(node: Node) -> bool:
    return any(name.endswith("Article") or name in _OTHERS for name in node.types)


def _same_url(node: Node, page: Page) -> bool:
    return page.canonical is not None and url_key(page.canonical) in {
        url_key(url) for url in _urls(node, page)
    }


def _urls(node: Node, page: Page) -> Iterator[str]:
    for found in (node.text("url"), node.text("@id")):
        url = absolute(found, page.base) if found else None
        if url:
            yield url.partition("#")[0]
    for inner in node.nodes("mainEntityOfPage"):
        for found in (inner.text("@id"), inner.text("url"), inner.text("name")):
            url = absolute(found, page.base) if found else None
            if url:
                yield url.partition("#")[0]


def _same_headline(node: Node, headings: tuple[str, ...]) -> bool:
    names = (node.text("headline"), node.text("alternativeHeadline"), node.text("name"))
    return any(likeness(name, heading) >= 0.6 for name in names if name for heading in headings)


def _fullness(node: Node) -> tuple[int, int]:
    wanted = ("datePublished", "headline", "author", "articleBody")
    return sum(key in node.data for key in wanted), len(node.data)
