"""The interface's words in templates: `_("Related")`, `ngettext("{number} report", …, count)`.

A message that stands in a template is translated when the template is compiled, once a build, and
costs a page nothing. Values are escaped; a value that is markup already stays so.
"""

from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from string import Formatter

from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream
from markupsafe import Markup, escape

from dossierpress.language.words import Words
from dossierpress.site.lean import text as as_html


class Translated(Extension):
    """Puts the translation in the place of each message of a template."""

    def filter_stream(self, stream: TokenStream) -> Iterator[Token]:
        """Turn `_("…")` into the text, and `_("…", name=…)` into the filling of the text."""
        words = self.environment.globals["interface"]
        assert isinstance(words, Words)  # noqa: S101  # from `functions`, for mypy
        tokens = list(stream)
        place = 0
        while place < len(tokens):
            call = tokens[place : place + 4]
            if [token.type for token in call[:3]] != ["name", "lparen", "string"] or (
                call[0].value != "_" or len(call) < 4
            ):
                yield tokens[place]
                place += 1
                continue
            name, opening, text, after = call
            said = Token(text.lineno, "string", words.gettext(text.value))
            if after.type == "rparen":
                yield said
                place += 4
            else:
                yield from (Token(name.lineno, "name", "filled"), opening, said)
                place += 3


def functions(words: Words) -> Mapping[str, object]:
    """Return what templates may call to say something, and the interface's language.

    `_` of a value, as of a kind of entity, is translated when a page is rendered.
    """
    return {
        "interface": words,
        "filled": filled,
        "_": lambda text, **values: filled(words.gettext(text), **values),
        "ngettext": _plural(words),
    }


def filled(text: str, /, **values: object) -> Markup:
    """Return a text with its values as markup."""
    if not values:
        return escape(text)
    pieces, rest = _pieces(text)
    if rest:  # a form of a value, as `{number:,}`
        return Markup(escape(text)).format(**values)  # noqa: S704  # escapes what it is filled with
    html = [as_html(values[piece]) if name else piece for piece, name in pieces]
    return Markup("".join(html))  # noqa: S704  # all of it was escaped


@lru_cache(maxsize=1_000)
def _pieces(text: str) -> tuple[tuple[tuple[str, bool], ...], bool]:
    """Return the pieces of a text, each with whether it names a value; and whether there is more.

    A text has the few messages of the interface, each of which is filled many times.
    """
    pieces: list[tuple[str, bool]] = []
    for words, name, form, conversion in Formatter().parse(str(escape(text))):
        pieces.append((words, False))
        if name is None:
            continue
        if form or conversion or not name.isidentifier():
            return (), True
        pieces.append((name, True))
    return tuple(pieces), False


def _plural(words: Words) -> Callable[..., Markup]:
    def plural(one: str, several: str, number: int, /, **values: object) -> Markup:
        return filled(words.form(one, several, number), number=f"{number:,}", **values)

    return plural
