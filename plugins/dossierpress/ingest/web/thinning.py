"""Takes out of a page's source what no story is in, in one pass, before it is parsed.

Saved pages carry megabytes of scripts, styles and pictures as data. Without them parsing takes a
tenth of the time, and what is left can be counted to refuse a page that would take too long.
"""

import re
from collections.abc import Iterator

_OPENING = re.compile(
    r"<(?:!--|(?P<tag>script|style|svg|noscript|template|iframe|math|object|canvas)(?=[\s>/]))",
    re.IGNORECASE,
)
_ENDS = {
    tag: re.compile(rf"</{tag}\b[^>]*>?", re.IGNORECASE)
    for tag in (
        "script", "style", "svg", "noscript", "template", "iframe", "math", "object", "canvas",
    )
}  # fmt: skip
_LINKED_DATA = re.compile(r"<script\b[^>]{0,500}?ld\+json", re.IGNORECASE)
_DATA = re.compile(r"data:[\w/+.;=-]{3,80},[^\"'\s)>]{100,}")
_LONG_VALUE = re.compile(r"=\s*\"[^\"]{20000,}\"|=\s*'[^']{20000,}'")
_ELEMENT = re.compile(r"<[a-zA-Z]")
_KEPT_COMMENT = re.compile(r"\s*(?:saved from url=|\s*Page saved with SingleFile)", re.IGNORECASE)

MAX_ELEMENTS = 50_000
"""A page of more elements is refused: it would take more than half a minute."""


def thin(source: str) -> str:
    """Return the source without scripts (but for JSON-LD), styles, comments and inline data."""
    text = "".join(_kept(source))
    return _LONG_VALUE.sub('=""', _DATA.sub("data:,", text))


def count_elements(source: str) -> int:
    """Return how many elements a source opens, as far as a glance tells."""
    return sum(1 for _ in _ELEMENT.finditer(source))


def _kept(source: str) -> Iterator[str]:
    at = 0
    while (match := _OPENING.search(source, at)) is not None:
        tag = (match["tag"] or "").lower()
        if tag == "script" and _LINKED_DATA.match(source, match.start()):
            closing = _ENDS["script"].search(source, match.end())
            end = closing.end() if closing else len(source)
            yield source[at:end]
            at = end
            continue
        yield source[at : match.start()]
        end = _end(source, match, tag)
        if not tag and _KEPT_COMMENT.match(source, match.end()):
            yield source[match.start() : end]
        elif tag == "svg" or tag == "iframe":
            yield " "
        at = end
    yield source[at:]


def _end(source: str, match: re.Match[str], tag: str) -> int:
    """Where an element or comment ends; one that never ends reaches to its opening tag only."""
    if not tag:
        end = source.find("-->", match.end())
        return end + 3 if end >= 0 else len(source)
    closing = _ENDS[tag].search(source, match.end())
    if closing is not None:
        return closing.end()
    if tag in ("script", "style"):
        return len(source)
    end = source.find(">", match.end())
    return end + 1 if end >= 0 else len(source)
