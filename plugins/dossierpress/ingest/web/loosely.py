"""Dates that stand among other words: "Posted on May 5, 2019 by Ann Bell", "5 mei 2019 · 4 min".

A last look at the lines round a headline, after those that are a date and nothing else. Words that
say "updated" make it the date of a change; a line of prose is none, whatever day it tells of.
"""

import re
from collections.abc import Iterator

from dossierpress.ingest.calendar_words import MONTHS, WEEKDAYS
from dossierpress.ingest.dates import Status, read_date
from dossierpress.ingest.other_languages import read_other_language
from dossierpress.ingest.stamps import MODIFIED, PUBLISHED, Stamp

MOST_OTHERS = 9
"""A line of more words besides its dates is prose."""
MOST_CHARACTERS = 160

_MONTH = "|".join(sorted(map(re.escape, MONTHS), key=len, reverse=True))
_DAY = r"\d{1,2}(?:st|nd|rd|th|er|\.|º)?"
_FORMS = re.compile(
    rf"(?<![\w/.-])(?:"
    rf"(?P<named>{_DAY}[ -](?:of |de )?(?:{_MONTH})\.?,?[ -](?:de )?\d{{4}}"
    rf"|(?:{_MONTH})\.? {_DAY},? \d{{4}}|\d{{4}}([-/.])\d{{1,2}}\2\d{{1,2}}"
    rf"|\d{{1,2}}([-/.])\d{{1,2}}\3\d{{4}})"
    rf"|(?P<signs>(?P<year>\d{{4}})[年년] ?(?P<month>\d{{1,2}})[月월] ?(?P<day>\d{{1,2}})[日일])"
    rf"|(?P<other>\d{{1,2}}\.? (?:de )?[^\W\d_]{{3,12}}\.?(?: de)? \d{{4}}))(?![\w/-]|\.\d)",
    re.IGNORECASE,
)
_UPDATED = re.compile(
    r"(?:updat|modif|revis|edit|mis à jour|aktualisier|stand|geändert|actualiz|atualiz|aggiorna"
    r"|bijgewerkt|gewijzigd|zaktualiz|aktualiz|güncelle|обновл|изменен|оновлен|تحديث|به‌روز|更新)"
    r"[^|·•;]{0,25}$",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]{2,}")
_SENTENCE = re.compile(r"[^\W\d_]{3,}[.!?](?:\s|$)")


def dates_among_words(text: str, language: str | None) -> Iterator[Stamp]:
    """Yield a stamp for each full date in a line; none where the line is prose.

    Args:
        text: the words of a small element.
        language: the tag of the page's language, where that is known.
    """
    if len(text) > MOST_CHARACTERS or not re.search(r"\d{4}", text):
        return
    found = list(_FORMS.finditer(text))
    rest = _FORMS.sub(" ", text)
    others = [word for word in _WORD.findall(rest) if word.lower() not in WEEKDAYS]
    if not found or len(others) > MOST_OTHERS or _SENTENCE.search(rest):
        return
    for match in found:
        day = _day(match, language)
        if day is not None:
            field = MODIFIED if _UPDATED.search(text[: match.start()]) else PUBLISHED
            yield Stamp(field, match[0], day, 1)


def _day(match: re.Match[str], language: str | None) -> str | None:
    """Return the words of a date in a form that `read_date` knows."""
    if match["signs"]:
        return f"{match['year']}-{int(match['month']):02d}-{int(match['day']):02d}"
    words = match[0]
    if match["named"]:
        return words if read_date(words) is not None else None
    reading = read_other_language(re.sub(r"\.(?=\s)|\bde\b ?", "", words), language)
    return reading.value if reading is not None and reading.status is Status.EXACT else None
