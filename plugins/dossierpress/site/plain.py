"""Markdown as plain text, for quotations and descriptions.

A quotation is a few words out of a text, so this reads only the inline syntax that a reader
would stumble over; what it does not know stays as it is. No pattern looks further than 2,000
characters for its end, so that signs that are never closed cost little.
"""

import html
import re

_STEPS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"<!--.{0,2000}?-->", re.DOTALL), ""),
    (
        re.compile(
            r"(?<!\\)!?(?<!\\)\[([^\[\]]*)\]\([^()\s]*(?:\([^()]*\)[^()\s]*)?(?:\s+[\"'][^\"']*[\"'])?\)"
        ),
        r"\1",
    ),
    (re.compile(r"\[\^[^\[\]\s]+\]"), ""),
    (re.compile(r"!?\[([^\[\]]+)\]\[[^\[\]]*\]"), r"\1"),
    (re.compile(r"<(https?://[^<>\s]+|[^<>\s@]+@[^<>\s@]+)>"), r"\1"),
    (re.compile(r"</?[A-Za-z][^<>]*>"), ""),
    (re.compile(r"\{[:#.][^{}\n]*\}"), ""),
    (re.compile(r"(?m)^[ \t]*(?:>[ \t]?)+"), ""),
    (re.compile(r"(?m)^[ \t]*(?:[-*+]|\d{1,3}[.)]|#{1,6})[ \t]+"), ""),
    (re.compile(r"(?m)^[ \t]*(?:[-*_=][ \t]*){3,}$"), ""),
    (re.compile(r"(?<!`)(`+)(?!`)(.{1,500}?)\1", re.DOTALL), r"\2"),
    (re.compile(r"(?<!\\)(\*{1,3})(?=\S)(.{1,500}?)(?<=[^\s\\])\1", re.DOTALL), r"\2"),
    (re.compile(r"(?<!\w)(_{1,3})(?=\S)(.{1,500}?)(?<=\S)\1(?!\w)", re.DOTALL), r"\2"),
    (re.compile(r"\\([\\`*_{}\[\]()#+.!<>~|-])"), r"\1"),
)
_SIGNS = "*_`[]<>{}\\&#"
_LINE = r"[ \t]*(?:[-+=]|\d{1,3}[.)])"
_FIRST_LINE, _LATER_LINE = re.compile(_LINE), re.compile(r"\n" + _LINE)
"""How a line begins that is more than words."""


def plain(markdown: str) -> str:
    """Return the words of a piece of Markdown on one line, without its inline syntax."""
    if has_syntax(markdown):
        for pattern, replacement in _STEPS:
            markdown = pattern.sub(replacement, markdown)
        markdown = html.unescape(markdown)
    return " ".join(markdown.split())


def has_syntax(text: str) -> bool:
    """Say whether a text may have Markdown in it; most sentences have none."""
    # Ten times as fast as one pattern: Python looks for a single sign by one call of the system.
    for sign in _SIGNS:
        if sign in text:
            return True
    return bool(_FIRST_LINE.match(text) or _LATER_LINE.search(text))


def abstract(markdown: str, limit: int = 160) -> str:
    """Return the beginning of a Markdown text as at most `limit` characters of plain words."""
    # Far more than enough: what stands behind is not worth reading for a few words.
    head = markdown[: 10 * limit]
    if not has_syntax(head):
        words = " ".join(head[: 2 * limit].split())
        if len(words) > limit:
            return shorten(words, limit)
    return shorten(plain(head), limit)


def shorten(text: str, limit: int) -> str:
    """Return at most `limit` characters of a text, cut between words with an ellipsis."""
    if len(text) <= limit:
        return text
    cut = text.rfind(" ", 0, limit)
    return text[: cut if cut > 0 else limit].rstrip(" ,;:–—-") + " …"
