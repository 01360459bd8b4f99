"""When a page says that its story was published and changed, by a chain of places.

Each source answers with what the page says there, word for word; the first one that can be read
as a full date counts. A date is never guessed from the clock, and one that lies after the capture
or before the web is passed over.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta

from htmldate import find_date
from lxml.html import HtmlElement

from dossierpress.edtf import When, parse_when
from dossierpress.ingest.dates import Status, read_date
from dossierpress.ingest.decode import clean
from dossierpress.ingest.stamps import MODIFIED, PUBLISHED, Stamp, read_stamps
from dossierpress.ingest.web.datefields import MODIFIED_METAS, PUBLISHED_METAS, plain_form
from dossierpress.ingest.web.jsonld import Node
from dossierpress.ingest.web.loosely import dates_among_words
from dossierpress.ingest.web.page import Page, text_of
from dossierpress.ingest.web.scenery import in_scenery, near_headline, without_surroundings
from dossierpress.ingest.web.stated import Stated

EARLIEST = date(1980, 1, 1)
"""No page and hardly any scanned clipping states an earlier day; 1970 is a broken clock's."""
_FAR = "2099-12-31"

_YEAR = r"[/_.-](?P<year>(?:19[89]|20[0-4])\d)"
_IN_URL = re.compile(
    _YEAR + r"[/_-](?P<month>0?[1-9]|1[0-2])[/_-](?P<day>0?[1-9]|[12]\d|3[01])(?=[/_.-]|$)"
)
_COMPACT_URL = re.compile(
    _YEAR + r"(?P<month>0[1-9]|1[0-2])(?P<day>0[1-9]|[12]\d|3[01])(?=[/_.-]|$)"
)
_DATELINE = re.compile(r"([^\W\d_][^–—]{3,80}?\d{4})[^–—\w]{0,4}(?:\([^()]{2,40}\)\s*)?[-–—]")
_PROSE = 80
"""A paragraph of more characters is the first of a story."""
_LINE = 200
"""More characters are no line."""
_FEW = 6
"""An element of so many parts may be a date cut into pieces."""
_BY_HTMLDATE = " by htmldate"
_DATED = re.compile(
    r"publi|posted|created|entry-date|post-date|article.?date|dateline|byline|timestamp", re.I
)


def read_moments(page: Page, stated: Stated, captured: When | None) -> tuple[Stamp, ...]:
    """Return the stamp of the publication and of the last change, as far as the page has them."""
    published = _first(PUBLISHED, _published(page, stated), captured)
    modified = _first(MODIFIED, _modified(page, stated), captured)
    if published and modified:
        days = [(_value(stamp) or "")[:10] for stamp in (published, modified)]
        if published.raw.endswith(_BY_HTMLDATE) and days[0] == days[1]:
            published = None  # it took the day of a change for want of another
        elif _value(published) == _value(modified):
            modified = None
    return tuple(stamp for stamp in (published, modified) if stamp is not None)


def _published(page: Page, stated: Stated) -> Iterator[Stamp]:
    """The places that may say when the story was published, the surest first."""
    is_doubtful = False
    for source in SOURCES:
        if source is from_htmldate and is_doubtful:
            return  # it would choose one of the meanings of "05/07/2019"
        for stamp in source(page, stated):
            reading = read_date(stamp.date)
            is_doubtful |= reading is not None and reading.status is Status.AMBIGUOUS
            yield stamp


def from_json_ld(page: Page, stated: Stated) -> Iterator[Stamp]:
    """`datePublished` of the JSON-LD object that describes the story, then of the page's."""
    for node in (stated.article, stated.page):
        yield from _stamps(PUBLISHED, _dates(node, "datePublished", "dateCreated"))


def from_metas(page: Page, stated: Stated) -> Iterator[Stamp]:
    """The `meta` elements that publishers use for it."""
    return _stamps(PUBLISHED, filter(None, map(page.meta, PUBLISHED_METAS)))


def from_microdata(page: Page, stated: Stated) -> Iterator[Stamp]:
    """Elements marked `itemprop="datePublished"`, `pubdate` or as microformats do."""
    marked = page.tree.xpath(
        "//*[@itemprop='datePublished' or @pubdate][not(self::meta)]"
        "|//*[contains(concat(' ',@class,' '),' dt-published ')]"
        "|//abbr[contains(concat(' ',@class,' '),' published ')]"
    )
    return _stamps(
        PUBLISHED, (_machine_date(element) for element in marked if not in_scenery(element))
    )


def from_time_elements(page: Page, stated: Stated) -> Iterator[Stamp]:
    """`<time datetime>` near the headline, those first whose class says what they are."""
    times = [
        element
        for element in near_headline(page.tree)
        if element.tag == "time" and element.get("datetime") and not _says_updated(element)
    ]
    times.sort(key=lambda element: not _DATED.search(element.get("class") or ""))
    return _stamps(PUBLISHED, (element.get("datetime") or "" for element in times))


def from_labelled_lines(page: Page, stated: Stated) -> Iterator[Stamp]:
    """A line near the headline that says "Published …"."""
    return (s for s in _lines(page) if s.field == PUBLISHED and s.raw != s.date)


def from_url(page: Page, stated: Stated) -> Iterator[Stamp]:
    """The day in the address of the page."""
    url = page.canonical or ""
    for form in (_IN_URL, _COMPACT_URL):
        match = form.search(url)
        if match is not None:
            day = f"{match['year']}-{int(match['month']):02d}-{int(match['day']):02d}"
            yield Stamp(PUBLISHED, f"{match[0].strip('/_.-')} in the address", day, 1)


