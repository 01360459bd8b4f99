"""Stamps: the words by which a story says when it was published or updated."""

import re
from dataclasses import dataclass

from dossierpress.ingest.calendar_words import MONTHS, WEEKDAYS
from dossierpress.ingest.dates import normalised, read_date

MODIFIED, PUBLISHED, ACCESSED = "modified", "published", "accessed"

LABELS: dict[str, str] = {
    MODIFIED: r"(?:last )?(?:updated|modified|edited|revised)|last update|update time"
    r"|آخر تحديث|تم التحديث|تحديث|تاريخ التحديث"
    r"|mis à jour le|modifié le|aktualisiert am|actualizado(?: el)?",
    PUBLISHED: r"(?:first |originally )?(?:published|posted|issued|released)(?: online)?"
    r"|publication date|publish date|date published|release date|dated?(?! accessed)"
    r"|نشر في|نُشر في|نشرت في|تاريخ النشر"
    r"|publié le|veröffentlicht am|publicado(?: el)?",
    ACCESSED: r"(?:accessed|retrieved|captured|archived)|date accessed|access date",
}
"""The words that open a stamp, and the field that each is about. "Updated" is never `published`."""

MAX_LENGTH = 160
"""A longer line is no stamp."""

_LABEL = re.compile(
    rf"(?<!\w)(?:{'|'.join(f'(?P<{field}>{words})' for field, words in LABELS.items())})"
    r"(?: (?:on|at))?\b ?[:：]?",
    re.IGNORECASE,
)
_BREAK = re.compile(r"\s*[|·•;–—/,]?\s*$")
_DATE_SHAPE = re.compile(
    rf"\d|\b(?:ago|yesterday|today|now|{'|'.join(WEEKDAYS)})\b|الآن|أمس", re.IGNORECASE
)
_FULL = re.compile(
    r"\d.*\d{4}|\d{4}.*\d|\bago\b|yesterday|today|just now|\d{1,2}:\d\d", re.IGNORECASE
)
_LIKE_A_DATE = re.compile(rf"\d\D+\d|\d.*\bago\b|\d.*\b(?:{'|'.join(MONTHS)})\b", re.IGNORECASE)
_SENTENCE = re.compile(r"[^\W\d_]{3,}[.!?]$")


@dataclass(frozen=True)
class Stamp:
    """One statement of a date, as the clipping words it.

    Attributes:
        field: `published`, `modified` or `accessed`.
        raw: its words, label and all.
        date: the words of the date alone.
        line: where it stands in the clipping.
    """

    field: str
    raw: str
    date: str
    line: int


def read_stamps(text: str, line: int) -> tuple[Stamp, ...]:
    """Return the stamps that a text consists of; none where it is anything but stamps."""
    if len(text) > MAX_LENGTH or not may_hold_date(text):
        return ()
    labels = _labels(text)
    if not labels:
        return _bare(text, line)
    before = _BREAK.sub("", text[: labels[0][0]])
    found = list(_bare(before, line)) if before else []
    if before and not found:
        return ()
    ends = [start for start, _, _ in labels[1:]] + [len(text)]
    for (start, date_start, field), end in zip(labels, ends, strict=True):
        words = _BREAK.sub("", text[date_start:end]).strip()
        if not _may_be_date(words):
            return ()
        found.append(Stamp(field, _BREAK.sub("", text[start:end]).strip(), words, line))
    return tuple(found)


def may_hold_date(text: str) -> bool:
    """Say whether there is anything in a text that a date could be made of."""
    return _DATE_SHAPE.search(text) is not None


def _labels(text: str) -> list[tuple[int, int, str]]:
    """Where labels begin, where their dates begin, and what they are about, in order."""
    return [
        (match.start(), match.end(), match.lastgroup or PUBLISHED)
        for match in _LABEL.finditer(text)
    ]


def _bare(text: str, line: int) -> tuple[Stamp, ...]:
    """A date that stands alone: by custom, when the story was published."""
    if len(text) > 60 or not may_hold_date(text):
        return ()
    reading = read_date(text)
    if reading is None or not _FULL.search(normalised(text)):
        return ()
    return (Stamp(PUBLISHED, text, text, line),)


def _may_be_date(words: str) -> bool:
    """Say whether what follows a label is a date, or so like one that it must be reported."""
    if not words:
        return False
    if read_date(words) is not None:
        return True
    if len(words) > 40 or _SENTENCE.search(words) or " by " in f" {words} ":
        return False
    return _LIKE_A_DATE.search(words) is not None
