"""Markup without the white space that no reader sees."""

import re
from collections.abc import Iterator
from pathlib import Path

from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream

from dossierpress.site.lean import TEMPLATES

_VERBATIM = re.compile(
    r"(<(?:script|style|pre|textarea)\b.*?</(?:script|style|pre|textarea)>)", re.DOTALL
)
_GAP = re.compile(r"[ \t]*\n\s*")
_BLOCK = re.compile(
    r"\n?(</?(?:article|aside|blockquote|body|dd|div|dl|dt|footer|form|h[1-6]|head|header|link|main|meta|nav|ol|p"
    r"|section|table|tbody|thead|title|tr|ul)\b[^<>]*>)\n?"
)
"""A tag beside which white space is none of a line."""
_ICON = re.compile(r"\n(?=<svg>|<svg )|(?<=</svg>)\n(?=<)")
"""White space around the theme's icons, which are boxes of their own."""


def squeeze(html: str) -> str:
    """Return markup with each run of white space that has a line break in it as one line break.

    Beside what stands in no line there is none. Scripts, styles and preformatted text stay as
    they are.
    """
    pieces = _VERBATIM.split(html)
    return "".join(
        piece if odd % 2 else _ICON.sub("", _BLOCK.sub(r"\1", _GAP.sub("\n", piece)))
        for odd, piece in enumerate(pieces)
    )


class Squeezed(Extension):
    """Takes the line breaks beside blocks out of our own templates, as they are compiled."""

    def filter_stream(self, stream: TokenStream) -> Iterator[Token]:
        """Yield the pieces of a template."""
        own = stream.filename is not None and Path(stream.filename).parent == TEMPLATES
        for token in stream:
            if own and token.type == "data" and not _VERBATIM.search(token.value):
                yield Token(token.lineno, "data", _BLOCK.sub(r"\1", token.value))
            else:
                yield token
