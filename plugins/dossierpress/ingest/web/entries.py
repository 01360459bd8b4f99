"""One entry of a feed, whatever the feed's form, and the story that it makes."""

from dataclasses import dataclass

from dossierpress.errors import Problem
from dossierpress.ingest.decode import split
from dossierpress.ingest.headline import headline_key
from dossierpress.ingest.language import language_tag
from dossierpress.ingest.markdown import escape
from dossierpress.ingest.stamps import MODIFIED, PUBLISHED, Stamp
from dossierpress.ingest.story import Story
from dossierpress.ingest.web.block import Block, Shape, compose
from dossierpress.ingest.web.blocks import read_blocks
from dossierpress.ingest.web.furniture import without_furniture
from dossierpress.ingest.web.jsonld import plain
from dossierpress.ingest.web.page import absolute, nesting, parse_html
from dossierpress.ingest.web.thinning import count_elements, thin
from dossierpress.ingest.web.trimming import without_credit, without_dateline
from dossierpress.ingest.web.words import read_credit
from dossierpress.model import Rights

LONG = 600
"""A summary of more characters is the text itself: plain RSS has no other place for it."""
MAX_ELEMENTS = 10_000
MAX_DEPTH = 200


@dataclass(frozen=True)
class Entry:
    """What a feed says of one story, as it says it.

    Attributes:
        content: HTML, or plain text where `is_html` is false.
        summary: the same, shorter.
        published: the words of the date.
    """

    title: str | None
    content: str | None = None
    summary: str | None = None
    is_html: bool = True
    url: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    modified: str | None = None
    publisher: str | None = None
    language: str | None = None
    section: str | None = None


def tell_entry(name: str, number: int, entry: Entry, publisher: str | None) -> Story | Problem:
    """Return the story of an entry of the feed called `name`; a `Problem` without a title."""
    title = plain(entry.title or "")
    if not headline_key(title):
        hint = "add the story as a text file with its headline on a line of its own"
        return Problem(name, 1, "DP506", f"entry {number} has no title", hint)
    url = absolute(entry.url, None) if entry.url else None
    blocks, summary = _texts(entry, title, url)
    blocks, credited = without_credit(blocks)
    blocks, dateline = without_dateline(blocks)
    credited_to = [read_credit(author, publisher or entry.publisher) for author in entry.authors]
    agency = next((service for _, service in credited_to if service), None)
    return Story(
        title=title,
        body=compose(blocks),
        first=1,
        last=1,
        publisher=plain(entry.publisher) if entry.publisher else None,
        agency=agency or credited or (dateline.agency if dateline else None),
        authors=tuple(dict.fromkeys(name for names, _ in credited_to for name in names)),
        dateline=dateline.place if dateline else None,
        url=url,
        language=language_tag(entry.language.replace("_", "-")) if entry.language else None,
        section=plain(entry.section) if entry.section else None,
        standfirst=(summary,) if summary else (),
        stamps=tuple(_stamps(entry)),
        anchors=("feed entry",),
        # A summary is all that the publisher gave away: a record, until the curator says more.
        rights=None if blocks else Rights.METADATA,
        place=f"entry {number}",
    )


def _texts(entry: Entry, title: str, url: str | None) -> tuple[tuple[Block, ...], str | None]:
    """The text, and the summary where it is more than the text's first words."""
    content = _blocks(entry.content, entry.is_html, url)
    summary = _blocks(entry.summary, entry.is_html, url)
    if not content and sum(len(block.text) for block in summary) > LONG:
        content, summary = summary, ()
    content = without_furniture(content, frozenset({headline_key(title)})) if content else ()
    words = " ".join(block.text for block in summary)
    opening = " ".join(headline_key(words).split()[:8])
    text = headline_key(" ".join(block.text for block in content))
    known = not opening or opening in text or headline_key(words) == headline_key(title)
    return content, None if known else words


def _blocks(text: str | None, is_html: bool, url: str | None) -> tuple[Block, ...]:
    if not text or not text.strip():
        return ()
    if not is_html:
        lines = (line.text for line in split(text))
        return tuple(Block(Shape.PARAGRAPH, line, escape(line)) for line in lines)
    source = thin(text)
    tree = parse_html(f"<html><body>{source}</body></html>")
    if tree is None or count_elements(source) > MAX_ELEMENTS or nesting(tree)[0] > MAX_DEPTH:
        words = plain(source)
        return (Block(Shape.PARAGRAPH, words, escape(words)),) if words else ()
    return read_blocks(tree, url)


def _stamps(entry: Entry) -> list[Stamp]:
    found = []
    if entry.published:
        found.append(Stamp(PUBLISHED, entry.published, entry.published, 1))
    if entry.modified and entry.modified != entry.published:
        found.append(Stamp(MODIFIED, entry.modified, entry.modified, 1))
    return found
