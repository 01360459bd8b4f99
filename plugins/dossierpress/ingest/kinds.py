"""What each line of a clipping looks like, by its own words alone.

The recognisers stand in one table and are tried in order; the first that knows the line decides.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from dossierpress.ingest.caption import read_caption
from dossierpress.ingest.dateline import read_dateline
from dossierpress.ingest.headers import read_header
from dossierpress.ingest.headline import may_be_headline
from dossierpress.ingest.lines import Line
from dossierpress.ingest.links import bare_url
from dossierpress.ingest.noise import is_noise
from dossierpress.ingest.signature import read_signature


class Kind(StrEnum):
    """What a line looks like."""

    RULE = "rule line"
    END = "end mark"
    SIGNATURE = "byline or stamp"
    URL = "bare URL"
    HEADER = "labelled line"
    HEADING = "Markdown heading"
    NOISE = "share or read-more line"
    BULLET = "bullet"
    CAPTION = "caption"
    DATELINE = "dateline"
    HEADLINE = "headline"
    PROSE = "text"


TEXT = frozenset({Kind.DATELINE, Kind.HEADLINE, Kind.PROSE})
"""The kinds that are plain words."""


@dataclass(frozen=True, slots=True)
class Part:
    """A line and what it looks like."""

    line: Line
    kind: Kind

    @property
    def text(self) -> str:
        """The words of the line."""
        return self.line.text


_RULE = re.compile(r"([-*=_~#+—–―─═])(?:\s*\1){2,}\s*")
_END = re.compile(r"[-–—*# ]*(?:ends?|30)[-–—*# ]*", re.IGNORECASE)
BULLET = re.compile(r"[•●▪■◦‣·∙►▸➤](?:\s*|$)|[-–*]\s+(?=\S)")
"""What opens a bullet line."""
HEADING = re.compile(r"#\s+(?=\S)")
"""What opens a headline in Markdown."""


def _is_end(text: str) -> bool:
    return (
        len(text) < 20
        and not text[0].isdigit()
        and _END.fullmatch(text) is not None
        and (not text.isalpha() or text in ("ENDS", "END", "Ends"))
    )


RECOGNISERS: tuple[tuple[Kind, Callable[[str], bool]], ...] = (
    (Kind.RULE, lambda text: _RULE.fullmatch(text) is not None),
    (Kind.END, _is_end),
    (Kind.NOISE, is_noise),
    (Kind.URL, lambda text: bare_url(text) is not None),
    (Kind.SIGNATURE, lambda text: read_signature(text, 0) is not None),
    (Kind.HEADING, lambda text: HEADING.match(text) is not None and may_be_headline(text)),
    (Kind.HEADER, lambda text: read_header(text) is not None),
    (Kind.BULLET, lambda text: BULLET.match(text) is not None),
    (Kind.CAPTION, lambda text: read_caption(text) is not None),
    (Kind.DATELINE, lambda text: _is_dateline(text)),
    (Kind.HEADLINE, may_be_headline),
)
"""The recognisers, in the order in which they are tried; what none knows is prose."""


@lru_cache(maxsize=8192)  # asked twice of each line: to join wrapped lines, and of what was joined
def classify(text: str) -> Kind:
    """Return what a line of words looks like."""
    return next((kind for kind, knows in RECOGNISERS if knows(text)), Kind.PROSE)


def _is_dateline(text: str) -> bool:
    """A mere "BASRA: …" without a sentence's end is a headline; any other dateline opens a text."""
    dateline = read_dateline(text)
    if dateline is None:
        return False
    return not dateline.bare or not may_be_headline(text)
