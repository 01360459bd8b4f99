"""The head of a document: the lines above its labels, which nothing names but their order.

The line of the day is found first, because no other looks like one; the lines above and below it
follow from the layout's order.
"""

import re
from collections.abc import Sequence

from dossierpress.ingest.dates import Status, read_date
from dossierpress.ingest.lines import Line
from dossierpress.ingest.readers.exports.fields import Fields
from dossierpress.ingest.readers.exports.layouts import Layout, Slot

REACH = 15
"""The line of the day stands among so many first lines of a document."""
MAX_TITLE = 3
"""A headline has at most so many lines."""


def read_head(fields: Fields, lines: Sequence[Line], layout: Layout) -> Sequence[Line]:
    """Fill the fields of the head; return the lines below it."""
    names = [slot.field for slot in layout.head]
    labelled = (i for i, line in enumerate(lines) if layout.label(line.text))
    near = lines[: min(next(labelled, len(lines)), REACH)]
    at = next((i for i, line in enumerate(near) if is_date(line.text)), None)
    if "date" not in names or at is None:
        bare = [slot for slot in layout.head if slot.field == "title"]
        return _downward(fields, lines, bare, layout)
    pivot = names.index("date")
    fields.put("published", lines[at], lines[at].text)
    _upward(fields, list(lines[:at]), list(layout.head[:pivot]))
    return _downward(fields, lines[at + 1 :], layout.head[pivot + 1 :], layout)


def is_date(text: str) -> bool:
    """Say whether a line is a day: "December 5, 2019 Thursday", also with a time of day."""
    if len(text) > 60 or not re.search(r"\b\d{4}\b", text):
        return False
    reading = read_date(text)
    return reading is not None and (reading.status is Status.EXACT or "weekday" in reading.reason)


def _upward(fields: Fields, left: list[Line], slots: list[Slot]) -> None:
    """Fill the fields above the day, from the lowest."""
    while slots and left:
        slot = slots.pop()
        if slot.field == "title":
            _title_above(fields, left, slots)
            return
        enough = len(left) > 1 or not slots
        if slot.takes(left[-1].text) and (enough or not slot.optional):
            line = left.pop()
            fields.put(slot.field, line, line.text)
    for line in left:
        fields.leave_out(line)


def _title_above(fields: Fields, left: list[Line], slots: list[Slot]) -> None:
    """The lines that are left are the headline, but for one above it that has its own form."""
    for slot in slots:
        if len(left) > 1 and slot.takes(left[0].text):
            fields.put(slot.field, left[0], left[0].text)
            del left[0]
    for line in left[:-MAX_TITLE]:
        fields.leave_out(line)
    title = left[-MAX_TITLE:]
    fields.put("title", title[0], " ".join(line.text for line in title))


def _downward(
    fields: Fields, lines: Sequence[Line], slots: Sequence[Slot], layout: Layout
) -> Sequence[Line]:
    """Fill the fields below the day in their order, as far as no label begins."""
    at = 0
    for slot in slots:
        if at == len(lines) or layout.label(lines[at].text):
            break
        if not slot.takes(lines[at].text):
            continue
        fields.put(slot.field, lines[at], lines[at].text)
        at += 1
        while slot.field == "title" and _is_wrapped(fields, lines, at, layout):
            fields.extend("title", lines[at])
            at += 1
    return lines[at:]


def _is_wrapped(fields: Fields, lines: Sequence[Line], at: int, layout: Layout) -> bool:
    """Whether a line goes on with the headline above it."""
    if at == len(lines) or lines[at].gap or layout.label(lines[at].text):
        return False
    return at < MAX_TITLE and not is_date(lines[at].text)
