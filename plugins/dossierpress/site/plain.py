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
_SYNTAX = re.compile(r"[*_`\[\]<>{}\\&#]|^[ \t]*(?:[-+=]|\d{1,3}[.)])", re.MULTILINE)
"""What a text without any Markdown has none of; most sentences are such texts."""


def plain(markdown: str) -> str:
    """Return the words of a piece of Markdown on one line, without its inline syntax."""
    if _SYNTAX.search(markdown):
        for pattern, replacement in _STEPS:
            markdown = pattern.sub(replacement, markdown)
        markdown = html.unescape(markdown)
    return " ".join(markdown.split())


def abstract(markdown: str, limit: int = 160) -> str:
    """Return the beginning of a Markdown text as at most `limit` characters of plain words."""
    # Far more than enough: what stands behind is not worth reading for a few words.
    return shorten(plain(markdown[: 10 * limit]), limit)


def shorten(text: str, limit: int) -> str:
    """Return at most `limit` characters of a text, cut between words with an ellipsis."""
    if len(text) <= limit:
        return text
    cut = text.rfind(" ", 0, limit)
    return text[: cut if cut > 0 else limit].rstrip(" ,;:–—-") + " …"
