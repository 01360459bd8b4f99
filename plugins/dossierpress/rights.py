"""What of an article may be published, by its rights tier.

This is the only place that knows. Pages, search, feeds, exports and bundles show the texts that
`published` returns and nothing else:

- `full`: everything.
- `excerpt`: headline, subtitle, standfirst, our summary, captions, and the first sentences of
  the body, at most `EXCERPT_WORDS` words.
- `metadata`: headline and our own summary; a subtitle is the publisher's words.
"""

import re
from dataclasses import replace

from dossierpress.model import Article, Field, Rights

EXCERPT_WORDS = 40
"""The most words of a body that an `excerpt` article shows."""

_OWN = ("title", "summary")
_PARAGRAPH_END = re.compile(r"\n[ \t]*\n")


def published(article: Article) -> tuple[Field, ...]:
    """Return the texts of an article that may be published.

    A body that may be shown in part keeps its beginning, so that offsets stay valid.
    """
    if article.rights is Rights.FULL:
        return article.fields
    if article.rights is Rights.METADATA:
        return tuple(field for field in article.fields if field.name in _OWN)
    return tuple(
        Field(field.name, excerpt(field.text), field.line) if field.name == "body" else field
        for field in article.fields
    )


def without_kept_back(article: Article) -> Article:
    """Return an article without the texts that its rights keep back; what it names stays."""
    if article.rights is Rights.FULL:
        return article
    shown = {field.name: field.text for field in published(article)}
    return replace(
        article,
        body=shown.get("body", ""),
        subtitle=shown.get("subtitle"),
        standfirst=article.standfirst if "standfirst" in shown else (),
        images=article.images if "caption" in shown or "credit" in shown else (),
    )


_ORDER = (Rights.METADATA, Rights.EXCERPT, Rights.FULL)


def narrower(one: Rights, other: Rights) -> Rights:
    """Return the tier that allows less."""
    return min(one, other, key=_ORDER.index)


def shows_whole(rights: Rights, field: str) -> bool:
    """Say whether a tier lets a field of that name be shown whole."""
    if rights is Rights.METADATA:
        return field in _OWN
    return rights is Rights.FULL or field != "body"


def excerpt(body: str) -> str:
    """Return the beginning of a body: its first paragraph, cut after `EXCERPT_WORDS` words."""
    start = len(body) - len(body.lstrip())
    end = _PARAGRAPH_END.search(body, start)
    paragraph = body[: end.start() if end else len(body)]
    words = list(re.finditer(r"\S+", paragraph))
    if len(words) <= EXCERPT_WORDS:
        return paragraph.rstrip()
    return paragraph[: words[EXCERPT_WORDS - 1].end()]


def is_cut(article: Article) -> bool:
    """Say whether the article has a text that its rights keep back."""
    shown = {field.name: len(field.text.rstrip()) for field in published(article)}
    return any(shown.get(field.name, -1) < len(field.text.rstrip()) for field in article.fields)
