"""The days that an article's own words tell of, as facts about it."""

from collections.abc import Iterator

from dossierpress.model import Article
from dossierpress.site import dates
from dossierpress.site.index import Index
from dossierpress.site.model import Value
from dossierpress.site.plain import plain
from dossierpress.site.timeline.occasions import Occasion

_MOST = 4
_LONGEST = 31
"""The most days of what counts as the time of an event, and not of a background."""


def told(index: Index, article: Article) -> Iterator[Value]:
    """Yield the first few days or months that a text tells, each with the words that tell it."""
    seen: set[str] = set()
    for occasion in index.occasions_of.get(article.ref, ()):
        when = occasion.when
        if not occasion.field or (when.latest - when.earliest).days > _LONGEST:
            continue
        if when.text not in seen and len(seen) < _MOST:
            seen.add(when.text)
            yield _value(index, occasion)


def _value(index: Index, occasion: Occasion) -> Value:
    date = dates.shown(index.words, occasion.when)
    start, end = occasion.words
    said = plain(index.texts[occasion.article.ref].shown[occasion.field][start:end])
    own = occasion.article.date
    counted = (
        index.words.gettext("counted from {date}", date=dates.day(index.words, own).text)
        if occasion.is_counted and own
        else index.words.gettext("as written")
    )
    return Value(date.text, machine=date.machine, note=counted, quoted=said, folded=True)
