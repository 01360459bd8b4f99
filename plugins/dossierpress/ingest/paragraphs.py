"""Paragraphs of a document with markup, read as the stories of a plain text are.

The segmenter knows plain lines. So a paragraph's plain words go through it, and what the document
knows besides (links, headings inside a text) is put back where those words come out as a body.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from dossierpress.errors import Problem
from dossierpress.ingest.decode import clean
from dossierpress.ingest.headline import MAX_LENGTH
from dossierpress.ingest.kinds import Kind, classify
from dossierpress.ingest.lines import Line
from dossierpress.ingest.markdown import escape
from dossierpress.ingest.segment import segment
from dossierpress.ingest.story import Story, read_story

ANCHOR_REACH = 3
"""A story's byline, stamp or dateline stands at most so many paragraphs below its heading."""
_ANCHORS = frozenset({Kind.SIGNATURE, Kind.URL, Kind.HEADER, Kind.DATELINE})
_BULLET = "• "


@dataclass(frozen=True)
class Link:
    """Words of a paragraph that lead to an address."""

    text: str
    url: str


@dataclass(frozen=True)
class Paragraph:
    """One paragraph of a document.

    Attributes:
        text: its plain words, without a line end.
        level: 1 for the most important heading, 2 for the next; 0 for text.
        gap: how many empty paragraphs stand before it.
        place: what of the document it is on, as a page's number.
    """

    text: str
    level: int = 0
    bullet: bool = False
    links: tuple[Link, ...] = ()
    gap: int = 0
    place: int = 1


Places = Callable[[Paragraph, int, Paragraph, int], str]
"""In words, where the paragraphs from one to another stand; each with its number."""


@dataclass(frozen=True)
class Document:
    """The paragraphs of a document, and what it says of itself.

    Attributes:
        title: what it is called in its own properties, for a text that names no headline.
        places: how a place is told; by paragraphs where nothing else is known.
    """

    paragraphs: tuple[Paragraph, ...]
    title: str | None = None
    places: Places = field(default=lambda first, start, last, end: f"paragraphs {start}-{end}")


def lines_of(document: Document) -> tuple[Line, ...]:
    """Return the paragraphs with words as lines; their numbers count paragraphs."""
    return tuple(
        Line(number, number, text, max(0, paragraph.gap + 1))
        for number, paragraph in enumerate(document.paragraphs, 1)
        if (text := clean(paragraph.text))
    )


def read_document(
    name: str, document: Document, publisher: str | None = None
) -> Iterator[Story | Problem]:
    """Yield the stories of a document, then the problems of what belongs to none of them."""
    top = story_level(document.paragraphs)
    lines = tuple(
        replace(line, text=_marked(document.paragraphs[line.first - 1], line.text, top))
        for line in lines_of(document)
    )
    for piece in _at_headings(lines) if top else (lines,):
        found = segment(name, piece)
        if not found.segments and document.title and lines:
            headline = Line(1, 1, f"# {clean(document.title)}")
            found = segment(name, (headline, *piece))
        yield from found.problems
        for part in found.segments:
            story = read_story(name, part, publisher)
            yield _finished(story, document) if isinstance(story, Story) else story


def _at_headings(lines: Sequence[Line]) -> Iterator[tuple[Line, ...]]:
    """Cut before each story's heading but the first, which takes what stands above it."""
    piece: list[Line] = []
    opened = False
    for line in lines:
        if line.text.startswith("# ") and opened:
            yield tuple(piece)
            piece = []
        opened = opened or line.text.startswith("# ")
        piece.append(line)
    yield tuple(piece)


def story_level(paragraphs: Sequence[Paragraph]) -> int:
    """Return the level of heading that opens a story; 0 where there is none.

    The highest level does; but a single heading above headings that each have a byline, a stamp or
    a dateline below them is the document's own title.
    """
    levels = sorted({p.level for p in paragraphs if p.level and p.text.strip()})
    if len(levels) > 1:
        first = [p for p in paragraphs if p.level == levels[0]]
        below = [i for i, p in enumerate(paragraphs) if p.level == levels[1]]
        if len(first) == 1 and all(_is_anchored(paragraphs, index) for index in below):
            return levels[1]
    return levels[0] if levels else 0


def _is_anchored(paragraphs: Sequence[Paragraph], index: int) -> bool:
    near = [p for p in paragraphs[index + 1 :] if p.text.strip()][:ANCHOR_REACH]
    return any(classify(clean(p.text)) in _ANCHORS for p in near if not p.level)


def _marked(paragraph: Paragraph, text: str, top: int) -> str:
    """A line as the segmenter knows it: "# " before a story's headline, a bullet before an item."""
    if paragraph.level and paragraph.level == top and len(text) <= MAX_LENGTH:
        return f"# {text}"
    return f"{_BULLET}{text}" if paragraph.bullet else text


def _finished(story: Story, document: Document) -> Story:
    """Put links and headings back, and tell where in the document the story stands."""
    own = document.paragraphs[story.first - 1 : story.last]
    body = "\n\n".join(_restored(block, own) for block in story.body.split("\n\n"))
    place = document.places(own[0], story.first, own[-1], story.last)
    return replace(story, body=body if story.body else "", place=place)


def _restored(block: str, paragraphs: Sequence[Paragraph]) -> str:
    lines = block.split("\n")
    return "\n".join(_restored_line(line, paragraphs) for line in lines)


def _restored_line(line: str, paragraphs: Sequence[Paragraph]) -> str:
    item = line.startswith("- ")
    words = line.removeprefix("- ") if item else line
    for paragraph in paragraphs:
        if not (paragraph.links or paragraph.level):
            continue
        whole = escape(clean(paragraph.text))
        if whole == words and paragraph.level and not item:
            return f"## {words}"
        if whole.endswith(words) and 2 * len(words) >= len(whole):
            return f"{'- ' if item else ''}{_linked(words, paragraph.links)}"
    return line


def _linked(words: str, links: Sequence[Link]) -> str:
    """Make the first occurrence of each link's words, from left to right, lead to its address."""
    done, rest = "", words
    for link in links:
        text = escape(clean(link.text))
        before, found, after = rest.partition(text)
        if text and found and not set(link.url) & set(" ()<>\n\"'\\"):
            done, rest = f"{done}{before}[{text}]({link.url})", after
    return done + rest
