"""The fields in which two records differ, and their values in words."""

from collections.abc import Collection, Iterator

from dossierpress.release.snapshot import (
    AliasRecord,
    PlacingRecord,
    Record,
    RelationRecord,
    TextRecord,
)


def fields(
    before: Record, after: Record, without: Collection[str] = ()
) -> Iterator[tuple[str, object, object]]:
    """Yield each field in which two records of one type differ: its name, then both values."""
    names = zip(before.__struct_fields__, before.__struct_encode_fields__, strict=True)
    for own, written in names:
        was, now = getattr(before, own), getattr(after, own)
        if own not in without and was != now:
            yield written, was, now


def told(value: object) -> str | None:
    """Return a value in words; None for one that is empty."""
    if value is None or value == () or value == "":
        return None
    if isinstance(value, TextRecord):
        count = f"{value.words} {'word' if value.words == 1 else 'words'}"
        return value.text if value.text is not None else count
    if isinstance(value, AliasRecord):
        return value.text if value.strength == "strong" else f"{value.text} ({value.strength})"
    if isinstance(value, PlacingRecord):
        return f"{value.topic} {value.strength}"
    if isinstance(value, RelationRecord):
        since = "/".join(filter(None, (value.start or "", value.end or "")))
        return f"{value.type} {value.to}{f' ({since})' if since else ''}"
    if isinstance(value, tuple):
        return ", ".join(filter(None, (told(item) for item in value)))
    return str(value)
