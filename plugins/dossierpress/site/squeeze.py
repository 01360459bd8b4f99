"""Markup without the white space that no reader sees."""

import re
from collections.abc import Iterator
from pathlib import Path

from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream

from dossierpress.site.lean import TEMPLATES, LeanEnvironment

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
_MARK = ' data-search-exclude="1"'
"""What Material's search takes for a part that it passes over."""


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
    """Takes out of our own templates, as they are compiled, what no one would miss on a page.

    That is the line breaks beside blocks and, unless the environment is `searched`, the marks
    for Material's search.
    """

    def filter_stream(self, stream: TokenStream) -> Iterator[Token]:
        """Yield the pieces of a template."""
        own = stream.filename is not None and Path(stream.filename).parent == TEMPLATES
        environment = self.environment
        marked = isinstance(environment, LeanEnvironment) and environment.searched
        for token in stream:
            if own and token.type == "data" and not _VERBATIM.search(token.value):
                text = _BLOCK.sub(r"\1", token.value)
                yield Token(token.lineno, "data", text if marked else text.replace(_MARK, ""))
            else:
                yield token
