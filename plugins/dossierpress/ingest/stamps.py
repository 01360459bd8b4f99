"""Stamps: the words by which a story says when it was published or updated."""

import re
from dataclasses import dataclass

from dossierpress.ingest.dates import normalised, read_date

MODIFIED, PUBLISHED, ACCESSED = "modified", "published", "accessed"

LABELS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (field, re.compile(rf"(?:{words})(?: (?:on|at))?\b ?[:：]?", re.IGNORECASE))
    for field, words in (
        (
            MODIFIED,
            r"(?:last )?(?:updated|modified|edited|revised)|last update|update time"
            r"|آخر تحديث|تم التحديث|تحديث|تاريخ التحديث"
            r"|mis à jour le|modifié le|aktualisiert am|actualizado(?: el)?",
        ),
        (
            PUBLISHED,
            r"(?:first |originally )?(?:published|posted|issued|released)(?: online)?"
            r"|publication date|publish date|date published|release date|date|dated"
            r"|نشر في|نُشر في|نشرت في|تاريخ النشر"
            r"|publié le|veröffentlicht am|publicado(?: el)?",
        ),
        (ACCESSED, r"(?:accessed|retrieved|captured|archived)|date accessed|access date"),
    )
)
"""The words that open a stamp, and the field that each is about. "Updated" is never `published`."""

MAX_LENGTH = 160
"""A longer line is no stamp."""

_BREAK = re.compile(r"\s*[|·•;–—/,]?\s*$")
_DATE_SHAPE = re.compile(r"\d|\bago\b|yesterday|today|just now", re.IGNORECASE)
_FULL = re.compile(
    r"\d.*\d{4}|\d{4}.*\d|\bago\b|yesterday|today|just now|\d{1,2}:\d\d", re.IGNORECASE
)
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
    if len(text) > MAX_LENGTH:
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


def _labels(text: str) -> list[tuple[int, int, str]]:
    """Where labels begin, where their dates begin, and what they are about, in order."""
    found: list[tuple[int, int, str]] = []
    position = 0
    while position < len(text):
        matches = (
            (match.start(), -match.end(), field)
            for field, pattern in LABELS
            if (match := _at_word(pattern, text, position))
        )
        best = min(matches, default=None)
        if best is None:
            break
        start, end, field = best
        found.append((start, -end, field))
        position = -end
    return found


def _at_word(pattern: re.Pattern[str], text: str, position: int) -> re.Match[str] | None:
    for match in pattern.finditer(text, position):
        if match.start() == 0 or not text[match.start() - 1].isalnum():
            return match
    return None


def _bare(text: str, line: int) -> tuple[Stamp, ...]:
    """A date that stands alone: by custom, when the story was published."""
    if len(text) > 60 or not _DATE_SHAPE.search(text):
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
    return (
        len(words) <= 40
        and " by " not in f" {words} "
        and bool(_DATE_SHAPE.search(words))
        and not _SENTENCE.search(words)
    )
