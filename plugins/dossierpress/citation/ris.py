"""RIS, the tagged form that EndNote and most libraries read."""

from collections.abc import Iterator

from dossierpress.citation.reference import Reference, is_doubtful, parts
from dossierpress.edtf import When

_TYPES = {"article-newspaper": "NEWS", "dataset": "DATA"}


def ris(reference: Reference) -> str:
    """Return a reference as one RIS record; its lines end in CR LF, as the format has it."""
    return "".join([f"{tag}  - {' '.join(value.split())}\r\n" for tag, value in _tags(reference)])


def _tags(reference: Reference) -> Iterator[tuple[str, str]]:
    yield "TY", _TYPES[reference.type]
    for name in reference.authors:
        yield "AU", name
    known = parts(reference.issued) if reference.issued else None
    single = (
        ("TI", reference.title),
        ("T2", reference.container),
        ("ET", reference.version),
        ("PY", str(known[0]) if known else None),
        ("DA", _date(reference.issued)),
        ("SE", reference.section),
        ("LA", reference.language),
        ("UR", reference.url),
        ("L2", reference.archived),
        ("Y2", _date(reference.accessed)),
        ("N1", f"Agency: {reference.agency}" if reference.agency else None),
        ("ID", reference.key),
    )
    yield from ((tag, value) for tag, value in single if value)
    if reference.issued and (known is None or is_doubtful(reference.issued)):
        yield "N1", f"Date: {reference.issued.text}"
    yield "ER", ""


def _date(when: When | None) -> str | None:
    known = parts(when) if when else None
    if not known:
        return None
    words = [f"{part:02}" for part in known]
    return "/".join([*words, *[""] * (3 - len(words))]) + "/"
