"""Breadcrumbs: the path by which a site leads to a story, as "Home / World / Middle East"."""

import re
from dataclasses import dataclass

_SEPARATOR = re.compile(r"\s*[|/>›»]\s*")
MAX_LENGTH = 200
"""A longer line is no path."""

_HOME = frozenset({"home", "homepage", "home page", "front page", "الرئيسية", "accueil", "inicio"})


@dataclass(frozen=True)
class Breadcrumb:
    """A path without its "Home".

    Attributes:
        section: its last part.
        above: the parts before.
    """

    section: str
    above: tuple[str, ...] = ()


def read_breadcrumb(text: str) -> Breadcrumb | None:
    """Read a path of short names, or of any that begins at home; None where a line is none."""
    parts = tuple(filter(None, _SEPARATOR.split(text.strip())))
    if len(parts) < 2 or len(text) > MAX_LENGTH:
        return None
    at_home = parts[0].casefold() in _HOME
    if not at_home and not all(len(part.split()) <= 2 for part in parts):
        return None
    names = parts[1:] if at_home else parts
    return Breadcrumb(names[-1], names[:-1])
