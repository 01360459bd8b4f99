"""What a page of the built site links to, offers as a target, and asks its reader's browser for.

Read by tags and attributes as they stand, which is enough for pages that a build has just written
and ten times as fast as a parser of all that HTML allows.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
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
        links: what a reader may follow, once each, as the page writes it but for entities.
        anchors: the fragments that lead into the page.
        fetched: what a browser asks for by itself, once each.
    """

    links: tuple[str, ...]
    anchors: frozenset[str]
    fetched: tuple[str, ...]


def read_markup(html: str) -> Markup:
    """Return what matters of a page."""
    links: dict[str, None] = {}
    fetched: dict[str, None] = {}
    anchors: set[str] = set()
    for match in _COVERED.finditer(html):
        if match[2] and match[2].lower() == "style":
            fetched.update(dict.fromkeys(style_addresses(match[3])))
    for tag, attributes in _tags(_COVERED.sub(_opening, html)):
        anchors.update(attributes[key] for key in ("id", "name") if key in attributes)
        fetched.update(dict.fromkeys(_fetched(tag, attributes)))
        followed = tag in ("a", "area") or (tag == "link" and not _FETCHED_LINKS & _rel(attributes))
        if followed and "href" in attributes:
            links[attributes["href"]] = None
    return Markup(tuple(links), frozenset(anchors), tuple(fetched))


def style_addresses(css: str) -> Iterator[str]:
    """Return what a style sheet, or an attribute `style`, asks for."""
    for match in _STYLE.finditer(css):
        yield (match[1] or match[2]).strip()


def _opening(match: re.Match[str]) -> str:
    return match[1] or ""


def _tags(html: str) -> Iterator[tuple[str, Mapping[str, str]]]:
    for match in _TAG.finditer(html):
        if _WORTH.search(match[2]):
            yield (
                match[1].lower(),
                {
                    found[1].lower(): unescape(found[2] or found[3] or found[4] or "").strip()
                    for found in _ATTRIBUTE.finditer(match[2])
                },
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
