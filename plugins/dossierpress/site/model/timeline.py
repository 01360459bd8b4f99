"""What a timeline shows: a drawing, and a table that says the same."""

from dataclasses import dataclass

from dossierpress.model import Kind
from dossierpress.site.dates import Date
from dossierpress.site.model.bars import Bars
from dossierpress.site.model.parts import Counted, Link, Quote


@dataclass(frozen=True)
class Tick:
    """A date on the axis."""

    x: int
    label: str


@dataclass(frozen=True)
class Mark:
    """An entry in the drawing.

    Attributes:
        x: its left end; `width` is 0 for a day, which is a point, and the length of a bar for
            everything that is less exact.
        told: whether a text tells it; otherwise it is the date of an article.
        doubtful: whether its source calls it approximate or uncertain.
        kinds: as those of its entry.
        title: the date and the first words of it.
        label: what stands beside it, where there is room.
    """

    x: int
    y: int
    width: int
    told: bool
    doubtful: bool
    kinds: tuple[Kind, ...]
    title: str
    label: str


@dataclass(frozen=True)
class TimelineDrawing:
    """A timeline in units of a page that is `width` wide."""

    width: int
    height: int
    ticks: tuple[Tick, ...]
    marks: tuple[Mark, ...]


@dataclass(frozen=True)
class Entry:
    """A row of the table.

    Attributes:
        link: the article.
        quote: the sentence that tells it, with the words of the date apart; None where the entry
            is the date of the article itself.
        note: how the date is known, where the words alone do not say it.
        kinds: the kinds of entity that the sentence or the headline names.
    """

    date: Date
    link: Link
    publisher: str
    quote: Quote | None
    note: str
    kinds: tuple[Kind, ...]


@dataclass(frozen=True)
class Timeline:
    """Entries in the order of time.

    Attributes:
        kinds: the kinds of entity that any of them names, with their names.
        more: how many earlier ones are not shown.
        url: where all of them are shown; "" where this is all.
    """

    drawing: TimelineDrawing | None
    entries: tuple[Entry, ...]
    kinds: tuple[tuple[Kind, str], ...]
    more: int = 0
    url: str = ""


@dataclass(frozen=True)
class TimelinePage:
    """A timeline of the publication or of a topic, or one page of it.

    Attributes:
        pages: the pages that it is cut into, with the number of entries on each.
        topics: the timelines of the topics, with the number of entries of each; on the first page
            of the publication's own timeline.
        bars: how many articles there are over time, where the entries stand on several pages.
    """

    title: str
    crumbs: tuple[Link, ...]
    timeline: Timeline
    pages: tuple[Counted, ...]
    topics: tuple[Counted, ...]
    bars: Bars | None
