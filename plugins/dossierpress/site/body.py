"""Marks in an article's Markdown, before it is rendered, which words link to which page.

The marks are private-use characters, so that no Markdown syntax sees them; the links themselves
stand in the first line of the source. The source therefore says all that rendering needs, and
`dossierpress.site.markdown` needs no state. Private-use characters of the input are removed first.
"""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass

FIRST, LAST = "\ue000", "\uf8ff"
TABLE = "\ue003"
OPEN, BREAK, CLOSE = "\ue000", "\ue001", "\ue002"
_ZERO = 0xE010
PRIVATE = re.compile(f"[{FIRST}-{LAST}]")
MARK = re.compile(f"{OPEN}([\ue010-\ue019]+){BREAK}([^{OPEN}{CLOSE}]*){CLOSE}")
_SNIPPET = re.compile(r"-(?=-8<-)|(?<=-8<-)-")


@dataclass(frozen=True)
class BodyLink:
    """A link to be set on some characters of a text.

    Attributes:
        start: the first character in the text.
        end: the character after the last.
        href: the address, as Markdown would write it.
        title: what a reader sees on hover or focus.
    """

    start: int
    end: int
    href: str
    title: str


def source(text: str, links: Iterable[BodyLink]) -> str:
    """Return the Markdown that renders a text with its links; "" for a text without words.

    Links that overlap an earlier one are left out.
    """
    if not text.strip():
        return ""
    pieces: list[str] = []
    table: list[tuple[str, str]] = []
    position = 0
    for link in sorted(links, key=lambda link: link.start):
        if link.start < position:
            continue
        pieces += [_clean(text[position : link.start]), OPEN, _number(len(table)), BREAK]
        pieces += [_clean(text[link.start : link.end]), CLOSE]
        table.append((link.href, link.title))
        position = link.end
    pieces.append(_clean(text[position:]))
    return f"{TABLE}{json.dumps(table)}\n{''.join(pieces)}"


def number(digits: str) -> int:
    """Read the number of a link, as it stands in a mark."""
    return int("".join(chr(ord(digit) - _ZERO + ord("0")) for digit in digits))


def _number(value: int) -> str:
    return "".join(chr(_ZERO + int(digit)) for digit in str(value))


def _clean(text: str) -> str:
    # The snippets extension would read files into a body; a mark inside its scissors stops it.
    return _SNIPPET.sub(f"-{BREAK}", PRIVATE.sub("", text))
