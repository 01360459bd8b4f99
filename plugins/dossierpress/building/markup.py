"""What a page of the built site links to, offers as a target, and asks its reader's browser for.

Read by tags and attributes as they stand, which is enough for pages that a build has just written
and ten times as fast as a parser of all that HTML allows.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from html import unescape

_COVERED = re.compile(
    r"<!--.*?-->|(<(script|style|textarea)\b[^>]*>)(.*?)</\2\s*>", re.DOTALL | re.IGNORECASE
)
_TAG = re.compile(r"<([a-zA-Z][a-zA-Z0-9]*)\s((?:[^>\"']|\"[^\"]*\"|'[^']*')*)>")
_ATTRIBUTE = re.compile(r"([a-zA-Z][a-zA-Z0-9_:-]*)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))")
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


@dataclass(frozen=True)
class Markup:
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
    links: dict[str, None] = {}
    fetched: dict[str, None] = {}
    anchors: set[str] = set()
    for match in _COVERED.finditer(html):
        if match[2] and match[2].lower() == "style":
            fetched.update(dict.fromkeys(style_addresses(match[3])))
    for tag, written in set(_TAG.findall(_COVERED.sub(_opening, html))):
        found = _read_tag(tag.lower(), written)
        links.update(dict.fromkeys(found.links))
        fetched.update(dict.fromkeys(found.fetched))
        anchors.update(found.anchors)
    return Markup(tuple(sorted(links)), frozenset(anchors), tuple(sorted(fetched)))


def style_addresses(css: str) -> Iterator[str]:
    """Return what a style sheet, or an attribute `style`, asks for."""
    for match in _STYLE.finditer(css):
        yield (match[1] or match[2]).strip()


def _opening(match: re.Match[str]) -> str:
    return match[1] or ""


@lru_cache(maxsize=1 << 16)
def _read_tag(tag: str, written: str) -> Markup:
    """Return what matters of one tag; most tags of a page stand in other pages as well."""
    if not _WORTH.search(written):
        return _NOTHING
    attributes = {
        found[1].lower(): unescape(found[2] or found[3] or found[4] or "").strip()
        for found in _ATTRIBUTE.finditer(written)
    }
    followed = tag in ("a", "area") or (tag == "link" and not _FETCHED_LINKS & _rel(attributes))
    return Markup(
        (attributes["href"],) if followed and "href" in attributes else (),
        frozenset(attributes[key] for key in ("id", "name") if key in attributes),
        tuple(_fetched(tag, attributes)),
    )


def _fetched(tag: str, attributes: Mapping[str, str]) -> Iterator[str]:
    if tag in _FRAMES:
        yield from (attributes[key] for key in _FETCHED if key in attributes)
    if tag in ("image", "use") and "href" in attributes:
        yield attributes["href"]
    if tag == "object" and "data" in attributes:
        yield attributes["data"]
    if tag == "link" and "href" in attributes and _FETCHED_LINKS & _rel(attributes):
        yield attributes["href"]
    if "srcset" in attributes:
        yield from (part.split()[0] for part in attributes["srcset"].split(",") if part.split())
    if "style" in attributes:
        yield from style_addresses(attributes["style"])
    if tag == "meta" and attributes.get("http-equiv", "").lower() == "refresh":
        refresh = _REFRESH.match(attributes.get("content", ""))
        if refresh:
            yield refresh[1].strip(" \"'")


def _rel(attributes: Mapping[str, str]) -> set[str]:
    return set(attributes.get("rel", "").lower().split())
