"""What a page of the built site links to, offers as a target, and asks its reader's browser for.

Read by tags and attributes as they stand, which is enough for pages that a build has just written
and many times as fast as a parser of all that HTML allows.
"""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from html import unescape
from typing import NamedTuple

_COVERED = re.compile(
    r"<(?=[!sStT])(?:!--.*?-->"
    r"|((script|style|textarea)\b[^>]*>)([^<]*+(?:<(?!/\2\s*>)[^<]*+)*+)</\2\s*>)",
    re.DOTALL | re.IGNORECASE,
)
_TAG = re.compile(r"<[a-zA-Z][a-zA-Z0-9]*+\s[^>\"']*+(?:(?:\"[^\"]*+\"|'[^']*+')[^>\"']*+)*+>")
_ATTRIBUTE = re.compile(r"([a-zA-Z][a-zA-Z0-9_:-]*)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))")
_NAME = re.compile(r"\s")
"""Ends the name of a tag."""
_WORTH = re.compile(r"\b(?:href|src|srcset|id|name|style|data|poster|http-equiv)\b")
_STYLE = re.compile(r"url\(\s*[\"']?([^\"')]+)|@import\s+[\"']([^\"']+)", re.IGNORECASE)
_REFRESH = re.compile(r"\d*\s*;\s*url\s*=\s*(.*)", re.IGNORECASE | re.DOTALL)

_FETCHED_LINKS = frozenset(
    {"stylesheet", "icon", "preload", "prefetch", "dns-prefetch", "preconnect", "modulepreload",
     "manifest", "apple-touch-icon", "mask-icon", "prerender"}
)  # fmt: skip
_FETCHED = ("src", "poster", "background")
_FRAMES = frozenset({"script", "img", "iframe", "source", "video", "audio", "embed", "track",
                     "input", "body", "table", "td", "frame"})  # fmt: skip


class Markup(NamedTuple):
    """What of a page matters for its links.

    Attributes:
        links: what a reader may follow, once each, as the page writes it but for entities; sorted.
        anchors: the fragments that lead into the page.
        fetched: what a browser asks for by itself, once each; sorted.
    """

    links: tuple[str, ...]
    anchors: frozenset[str]
    fetched: tuple[str, ...]


_NOTHING = Markup((), frozenset(), ())


def read_markup(html: str) -> Markup:
    """Return what matters of a page."""
    links: set[str] = set()
    fetched: set[str] = set()
    anchors: set[str] = set()

    def uncover(match: re.Match[str]) -> str:
        if match[2] and match[2].lower() == "style":
            fetched.update(style_addresses(match[3]))
        return f"<{match[1]}" if match[1] else ""

    for tag in set(_TAG.findall(_COVERED.sub(uncover, html))):
        found = _read_tag(tag)
        if found is not _NOTHING:
            links.update(found.links)
            fetched.update(found.fetched)
            anchors.update(found.anchors)
    return Markup(tuple(sorted(links)), frozenset(anchors), tuple(sorted(fetched)))


def style_addresses(css: str) -> Iterator[str]:
    """Return what a style sheet, or an attribute `style`, asks for."""
    for match in _STYLE.finditer(css):
        yield (match[1] or match[2]).strip()


@lru_cache(maxsize=1 << 14)
def _read_tag(text: str) -> Markup:
    """Return what matters of one tag; many tags of a page stand in other pages as well."""
    name, written = _NAME.split(text, 1)
    if not _WORTH.search(written):
        return _NOTHING
    tag = name[1:].lower()
    attributes = {
        name.lower(): double or single or bare
        for name, double, single, bare in _ATTRIBUTE.findall(written)
    }
    followed = tag in ("a", "area") or (tag == "link" and not _FETCHED_LINKS & _rel(attributes))
    return Markup(
        (_value(attributes, "href"),) if followed and "href" in attributes else (),
        frozenset([_value(attributes, key) for key in ("id", "name") if key in attributes]),
        tuple(_fetched(tag, attributes)),
    )


def _value(attributes: Mapping[str, str], name: str) -> str:
    """Return the value of an attribute as a browser reads it; "" where it is not there."""
    written = attributes.get(name, "")
    return (unescape(written) if "&" in written else written).strip()


def _fetched(tag: str, attributes: Mapping[str, str]) -> Iterator[str]:
    if tag in _FRAMES:
        yield from (_value(attributes, key) for key in _FETCHED if key in attributes)
    if tag in ("image", "use") and "href" in attributes:
        yield _value(attributes, "href")
    if tag == "object" and "data" in attributes:
        yield _value(attributes, "data")
    if tag == "link" and "href" in attributes and _FETCHED_LINKS & _rel(attributes):
        yield _value(attributes, "href")
    if "srcset" in attributes:
        sources = _value(attributes, "srcset").split(",")
        yield from (part.split()[0] for part in sources if part.split())
    if "style" in attributes:
        yield from style_addresses(_value(attributes, "style"))
    if tag == "meta" and _value(attributes, "http-equiv").lower() == "refresh":
        refresh = _REFRESH.match(_value(attributes, "content"))
        if refresh:
            yield refresh[1].strip(" \"'")


def _rel(attributes: Mapping[str, str]) -> set[str]:
    return set(_value(attributes, "rel").lower().split())
