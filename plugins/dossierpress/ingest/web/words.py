"""What a page says about its story in words: title, authors, publisher and the like."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dossierpress.ingest.agencies import agency_name, is_agency
from dossierpress.ingest.byline import read_byline, read_names
from dossierpress.ingest.headline import headline_key
from dossierpress.ingest.language import TAG, language_of
from dossierpress.ingest.web.jsonld import Node
from dossierpress.ingest.web.page import Page, text_of
from dossierpress.ingest.web.saving import original
from dossierpress.ingest.web.scenery import in_scenery, near_headline
from dossierpress.ingest.web.stated import Stated, likeness

_SUFFIX = re.compile(r"\s+(?:[|•·»–—-]|::)\s+(?=[^|•·»–—]{2,60}$)|\s*\|\s*(?=[^|]{2,60}$)")
_NO_AUTHOR = re.compile(r"\d|\bupdated\b|\bago\b|https?:|www\.|@|[<>{}|]", re.IGNORECASE)
_BYLINES = (
    "//*[@itemprop='author']|//*[@rel='author']"
    "|//*[contains(@class,'byline') or contains(@class,'author-name')]"
    "|//*[contains(@class,'author__name')]"
)
_SEPARATOR = re.compile(r"\s+(?:[|•·»–—-]|::)\s+|:\s+")
_LONGEST = 300
_ALIKE = 0.6
_CUT = re.compile(r"\s*(?:…|\.\.\.|\[…\])\s*$")


@dataclass(frozen=True)
class Words:
    """What a page says about its story in words."""

    title: str | None
    subtitle: str | None = None
    description: str | None = None
    authors: tuple[str, ...] = ()
    agency: str | None = None
    publisher: str | None = None
    section: str | None = None
    language: str | None = None
    url: str | None = None
    archived_url: str | None = None


def read_words(page: Page, stated: Stated) -> Words:
    """Read the fields of a page: JSON-LD first, then `meta`, then what is marked in its text."""
    article = stated.article
    publisher = _publisher(page, article)
    title = _title(page, stated, publisher)
    authors, agency = _authors(page, article, publisher)
    other = article.text("alternativeHeadline") if article else None
    own = article.text("description") if article else None
    description = own or page.meta("og:description", "description", "twitter:description")
    return Words(
        title=title,
        subtitle=other if other and headline_key(other) != headline_key(title or "") else None,
        description=_CUT.sub("", description) if description else None,
        authors=authors,
        agency=agency or _source(article),
        publisher=publisher,
        section=(article.text("articleSection") if article else None)
        or page.meta("article:section", "section", "parsely-section"),
        language=_language(page, article),
        url=original(page.canonical),
        archived_url=page.saving.archived_url,
    )


def names_of(page: Page, words: Words) -> tuple[str, ...]:
    """Return the headline, and the names of the site that stand beside it in `<title>`."""
    heads = [text_of(element) for element in page.tree.iter("title")][:1]
    parts = [part for head in heads for part in _SEPARATOR.split(head) if part.strip()]
    return tuple(filter(None, (words.title, words.publisher, words.subtitle, *parts)))


def _title(page: Page, stated: Stated, publisher: str | None) -> str | None:
    """The headline that the page shows, where it states the same or another one to machines."""
    shown = [text for element in page.tree.iter("h1") if (text := text_of(element))]
    own = stated.article.text("headline", "name") if stated.article else None
    meta = page.meta("og:title", "twitter:title")
    heads = [text_of(element) for element in page.tree.iter("title")][:1]
    meta, head = (
        _without_site(text, publisher, shown) if text else None
        for text in (meta, next(iter(heads), None))
    )
    said = own or meta or head
    for heading in shown:
        if not 3 <= len(headline_key(heading)) <= _LONGEST:
            continue
        if said is None or any(likeness(heading, text) >= _ALIKE for text in (said, meta) if text):
            return heading
    return _shown_part(page, said) if said and not shown else said


def _shown_part(page: Page, title: str) -> str:
    """The part of a title that the page shows by itself; the other part is the site's name."""
    parts = [part for part in _SEPARATOR.split(title) if len(part.split()) >= 3]
    keys = {headline_key(part): part for part in sorted(parts, key=len)}
    for element in page.tree.iter(
        "h2", "h3", "h4", "b", "strong", "font", "big", "span", "div", "td", "p"
    ):
        key = headline_key(element.text or "") if len(element.text or "") < _LONGEST else ""
        found = keys.get(
            key or headline_key(text_of(element)) if element.tag in ("h2", "h3") else key
        )
        if found is not None:
            return found
    return title


