"""A timeline as rows, with what each names, and the drawing that says the same."""

from collections.abc import Sequence

from dossierpress.model import Kind, Mention
from dossierpress.site import dates, wording
from dossierpress.site.index import Index
from dossierpress.site.model import Entry, Timeline
from dossierpress.site.plain import shorten
from dossierpress.site.timeline.drawing import Drawn, draw
from dossierpress.site.timeline.occasions import Occasion

SUMMED_UP = 30
"""How many entries the page of a topic or a dossier shows."""
_WORDS = 60
"""The most characters of an entry in the drawing."""


def timeline(
    index: Index, occasions: Sequence[Occasion], *, most: int | None = None, url: str = ""
) -> Timeline:
    """Return the timeline of some occasions, which are in the order of time.

    Args:
        index: the publication.
        occasions: what it shows.
        most: how many of the latest it shows at most.
        url: where all of them are shown.
    """
    kept = occasions[-most:] if most else occasions
    entries = tuple(_entry(index, occasion) for occasion in kept)
    drawing = draw(
        index.words,
        [
            Drawn(occasion, _words(entry), entry.kinds)
            for occasion, entry in zip(kept, entries, strict=True)
        ],
    )
    named = {kind for entry in entries for kind in entry.kinds}
    kinds = tuple((kind, wording.kinds(index.words, kind)) for kind in Kind if kind in named)
    more = len(occasions) - len(kept)
    return Timeline(drawing, entries, kinds, more, url if more else "")


def _entry(index: Index, occasion: Occasion) -> Entry:
    article = occasion.article
    row = index.rows[article.ref]
    quote = (
        index.texts[article.ref].sentence(occasion.field, occasion.sentence, occasion.words)
        if occasion.field
        else None
    )
    return Entry(
        date=dates.day(index.words, occasion.when),
        link=row.link,
        publisher=row.publisher,
        quote=quote,
        note=_counted(index, occasion),
        kinds=_kinds(index, occasion),
    )


def _counted(index: Index, occasion: Occasion) -> str:
    """Return what a date was counted from, where the words alone do not say it."""
    when = occasion.article.date
    if not occasion.is_counted or when is None:
        return ""
    return index.words.gettext("counted from {date}", date=dates.day(index.words, when).text)


def _words(entry: Entry) -> str:
    """Return what an entry says, in a few words."""
    said = "".join(part.text for part in entry.quote.parts) if entry.quote else entry.link.text
    return shorten(said, _WORDS)


def _kinds(index: Index, occasion: Occasion) -> tuple[Kind, ...]:
    """Return the kinds of entity that the sentence or the article's headline names."""
    found = {
        index.entities[entity].kind
        for entity, mentions in index.named_in(occasion.article).items()
        if any(_is_in(mention, occasion) for mention in mentions)
    }
    return tuple(kind for kind in Kind if kind in found)


def _is_in(mention: Mention, occasion: Occasion) -> bool:
    if not occasion.field:
        return mention.field == "title"
    start, end = occasion.sentence
    return mention.field == occasion.field and start <= mention.start < end
