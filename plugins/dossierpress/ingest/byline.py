"""Bylines: who wrote a story, where the words can be nothing else.

A string with digits, "Updated" or "ago" is no author; neither is a desk ("Staff Writer").
"""

import re
from dataclasses import dataclass

from dossierpress.ingest.agencies import agency_name, is_agency

_OPENING = re.compile(
    r"^(?:(?:written|reported|compiled|text|story|words) )?by:?\s+|^authors?:\s*|^بقلم:?\s*"
    r"|^(?:par|von|por) (?=[A-Z])",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\s+(?:and|&|et|und|y)\s+|\s*[,;،/]\s*|\s+و(?=\w)", re.IGNORECASE)
_NO_NAME = re.compile(r"\d|\bupdated\b|\bpublished\b|\bago\b|https?:|@", re.IGNORECASE)
_PLACE = re.compile(r",? +(?:in|at|from|reporting from|on board|aboard) (?=[A-ZÀ-Þ]).*$")
_FOR = re.compile(r",? +for (?:the )?[A-ZÀ-Þ].*$")
_ROLE = re.compile(
    r"\b(?:staff|writer|correspondent|reporter|editor|desk|news|newspaper|agency|agencies|team|"
    r"contributor|analyst|bureau|special|monitoring|journalist|columnist|service|press|online|"
    r"web|times|post|staffers?)\b",
    re.IGNORECASE,
)
_PARTICLE = r"(?:al|el|bin|bint|ibn|abu|de|da|di|du|del|la|le|van|von|der|den|ter|y|e)"
_NAME = re.compile(
    rf"(?:{_PARTICLE}[- ]|[^\W\d_a-z][\w.'’ʼ-]*(?:\s+|$)|{_PARTICLE}-[^\W\d_]+(?:\s+|$)){{1,7}}"
)
MAX_LENGTH = 140
"""A longer line is no byline."""


@dataclass(frozen=True)
class Byline:
    """Who is credited: people, or a wire service; neither where only a desk is named."""

    authors: tuple[str, ...] = ()
    agency: str | None = None


def read_byline(text: str) -> Byline | None:
    """Read a line that begins with "By"; None where it is no byline."""
    opening = _OPENING.match(text)
    if opening is None or len(text) > MAX_LENGTH:
        return None
    if text[opening.end() - 1 : opening.end()].isspace() and text[:2] == "by":
        return None
    return read_names(text[opening.end() :])


def read_names(text: str) -> Byline | None:
    """Read "Jane Doe in Baghdad and John Roe"; None where a part is no name."""
    if _NO_NAME.search(text) or text.endswith((".", "?", "!", ":")):
        return None
    authors: list[str] = []
    agencies: list[str] = []
    for part in _BETWEEN.split(text):
        name = _FOR.sub("", _PLACE.sub("", part.strip())).strip()
        if not name:
            continue
        if is_agency(name):
            agencies.append(agency_name(name))
        elif _ROLE.search(name):
            continue
        elif _is_name(name):
            authors.append(_plain_case(name))
        elif not authors:
            return None
    if not authors and not agencies and not _ROLE.search(text):
        return None
    return Byline(tuple(dict.fromkeys(authors)), "/".join(agencies) or None)


def are_names(text: str) -> bool:
    """Say whether a line could be a few people's names and nothing else: "Jane Doe in Dubai"."""
    byline = read_names(text)
    return byline is not None and all(2 <= len(name.split()) <= 3 for name in byline.authors)


def _is_name(text: str) -> bool:
    if text.casefold().startswith(("the ", "a ", "an ")):
        return False
    return len(text) <= 60 and _NAME.fullmatch(f"{text} ".strip()) is not None


def _plain_case(name: str) -> str:
    """JANE DOE is Jane Doe; any other form is kept."""
    if name.isupper() and len(name) > 3 and " " in name:
        return re.sub(r"[^\W\d_]+", lambda word: word[0].capitalize(), name)
    return name
