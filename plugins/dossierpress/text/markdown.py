"""Markdown seen as prose: what is not words is blanked out, offsets stay.

Blanking puts `BLANK` on every character of an address, a tag or a marker, so that nothing matches
there and nothing matches across. `unlinkable` are the spans whose words count as mentions but
never bear a link of ours: headings, texts of links and pictures, code.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

BLANK = "\ufffc"
"""Stands for one character that is not prose."""
ITEM = "\ufff9"
"""Stands for one character of the sign that begins an item of a list."""

_FENCE = re.compile(
    r"^ {0,3}(`{3,}+|~{3,}+)[^\n]*+\n(?:.*?\n)??(?: {0,3}\1[`~]*[ \t]*$|\Z)", re.M | re.S
)
_HEADING = re.compile(r"^ {0,3}#{1,6}[ \t][^\n]*$|^[^\n]+\n {0,3}(?:=+|-+)[ \t]*$", re.M)
_INLINE_CODE = re.compile(r"(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)", re.S)
_LINK = re.compile(
    r"!?\[((?:[^\[\]\\]|\\.|\[[^\[\]]{0,500}\]){0,2000})\]"
    r"(?:\([^()\s]*(?:\([^()]*\)[^()\s]*){0,20}(?:\s+[\"'][^\n]*?[\"'])?\)|\[[^\]\n]*\])"
)
_DEFINITION = re.compile(r"^ {0,3}\[[^\]\n]+\]:[^\n]*$", re.M)
_TAG = re.compile(r"<!--.*?-->|<(?:https?|mailto|ftp):[^>\s]*>|</?[A-Za-z][^<>]*>", re.S)
_ADDRESS = re.compile(rf"\b(?:https?://|www\.)[^\s<>{BLANK}]+")
_MAIL_ADDRESS = re.compile(r"\b[\w.+-]+@[\w-]+\.[\w.-]+\b")
_LIST_MARKER = re.compile(r"^( {0,3})([-*+]|\d{1,9}[.)])(?=[ \t])", re.M)
_SIGNS = "`~[<>@/"
_LINE_BEGINS_MARKED = re.compile(r"\n {0,3}(?:[#=+*-]|\d)")
_LINE_BEGINS_HEADING = re.compile(r"\n {0,3}#")
_LINE_UNDERLINES = re.compile(r"\n {0,3}(?:=+|-+)[ \t]*(?:\n|\Z)")
_LINE_BEGINS_ITEM = re.compile(r"\n {0,3}(?:[-*+]|\d{1,9}[.)])[ \t]")
_NOT_NEWLINE = re.compile(r"[^\n]")
_QUOTE_MARKER = re.compile(r"^ {0,3}(?:> ?)+", re.M)


@dataclass(frozen=True)
class Masked:
    """A Markdown text with everything but its words blanked out, character for character.

    Attributes:
        unlinkable: spans that may not bear a link, in order and without overlap.
    """

    text: str
    unlinkable: tuple[tuple[int, int], ...]


def mask(text: str) -> Masked:
    """Blank out what is not prose, and find the words that may not bear a link.

    Most texts are plain, and these patterns are slow: each is asked only where a sign that it
    cannot do without stands in the text.
    """
    first = "\n" + text  # so that a line always begins after a newline
    if _is_plain(text, first):
        return Masked(text, ())
    spans: list[tuple[int, int]] = []
    masked = text
    if "`" in text or "~~~" in text:
        for pattern in (_FENCE, _INLINE_CODE):
            spans.extend(match.span() for match in pattern.finditer(masked))
            masked = pattern.sub(lambda m: m[0].replace("`", BLANK).replace("[", BLANK), masked)
    first = "\n" + masked
    if _LINE_BEGINS_HEADING.search(first) or _LINE_UNDERLINES.search(masked):
        spans.extend(match.span() for match in _HEADING.finditer(masked))
    if "[" in masked:
        masked = _DEFINITION.sub(_blank, masked)
        spans.extend(match.span() for match in _LINK.finditer(masked))
        masked = _LINK.sub(_blank_address, masked)
    if "<" in masked:
        masked = _TAG.sub(_blank, masked)
    if "://" in masked or "www." in masked:
        masked = _ADDRESS.sub(_blank, masked)
    if "@" in masked:
        masked = _MAIL_ADDRESS.sub(_blank, masked)
    if _LINE_BEGINS_ITEM.search(first):
        masked = _LIST_MARKER.sub(lambda m: m[1] + ITEM * len(m[2]), masked)
    if ">" in masked:
        masked = _QUOTE_MARKER.sub(lambda m: " " * len(m[0]), masked)
    return Masked(masked, tuple(_merged(spans)))


def _is_plain(text: str, first: str) -> bool:
    """Say whether a text has nothing but words; a single sign is found in no time."""
    for sign in _SIGNS:
        if sign in text:
            return False
    return "www." not in text and not _LINE_BEGINS_MARKED.search(first)


def _merged(spans: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Join the spans that overlap, as a link in a heading does; yield them in order."""
    last_start, last_end = 0, 0
    for start, end in sorted(spans):
        if start >= last_end:
            if last_end:
                yield last_start, last_end
            last_start = start
        last_end = max(last_end, end)
    if last_end:
        yield last_start, last_end


def _blank(match: re.Match[str]) -> str:
    return _NOT_NEWLINE.sub(BLANK, match[0])


def _blank_address(match: re.Match[str]) -> str:
    start = match.start(1) - match.start()
    end = match.end(1) - match.start()
    before, after = match[0][:start], match[0][end:]
    return f"{_NOT_NEWLINE.sub(BLANK, before)}{match[1]}{_NOT_NEWLINE.sub(BLANK, after)}"
