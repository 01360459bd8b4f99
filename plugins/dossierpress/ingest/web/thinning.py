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
    tag: re.compile(rf"</{tag}\b[^>]{{0,200}}>?", re.IGNORECASE)
    for tag in (
        "script", "style", "svg", "noscript", "template", "iframe", "math", "object", "canvas",
    )
}  # fmt: skip
_LINKED_DATA = re.compile(r"<script\b[^>]{0,500}?ld\+json", re.IGNORECASE)
_DATA = re.compile(r"data:[\w/+.;=-]{3,80},[^\"'\s)>]{100,}")
_LONG_VALUE = re.compile(r"=\s*\"[^\"]{20000,}\"|=\s*'[^']{20000,}'")
_ELEMENT = re.compile(r"<[a-zA-Z]")
_KEPT_COMMENT = re.compile(r"\s*(?:saved from url=|\s*Page saved with SingleFile)", re.IGNORECASE)

MAX_ELEMENTS = 30_000
"""A page of more elements is refused; the longest live blogs have a third of it."""
MAX_CHARACTERS = 3_000_000
"""The longest source, without what is thinned out; a story has a hundredth of it."""


def thin(source: str) -> str:
    """Return the source without scripts (but for JSON-LD), styles, comments and inline data."""
    text = "".join(_kept(source))
    return _LONG_VALUE.sub('=""', _DATA.sub("data:,", text))


def count_elements(source: str) -> int:
    """Return how many elements a source opens, as far as a glance tells."""
    return sum(1 for _ in _ELEMENT.finditer(source))


def _kept(source: str) -> Iterator[str]:
    at = 0
    unclosed: set[str] = set()
    while (match := _OPENING.search(source, at)) is not None:
        tag = (match["tag"] or "").lower()
        end = _end(source, match, tag, unclosed)
        data = tag == "script" and _LINKED_DATA.match(source, match.start())
        note = not tag and _KEPT_COMMENT.match(source, match.end())
        yield source[at : end if data or note else match.start()]
        if tag in ("svg", "iframe"):
            yield " "
        at = end
    yield source[at:]


def _end(source: str, match: re.Match[str], tag: str, unclosed: set[str]) -> int:
    """Where an element or comment ends; one that never ends reaches to its opening tag only.

    `unclosed` keeps what was looked for to the end in vain, so that it is looked for once.
    """
    if not tag:
        end = source.find("-->", match.end())
        return end + 3 if end >= 0 else len(source)
    if tag not in unclosed:
        closing = _ENDS[tag].search(source, match.end())
        if closing is not None:
            return closing.end()
        unclosed.add(tag)
    if tag in ("script", "style"):
        return len(source)
    end = source.find(">", match.end())
    return end + 1 if end >= 0 else len(source)
