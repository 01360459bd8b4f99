"""Paragraphs and sentences of a text, as offsets."""

import re

import sentencex

from dossierpress.text.markdown import ITEM

Span = tuple[int, int]

_GAP = re.compile(
    rf"(?:\n[^\S\n]*\n\s*|(?:\n|\A) {{0,3}}){ITEM}+[ \t]*"
    r"|\n[^\S\n]*\n\s*"
    r"|\n(?= {0,3}#{1,6}[ \t])"
)
"""A blank line, the sign of a list item, or the line end before a heading."""
_INITIAL = re.compile(r"\W*[^\W\d_]\.")
"""A lone letter and a full stop: the beginning of a name, not a sentence."""
_LINE = re.compile(r"\n\s*")


def paragraphs(text: str, *, wrapped: bool = True) -> tuple[Span, ...]:
    """Return the spans of the paragraphs, without white space around them.

    Args:
        text: a masked text (see `dossierpress.text.markdown`), or a plain one.
        wrapped: whether a single newline only wraps a line; otherwise each line is a paragraph.
    """
    gap = _GAP if wrapped else _LINE
    spans: list[Span] = []
    start = 0
    for match in [*gap.finditer(text), None]:
        end = match.start() if match else len(text)
        span = _trim(text, start, end)
        if span:
            spans.append(span)
        start = match.end() if match else end
    return tuple(spans)


def sentences(text: str, span: Span, language: str) -> tuple[Span, ...]:
    """Return the spans of the sentences of one paragraph.

    Args:
        text: the whole text.
        span: the paragraph.
        language: a BCP 47 tag; only its first part matters.
    """
    start, end = span
    found: list[Span] = []
    for sentence in sentencex.get_sentence_boundaries(language.split("-")[0], text[start:end]):
        trimmed = _trim(text, start + sentence["start_index"], start + sentence["end_index"])
        if trimmed and found and _INITIAL.fullmatch(text, *found[-1]):
            found[-1] = (found[-1][0], trimmed[1])
        elif trimmed:
            found.append(trimmed)
    return tuple(found)


def _trim(text: str, start: int, end: int) -> Span | None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return (start, end) if start < end else None
