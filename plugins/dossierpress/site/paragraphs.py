"""Bodies that are nothing but paragraphs → HTML, without the Markdown converter.

Most news bodies are plain paragraphs, and building a converter for each page is the greatest part
of rendering it. What is written here is what Python-Markdown and `clean` make of such a text, byte
for byte; a text with any sign that could mean more is left to them.
"""

import json
import re
from collections.abc import Callable, Iterable
from html import escape

from markupsafe import Markup

from dossierpress.site.body import MARK, PRIVATE, TABLE, number
from dossierpress.site.markdown import LINK_CLASS

_QUIET = frozenset(
    {
        "abbr", "admonition", "attr_list", "def_list", "fenced_code", "footnotes", "md_in_html",
        "meta", "sane_lists", "tables", "toc", "pymdownx.details", "pymdownx.highlight",
        "pymdownx.superfences", "pymdownx.tabbed", "pymdownx.tasklist",
        "dossierpress.site.markdown:EntityLinks",
    }
)  # fmt: skip
"""Extensions that leave plain words alone."""
_SIGNS = re.compile(r"[*_`\[\]<>&\\|~^{}#=$@\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ue003]")
_WORDS = ("://", "www.", "-8<-")
_BEGINNING = r"[-+:!?%/](?![\w(])|!!|\?\?|\+\+|--|::|%%|//|\d+[.)]"
_START = re.compile(rf"\s|{_BEGINNING}")
_LINE = re.compile(rf"\n(?:(?<=[^\S\n]\n)|[^\S\n]|\n\n|{_BEGINNING})")
"""What may mean more than words: signs anywhere, words, and how a text or a line begins or ends.

Each is looked for by itself, which takes an eighth of the time of one expression for all.
"""
_BLOCKS = "\n\n"


def quiet(extensions: Iterable[str]) -> bool:
    """Tell whether a site's Markdown extensions all leave plain paragraphs alone."""
    return _QUIET.issuperset(extensions)


def paragraphs(source: str, resolve: Callable[[str], str | None]) -> Markup | None:
    """Return the HTML of a source from `body.source`; None where it may hold more than words.

    Args:
        source: the table of links, then the text with its marks.
        resolve: gives the URL of a link from one source file to another; None where there is none.
    """
    head, _, text = source.partition("\n")
    text = text.strip("\n")
    if not head.startswith(TABLE) or not text or _may_mean_more(text):
        return None
    links: list[tuple[str, str]] = []
    for href, title in json.loads(head.removeprefix(TABLE)):
        url = resolve(href)
        if url is None:
            return None
        links.append((url, title))

    def anchor(match: re.Match[str]) -> str:
        url, title = links[number(match[1])]
        return (
            f'<a class="{LINK_CLASS}" href="{_attribute(url)}" title="{_attribute(title)}">'
            f"{match[2]}</a>"
        )

    if any(_BLOCKS in match[2] for match in MARK.finditer(text)):
        return None
    blocks = MARK.sub(anchor, text.replace("\xa0", "&nbsp;")).split(_BLOCKS)
    return Markup("\n".join(f"<p>{block}</p>" for block in blocks))  # noqa: S704  # of escaped parts


def _may_mean_more(text: str) -> bool:
    return bool(
        _SIGNS.search(text)
        or any(word in text for word in _WORDS)
        or _LINE.search(text)
        or _START.match(text)
        or text[-1].isspace()
    )


def unconverted(source: str) -> Markup:
    """Return the text of a source from `body.source` as it stands, for want of a better page."""
    head, _, text = source.partition("\n")
    shown = PRIVATE.sub("", text if head.startswith(TABLE) else source)
    return Markup("<pre>{}</pre>").format(shown)


def _attribute(value: str) -> str:
    return escape(value).replace("&#x27;", "'").replace("\xa0", "&nbsp;")
