"""What shows that a clipping is a web page, a saved archive of one, or a feed: its first bytes.

A name counts only where the content is markup that could be anything.
"""

import re

from dossierpress.ingest.clipping import Clipping

_HEAD = 4096
_OPENING = (
    rb"(?:<\?xml[^>]{0,200}\?>|<!--.{0,2000}?-->|<!doctype\s[^>\[]{0,300}>|<\?[^>]{0,300}\?>|\s)*"
)
_PAGE = re.compile(
    _OPENING
    + rb"<(?:html|head|body|title|meta|link|script|style|article|main|div|h1|base|p|table|section)"
    + rb"[\s>/]",
    re.IGNORECASE | re.DOTALL,
)
_DOCTYPE = re.compile(rb"(?:<!--.{0,2000}?-->|\s)*<!doctype\s+html", re.IGNORECASE | re.DOTALL)
_FEED = re.compile(
    _OPENING + rb"(?:<!doctype\s[^>]{0,2000}>\s*)?<(?:\w+:)?(?:rss|feed|rdf|channel)[\s>]",
    re.I | re.DOTALL,
)
_BOMB = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}\?>\s*)?<!doctype\s+(?:rss|feed|rdf:rdf)\b", re.IGNORECASE
)
_JSON_FEED = re.compile(
    rb"\s*\{.{0,3000}?\"version\"\s*:\s*\"https?:(?:\\?/){2}jsonfeed\.org(?:\\?/)version", re.DOTALL
)
_FIELD = re.compile(rb"(?:[A-Za-z-]{2,40}:[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*){2,}")
_RELATED = re.compile(rb"^content-type:\s*multipart/related\b", re.IGNORECASE | re.MULTILINE)
_SNAPSHOT = re.compile(
    rb"^(?:snapshot-content-location:|from:\s*<?saved by )", re.IGNORECASE | re.MULTILINE
)
_MAIL = re.compile(rb"^(?:received|to|delivered-to|message-id):", re.IGNORECASE | re.MULTILINE)


def is_page(clipping: Clipping) -> bool:
    """Say whether a clipping is a web page."""
    start = _start(clipping)
    if _DOCTYPE.match(start):
        return True
    named = clipping.name.lower().endswith(
        (".html", ".htm", ".xhtml", ".shtml", ".asp", ".aspx", ".php")
    )
    if _PAGE.match(start):
        return True
    said = named or clipping.media_type.startswith(("text/html", "application/xhtml"))
    return said and re.search(rb"<[a-z][^<>]*>", start, re.IGNORECASE) is not None


def is_feed(clipping: Clipping) -> bool:
    """Say whether a clipping is an RSS, Atom or JSON feed."""
    start = _start(clipping)
    return any(form.match(start) for form in (_FEED, _BOMB, _JSON_FEED))


def is_mhtml(clipping: Clipping) -> bool:
    """Say whether a clipping is a page saved as MHTML, and not a mail of the same form."""
    start = _start(clipping)
    fields = _FIELD.match(start)
    if fields is None or not _RELATED.search(fields[0]):
        return False
    if _SNAPSHOT.search(fields[0]):
        return True
    named = clipping.name.lower().endswith((".mhtml", ".mht"))
    return named or not _MAIL.search(fields[0])


def _start(clipping: Clipping) -> bytes:
    """The first bytes, without byte order mark and, in UTF-16, without its zeros."""
    start = clipping.data[:_HEAD]
    for bom in (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff"):
        start = start.removeprefix(bom)
    return start.replace(b"\x00", b"")
