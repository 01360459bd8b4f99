"""Credit lines: what a paper sets below a story that is not all its own work.

"(With AFP)" and "— Reuters" credit a wire service; "Additional reporting by …" credits people who
are not the authors. A sentence that merely begins so is text.
"""

import re

from dossierpress.ingest.agencies import agency_name, is_agency
from dossierpress.ingest.byline import read_names

MAX_LENGTH = 240
"""A longer line is text."""

_WRAPPED = re.compile(r"(?P<open>[(\[])(?P<inner>[^()\[\]]+)[)\]]\.?")
_MARK = re.compile(r"(?:[•●▪■·*]|[-–—―]+)\s*")
_WITH = re.compile(
    r"with(?: (?:additional )?(?:inputs?|reporting|reports|files|material)(?: from| by)?)? "
    r"|(?:inputs?|reports?) from |via |source: ?",
    re.IGNORECASE,
)
_ROLE = (
    r"(?:additional |further |extra )?"
    r"(?:reporting|writing|editing|research|translation|compiled|inputs?)"
)
_WORK = re.compile(rf"{_ROLE}(?:(?:,| and) {_ROLE})* (?:by|from) ", re.IGNORECASE)


def credited_agency(text: str) -> str | None:
    """Return the wire service that a line credits by "(…)", "With …" or a dash; None otherwise."""
    inner, marked = _inner(text)
    opening = _WITH.match(inner)
    name = inner[opening.end() :] if opening else inner
    return agency_name(name) if (marked or opening) and is_agency(name) else None


def credits_work(text: str) -> bool:
    """Say whether a line names who helped: "(Additional reporting by Jane Doe; Editing by …)"."""
    inner, _ = _inner(text)
    return all(_names_helpers(part) for part in re.split(r"\s*;\s*", inner))


def _inner(text: str) -> tuple[str, bool]:
    """The words without bullet, dash, brackets and full stop, and whether there were marks."""
    if len(text) > MAX_LENGTH:
        return "", False
    mark = _MARK.match(text)
    words = text[mark.end() :] if mark else text
    wrapped = _WRAPPED.fullmatch(words)
    bare = wrapped["inner"] if wrapped else words
    return bare.strip().removesuffix("."), bool(mark or wrapped)


def _names_helpers(part: str) -> bool:
    opening = _WORK.match(part)
    return opening is not None and read_names(part[opening.end() :]) is not None
