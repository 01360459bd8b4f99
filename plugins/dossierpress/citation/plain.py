"""A citation as a sentence, for a footnote."""

from dossierpress.citation.reference import Reference, is_doubtful, parts
from dossierpress.edtf import When

_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]


def plain(reference: Reference) -> str:
    """Return a reference as one line: authors, title, publisher, date, addresses."""
    where = ", ".join(filter(None, (reference.container, reference.agency)))
    pieces = [
        ", ".join(reference.authors),
        f"“{reference.title}”",
        where,
        f"version {reference.version}" if reference.version else "",
        written(reference.issued) if reference.issued else "undated",
        reference.url or "",
    ]
    sentence = ", ".join(piece for piece in pieces if piece)
    if reference.accessed:
        sentence += f" (accessed {written(reference.accessed)})"
    if reference.archived:
        sentence += f", archived at {reference.archived}"
    return f"{sentence}."


def written(when: When) -> str:
    """Return a date in words, no more exact than it is known; an odd span as EDTF writes it."""
    known = parts(when)
    if known is None:
        return when.text
    words = [str(known[0])]
    if len(known) > 1:
        words.insert(0, _MONTHS[known[1] - 1])
    if len(known) > 2:
        words.insert(0, str(known[2]))
    return f"about {' '.join(words)}" if is_doubtful(when) else " ".join(words)
