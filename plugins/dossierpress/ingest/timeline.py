"""Timelines: texts whose entries each stand below a date."""

from dataclasses import replace

from dossierpress.ingest.kinds import Kind, Part
from dossierpress.ingest.segment import Segment
from dossierpress.ingest.stamps import read_stamps


def without_timeline(segment: Segment) -> Segment:
    """Leave dates that stand over the entries of a timeline to its text."""
    if not segment.head or not _is_bare_date(segment.head[-1]):
        return segment
    if not any(_is_bare_date(part) for part in segment.body[:-1]):
        return segment
    return replace(segment, head=segment.head[:-1], body=(segment.head[-1], *segment.body))


def _is_bare_date(part: Part) -> bool:
    stamps = read_stamps(part.text, part.line.first) if part.kind is Kind.SIGNATURE else ()
    return bool(stamps) and all(stamp.raw == stamp.date for stamp in stamps)
