"""BibTeX, as biblatex reads it too."""

import re

from dossierpress.citation.reference import Reference, is_doubtful, parts

_SPECIAL = {
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "$": r"\$", "&": r"\&", "#": r"\#",
    "%": r"\%", "_": r"\_", "^": r"\textasciicircum{}", "~": r"\textasciitilde{}",
}  # fmt: skip
_ESCAPES = str.maketrans(_SPECIAL)
_NEEDS = re.compile(r"[\\{}$&#%_^~]")
_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_KEY = re.compile(r"[^A-Za-z0-9:.+/-]")
_SEPARATES = re.compile(r"\band\b|,", re.IGNORECASE)
_TYPES = {"article-newspaper": "article", "dataset": "misc"}


def bibtex(reference: Reference) -> str:
    """Return a reference as one BibTeX entry.

    Titles and publishers stand in double braces, so that no style changes their capitals, and so
    do names that hold "and" or a comma. A date that is no day, month or year is a note.
    """
    known = parts(reference.issued) if reference.issued else None
    notes = [f"Agency: {reference.agency}"] if reference.agency else []
    if reference.issued and (known is None or is_doubtful(reference.issued)):
        notes.append(f"Date: {reference.issued.text}")
    if reference.archived:
        notes.append(f"Archived: {reference.archived}")
    accessed = parts(reference.accessed) if reference.accessed else None
    fields = {
        "author": _braced(" and ".join(_name(name) for name in reference.authors)),
        "title": _verbatim(reference.title),
        "journal": _verbatim(reference.container),
        "year": str(known[0]) if known else "",
        "month": _MONTHS[known[1] - 1] if known and len(known) > 1 else "",
        "day": str(known[2]) if known and len(known) > 2 else "",
        "version": _braced(reference.version),
        "url": _braced(_url(reference.url)),
        "urldate": _braced("-".join(f"{part:02}" for part in accessed) if accessed else ""),
        "langid": _braced(reference.language),
        "note": _braced(_escaped("; ".join(notes))),
    }
    lines = [f"  {name} = {value}" for name, value in fields.items() if value]
    key = _KEY.sub("-", reference.key)
    return f"@{_TYPES[reference.type]}{{{key},\n" + ",\n".join(lines) + "\n}\n"


def _name(name: str) -> str:
    escaped = _escaped(name)
    return f"{{{escaped}}}" if _SEPARATES.search(name) else escaped


def _verbatim(text: str | None) -> str:
    return f"{{{{{_escaped(text)}}}}}" if text else ""


def _braced(text: str | None) -> str:
    return f"{{{text}}}" if text else ""


def _escaped(text: str) -> str:
    line = " ".join(text.split())
    return line.translate(_ESCAPES) if _NEEDS.search(line) else line


def _url(url: str | None) -> str:
    return re.sub(r"[{}\\\s]", lambda match: f"%{ord(match[0]):02X}", url) if url else ""
