"""What is left of a withdrawn article: its address, its headline, its source and the notice.

It is taken out once, after reading, so that no page, search, feed, export or release can show what
its editors took back, whatever its file still holds.
"""

from dataclasses import replace

from dossierpress.model import Article, Rights


def tombstone(article: Article) -> Article:
    """Return a withdrawn article without its texts; any other as it is."""
    return without_texts(article) if article.is_withdrawn else article


def without_texts(article: Article) -> Article:
    """Return an article with its headline, and what says where it stood, and no more."""
    return replace(
        article,
        rights=Rights.METADATA,
        body="",
        subtitle=None,
        standfirst=(),
        images=(),
        summary=None,
        topics=(),
        links=(),
        ingest=None,
    )
