"""Atom documents (RFC 4287): typed feeds and entries in, XML out.

A text keeps no sign that XML has no form for.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from xml.etree.ElementTree import Element, SubElement, tostring

NAMESPACE = "http://www.w3.org/2005/Atom"
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_END = "</feed>"


@dataclass(frozen=True)
class Anchor:
    """A link: what it is to its feed or entry, where it leads, and its media type."""

    rel: str
    href: str
    type: str = ""


@dataclass(frozen=True)
class Category:
    """What an entry is about: an id, and its name for people."""

    term: str
    label: str


@dataclass(frozen=True)
class Entry:
    """An entry of a feed.

    Attributes:
        id: an IRI that never changes.
        updated: when it last changed, as RFC 3339 has it; `published` likewise, "" where not known.
        language: of its texts; "" for that of the feed.
        authors: names; those of the feed where there is none.
        rights: what may be done with it, in words.
    """

    id: str
    title: str
    updated: str
    summary: str
    links: tuple[Anchor, ...]
    published: str = ""
    language: str = ""
    authors: tuple[str, ...] = ()
    categories: tuple[Category, ...] = ()
    rights: str = ""


@dataclass(frozen=True)
class Feed:
    """A feed without its entries.

    Attributes:
        author: the name of who publishes it.
        base: where its relative addresses begin; "" for the feed's own address.
    """

    id: str
    title: str
    updated: str
    author: str
    links: tuple[Anchor, ...]
    language: str = ""
    base: str = ""


def entry_xml(entry: Entry) -> str:
    """Return an entry as XML, which may stand in any number of feeds."""
    element = Element("entry", _given({"xml:lang": entry.language}))
    _text(element, "title", entry.title)
    _text(element, "id", entry.id)
    _text(element, "updated", entry.updated)
    if entry.published:
        _text(element, "published", entry.published)
    _links(element, entry.links)
    for name in entry.authors:
        _text(SubElement(element, "author"), "name", name)
    for category in entry.categories:
        SubElement(element, "category", term=category.term, label=_clean(category.label))
    _text(element, "summary", entry.summary)
    if entry.rights:
        _text(element, "rights", entry.rights)
    return tostring(element, encoding="unicode")


def feed_file(feed: Feed, entries: Iterable[str]) -> bytes:
    """Return a feed with entries from `entry_xml` as the bytes of a file."""
    element = Element(
        "feed", {"xmlns": NAMESPACE, **_given({"xml:base": feed.base, "xml:lang": feed.language})}
    )
    _text(element, "title", feed.title)
    _text(element, "id", feed.id)
    _text(element, "updated", feed.updated)
    _links(element, feed.links)
    _text(SubElement(element, "author"), "name", feed.author)
    _text(element, "generator", "DossierPress")
    begin = tostring(element, encoding="unicode").removesuffix(_END)
    whole = "".join(('<?xml version="1.0" encoding="utf-8"?>\n', begin, *entries, _END, "\n"))
    return whole.encode()


def _links(parent: Element, links: Iterable[Anchor]) -> None:
    for link in links:
        told = _given({"rel": link.rel, "type": link.type})
        SubElement(parent, "link", told, href=_clean(link.href))


def _text(parent: Element, tag: str, text: str) -> None:
    SubElement(parent, tag).text = _clean(text)


def _given(attributes: dict[str, str]) -> dict[str, str]:
    return {name: value for name, value in attributes.items() if value}


def _clean(text: str) -> str:
    return _NOT_XML.sub("", text)