def _without_site(text: str, publisher: str | None, shown: list[str]) -> str:
    """Take the site's name off the end of a title."""
    match = _SUFFIX.search(text)
    if match is None:
        return text
    before, after = text[: match.start()], text[match.end() :]
    keys = {headline_key(heading) for heading in shown}
    if headline_key(text) in keys:
        return text
    named = publisher is not None and likeness(after, publisher) >= 0.5
    return before if named or headline_key(before) in keys or "|" in match[0] else text


def _publisher(page: Page, article: Node | None) -> str | None:
    for node in article.nodes("publisher") if article else ():
        name = node.text("name", "legalName")
        if name and "://" not in name and len(name) <= 100:
            return name
    name = page.meta(
        "og:site_name", "application-name", "dc.publisher", "dcterms.publisher", "copyright-holder"
    )
    return name if name and "://" not in name and len(name) <= 100 else None


def _authors(
    page: Page, article: Node | None, publisher: str | None
) -> tuple[tuple[str, ...], str | None]:
    """People, and the wire service that is credited in their place."""
    for names in _credits(page, article):
        people: list[str] = []
        agency: str | None = None
        for name in names:
            found, service = read_credit(name, publisher)
            people += [person for person in found if person not in people]
            agency = agency or service
        if people or agency:
            return tuple(people), agency
    return (), None


def _credits(page: Page, article: Node | None) -> Iterator[list[str]]:
    if article is not None:
        nodes = article.nodes("author") or article.nodes("creator")
        yield [
            name
            for node in nodes
            if "Organization" not in " ".join(node.types) and (name := node.text("name"))
        ]
        yield [name for node in nodes if (name := node.text("name")) and is_agency(name)]
    for key in (
        "author",
        "article:author",
        "byl",
        "parsely-author",
        "sailthru.author",
        "dc.creator",
        "dcterms.creator",
        "citation_author",
    ):
        yield [content for name, content in page.metas if name == key]
    lines = (text_of(element) for element in near_headline(page.tree))
    yield [text for text in lines if len(text) <= 140 and read_byline(text)]
    marked = [element for element in page.tree.xpath(_BYLINES) if not in_scenery(element)]
    yield [text for element in marked[:6] if (text := text_of(element)) and len(text) <= 140]


def read_credit(text: str, publisher: str | None = None) -> tuple[tuple[str, ...], str | None]:
    """Return the people of a credit and its wire service; a text with digits or "ago" has none."""
    text = text.strip(" ,;.|-–—")
    if not text or len(text) > 200 or _NO_AUTHOR.search(text):
        return (), None
    if is_agency(text):
        return (), agency_name(text)
    if publisher and headline_key(text) == headline_key(publisher):
        return (), None
    byline = read_byline(text) or read_names(text)
    if byline is not None:
        own = headline_key(publisher or "")
        return tuple(name for name in byline.authors if headline_key(name) != own), byline.agency
    words = text.split()
    person = (
        2 <= len(words) <= 5 and not text.isupper() and text[0].isalpha() and not text[0].islower()
    )
    return ((text,), None) if person else ((), None)


def _source(article: Node | None) -> str | None:
    for node in (
        article.nodes("sourceOrganization", "provider", "copyrightHolder", "isBasedOn")
        if article
        else ()
    ):
        name = node.text("name")
        if name and is_agency(name):
            return agency_name(name)
    return None


def _language(page: Page, article: Node | None) -> str | None:
    """The language that the page declares, unless its letters prove another one."""
    title = next((text_of(element) for element in page.tree.iter("h1", "title")), "")
    proven = language_of(title)
    stated = article.text("inLanguage") if article else None
    root = page.tree.get("lang") or page.tree.get("{http://www.w3.org/XML/1998/namespace}lang")
    for found in (
        root,
        stated,
        page.meta("og:locale", "content-language", "dc.language", "language"),
    ):
        tag = (found or "").strip().replace("_", "-")
        if TAG.fullmatch(tag) and (proven is None or tag.lower().startswith(proven)):
            return tag
    return proven
