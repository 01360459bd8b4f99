"""A Markdown page written by hand → a document for the page and one for each of its sections."""

import re
from collections.abc import Iterator

from markdown.extensions.toc import slugify, unique

from dossierpress.search.document import Document
from dossierpress.site.plain import plain, shorten

_TABLE = re.compile(r"\|[ \t]*(?::?-{3,}:?[ \t]*\|?)?")
"""The rules of a table, which are no words."""
_FENCE = re.compile(r"^(`{3,}|~{3,})")
_HEADING = re.compile(r"^(#{1,6})[ \t]+(.+?)(?:[ \t]+#+)?[ \t]*(?:\{[:]?[ \t]*#([\w-]+)[^}]*\})?$")
_EXCERPT = 160


def written_page(title: str, markdown: str, url: str) -> Iterator[Document]:
    """Yield the page and its sections.

    Args:
        title: from the front matter; "" where only the first heading says it.
        markdown: the page without its front matter.
        url: relative to the site's root.
    """
    sections = list(_sections(markdown))
    if not title:
        title = next((heading for level, heading, _, _ in sections if level == 1), "")
    for level, heading, anchor, text in sections:
        whole = level <= 1
        name = title or heading or url if whole else heading
        body = plain(_TABLE.sub(" ", text))
        if body or whole:
            yield Document(
                kind="page",
                url=url if whole else f"{url}#{anchor}",
                title=name,
                shown=name if whole or not title else f"{name} · {title}",
                body=body,
                excerpt=shorten(body, _EXCERPT),
            )


def _sections(markdown: str) -> Iterator[tuple[int, str, str, str]]:
    """Yield level, heading, anchor and text; what stands before the first heading has level 0."""
    used: set[str] = set()
    level, heading, anchor, lines = 0, "", "", list[str]()
    fence = ""
    for line in markdown.splitlines():
        mark = _FENCE.match(line.lstrip())
        if mark:
            fence = "" if fence and mark[1].startswith(fence) else fence or mark[1]
        match = None if fence else _HEADING.match(line)
        if match is None:
            lines.append(line)
            continue
        if heading or "".join(lines).strip():
            yield level, heading, anchor, "\n".join(lines)
        level, heading, lines = len(match[1]), plain(match[2]), []
        anchor = unique(match[3] or slugify(heading, "-"), used)
    yield level, heading, anchor, "\n".join(lines)