def from_lines(page: Page, stated: Stated) -> Iterator[Stamp]:
    """A line near the headline that is a full date and nothing else."""
    return (s for s in _lines(page) if s.field == PUBLISHED and s.raw == s.date)


def from_words(page: Page, stated: Stated) -> Iterator[Stamp]:
    """A full date among a few other words near the headline, in many languages.

    Where there is no headline of the first level, only the one day that all of them name.
    """
    found = [stamp for stamp in _loosely(page) if stamp.field == PUBLISHED]
    has_headline = next(page.tree.iter("h1"), None) is not None
    if has_headline or len({_value(stamp) for stamp in found}) == 1:
        yield from found


def from_dateline(page: Page, stated: Stated) -> Iterator[Stamp]:
    """The full date in the dateline of the first paragraph: "BAGHDAD, May 5, 2019 (Agency) -"."""
    for element in page.tree.iter("p"):
        text = text_of(element)
        if len(text) > _PROSE and not in_scenery(element):
            opening = _DATELINE.match(text)
            if opening is not None:
                yield from dates_among_words(opening[1], page.language)
            return


def from_scripts(page: Page, stated: Stated) -> Iterator[Stamp]:
    """`datePublished` in the page's own scripts, where they name one day only."""
    days = {raw[:10] for raw in page.scripted}
    return _stamps(PUBLISHED, page.scripted[:1] if len(days) == 1 else ())


def from_htmldate(page: Page, stated: Stated) -> Iterator[Stamp]:
    """What htmldate finds in the markup round the story; mere text and footers are not believed."""
    found = find_date(
        without_surroundings(page.tree), extensive_search=False, original_date=True,
        url=page.canonical, min_date=EARLIEST.isoformat(), max_date=_FAR,
    )  # fmt: skip
    if found:
        yield Stamp(PUBLISHED, f"{found}{_BY_HTMLDATE}", found, 1)


Source = Callable[[Page, Stated], Iterator[Stamp]]
SOURCES: tuple[Source, ...] = (
    from_json_ld,
    from_metas,
    from_microdata,
    from_time_elements,
    from_labelled_lines,
    from_url,
    from_lines,
    from_words,
    from_dateline,
    from_scripts,
    from_htmldate,
)
"""Where a date of publication is looked for, in this order."""


def _modified(page: Page, stated: Stated) -> Iterator[Stamp]:
    for node in (stated.article, stated.page):
        yield from _stamps(MODIFIED, _dates(node, "dateModified"))
    yield from _stamps(MODIFIED, filter(None, map(page.meta, MODIFIED_METAS)))
    marked = page.tree.xpath("//*[@itemprop='dateModified'][not(self::meta)]")
    yield from _stamps(MODIFIED, (_machine_date(element) for element in marked))
    for element in near_headline(page.tree):
        if element.tag == "time" and element.get("datetime") and _says_updated(element):
            yield from _stamps(MODIFIED, [element.get("datetime") or ""])
    yield from (stamp for stamp in _lines(page) if stamp.field == MODIFIED)
    yield from (stamp for stamp in _loosely(page) if stamp.field == MODIFIED)


def _dates(node: Node | None, *keys: str) -> Iterator[str]:
    return (words for key in keys for words in node.texts(key)) if node is not None else iter(())


def _machine_date(element: HtmlElement) -> str:
    return (
        element.get("content")
        or element.get("datetime")
        or element.get("title")
        or text_of(element)
    )


def _says_updated(element: HtmlElement) -> bool:
    parent = element.getparent()
    before = element.getprevious()
    words = [element.get("class"), element.get("itemprop"), element.text]
    words += [parent.text, parent.get("class")] if parent is not None else []
    words += [before.tail or text_of(before)] if before is not None else []
    return any("updat" in word.lower() or "modif" in word.lower() for word in words if word)


def _lines(page: Page) -> Iterator[Stamp]:
    for element in near_headline(page.tree):
        if len(element) <= 8:
            yield from read_stamps(_short_text(element), 1)


def _loosely(page: Page) -> Iterator[Stamp]:
    seen: set[str] = set()
    for element in near_headline(page.tree):
        parent = element.getparent()
        texts = [_short_text(element)]
        if parent is not None and len(parent) <= _FEW:
            texts.append(_short_text(parent))  # a day, a month and a year each in an element
        for text in texts:
            if text and text not in seen:
                seen.add(text)
                yield from dates_among_words(text, page.language)


def _short_text(element: HtmlElement) -> str:
    """Return the words of an element; nothing where they are more than a line, however many."""
    parts: list[str] = []
    length = 0
    for part in element.itertext():
        length += len(part.strip())
        if length > _LINE:
            return ""
        parts.append(part)
    return clean(" ".join(parts))


def _stamps(field: str, raws: Iterable[str]) -> Iterator[Stamp]:
    for raw in raws:
        raw = raw.strip()[:120]
        if raw:
            yield Stamp(field, raw, plain_form(raw), 1)


def _first(field: str, stamps: Iterable[Stamp], captured: When | None) -> Stamp | None:
    """The first stamp that gives a plausible day, else the first one that gives none."""
    unread: Stamp | None = None
    for stamp in stamps:
        reading = read_date(stamp.date)
        if reading is None:
            continue
        if reading.status is not Status.EXACT or reading.value is None:
            unread = unread or stamp
        elif _plausible(reading.value, captured):
            return stamp
    return unread


def _plausible(value: str, captured: When | None) -> bool:
    when = parse_when(value)
    if captured is not None and when.earliest > captured.latest + timedelta(days=1):
        return False
    return when.earliest == when.latest and when.earliest >= EARLIEST


def _value(stamp: Stamp) -> str | None:
    reading = read_date(stamp.date)
    return reading.value if reading is not None else None
