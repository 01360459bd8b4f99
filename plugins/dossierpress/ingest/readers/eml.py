"""Reads mail: a newsletter with several stories, or a story that somebody sent.

The Date header is when the words were captured. The sender is no author, unless the mail holds a
single story that names none and the sender's name is that of a person.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser
from email.utils import parseaddr

from dossierpress.edtf import When, parse_when
from dossierpress.errors import Problem
from dossierpress.ingest.byline import read_byline
from dossierpress.ingest.clipping import Clipping
from dossierpress.ingest.decode import split
from dossierpress.ingest.mail_text import paragraphs_of
from dossierpress.ingest.paragraphs import Document, Paragraph, read_document
from dossierpress.ingest.readers.bounds import empty, too_large
from dossierpress.ingest.story import Story

MAX_PARTS = 200
"""The most parts that a mail may have."""
_FORWARDED = re.compile(r"^(?:(?:re|fwd?|aw|wg|tr)\s*:\s*)+", re.IGNORECASE)
_TEASER = 0.3
"""A plain part that is shorter than this part of the HTML's words only says "see the HTML"."""


def read(clipping: Clipping, publisher: str | None = None) -> Iterator[Story | Problem]:
    """Yield the stories of a mail, then a problem for each attachment."""
    refusal = too_large(clipping)
    if refusal is not None:
        yield refusal
        return
    try:
        data = clipping.data.removeprefix(b"\xef\xbb\xbf").replace(b"\x00", b"")
        message = BytesParser(policy=policy.default).parsebytes(data)
        parts = list(message.walk())[: MAX_PARTS + 1]
        document = _document(message)
        sent, sender = _sent(message), _sender(message)
    except Exception as error:  # broken headers and encodings fail anywhere in `email`
        text = f"is a broken mail: {type(error).__name__}"
        hint = "copy its text into a .txt file and add that"
        yield Problem(clipping.name, 1, "DP550", text, hint)
        return
    if len(parts) > MAX_PARTS:
        text = f"has more than {MAX_PARTS} parts"
        yield Problem(clipping.name, 1, "DP553", text, "add its text, and its parts one by one")
        return
    if not document.paragraphs:
        yield empty(clipping)
    else:
        found = list(read_document(clipping.name, document, publisher))
        stories = [story for story in found if isinstance(story, Story)]
        alone = len(stories) == 1 and not stories[0].authors
        for each in found:
            if isinstance(each, Story):
                each = replace(each, captured=sent, authors=sender if alone else each.authors)
            yield each
    yield from _attachments(clipping.name, parts)


def _document(message: EmailMessage) -> Document:
    subject = _FORWARDED.sub("", " ".join(str(message.get("subject", "")).split()))
    plain = _lines(_content(message, "plain"))
    rich = paragraphs_of(_content(message, "html"))
    words = [sum(len(p.text.split()) for p in found) for found in (plain, rich)]
    chosen = rich if rich and words[0] < _TEASER * words[1] else plain or rich
    unit = "paragraphs" if chosen is rich else "lines"

    def places(first: Paragraph, start: int, last: Paragraph, end: int) -> str:
        return f"message text, {unit} {first.place}-{last.place}"

    numbered = tuple(
        replace(p, place=number) if chosen is rich else p for number, p in enumerate(chosen, 1)
    )
    return Document(numbered, subject or None, places)


def _content(message: EmailMessage, kind: str) -> str:
    part = message.get_body((kind,))
    if part is None:
        return ""
    content = part.get_content()
    return content if isinstance(content, str) else ""


def _lines(text: str) -> tuple[Paragraph, ...]:
    """The lines of plain text, each with its number; marks of quoting are taken off."""
    unquoted = re.sub(r"^(?:> ?)+", "", text, flags=re.MULTILINE)
    return tuple(
        Paragraph(line.text, gap=line.gap - 1, place=line.first) for line in split(unquoted)
    )


def _sent(message: EmailMessage) -> When | None:
    """When it was sent; without a zone only the day is known."""
    header = message.get("date")
    moment: datetime | None = getattr(header, "datetime", None)
    if moment is None:
        return None
    if moment.tzinfo is None:
        return parse_when(moment.date().isoformat())
    return parse_when(moment.replace(microsecond=0).isoformat().replace("+00:00", "Z"))


def _sender(message: EmailMessage) -> tuple[str, ...]:
    """The sender's name, where it is that of one person."""
    name, _ = parseaddr(str(message.get("from", "")))
    byline = read_byline(f"By {name}") if len(name.split()) > 1 else None
    return byline.authors if byline and len(byline.authors) == 1 else ()


def _attachments(source: str, parts: Sequence[EmailMessage]) -> Iterator[Problem]:
    for part in parts:
        if part.is_attachment():
            name = part.get_filename() or part.get_content_type()
            message = f"left out: the attachment {' '.join(str(name).split())[:80]!r}"
            yield Problem(source, 1, "DP554", message, "save it and add it by itself")
