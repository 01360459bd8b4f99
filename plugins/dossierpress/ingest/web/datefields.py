"""The names and forms in which pages tell a date to machines."""

import re
from datetime import UTC, datetime

PUBLISHED_METAS = (
    "article:published_time", "article:published", "og:article:published_time", "og:published_time",
    "rnews:datepublished", "datepublished", "article_date_original", "cxenseparse:recs:publishtime",
    "cxenseparse:publishtime", "sailthru.date", "parsely-pub-date", "article.published",
    "published_time_telegram", "publish-date", "publish_date", "publishdate", "published-date",
    "published_date", "pubdate", "pub_date", "publication_date", "publication-date",
    "article-publication-date", "originalpublicationdate", "citation_publication_date",
    "citation_date", "dc.date.issued", "dcterms.issued", "dcterms.date", "dcterms.created",
    "dc.date.created", "dc.created", "dc.date", "dc:date", "dc.date.publication", "date.created",
    "datecreated", "article.created", "displaydate", "ptime", "firstpublished", "article:date",
    "shareaholic:article_published_time", "bt:pubdate", "timestamp", "date",
)  # fmt: skip
"""Names under which `meta` elements say when a story was published, the surest first."""
MODIFIED_METAS = (
    "article:modified_time", "article:modified", "og:article:modified_time", "og:updated_time",
    "article:updated_time", "datemodified", "lastmod", "last-modified", "last-updated",
    "lastupdated", "dcterms.modified", "dc.date.modified", "revision_date", "updated_time",
    "article.updated", "modified",
)  # fmt: skip
"""Names under which they say when it was last changed."""
_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)(?:[T ]?(\d\d):?(\d\d):?(\d\d)?(Z|[+-]\d\d:?\d\d)?)?")
_MINUTES = re.compile(r"(\d{4}-\d\d-\d\d[T ]\d\d:\d\d)((?:[Zz]|[+-]\d\d:?\d\d)?)")
_EPOCH = re.compile(r"1\d{9}(?:\d{3})?")


def plain_form(raw: str) -> str:
    """Return a machine's date in a form that people write too: compact and epoch forms change."""
    if _EPOCH.fullmatch(raw):
        return datetime.fromtimestamp(int(raw[:10]), UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    match = _COMPACT.fullmatch(raw)
    if match is not None:
        clock = f"T{match[4]}:{match[5]}:{match[6] or '00'}{match[7] or ''}" if match[4] else ""
        return f"{match[1]}-{match[2]}-{match[3]}{clock}"
    match = _MINUTES.fullmatch(raw)
    return f"{match[1]}:00{match[2]}" if match is not None else raw
