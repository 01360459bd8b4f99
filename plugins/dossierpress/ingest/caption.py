"""Captions: a picture's words, and the credit that is the picture's, not the story's."""

import re
from dataclasses import dataclass

from dossierpress.ingest.agencies import is_agency

MAX_LENGTH = 600
"""A longer line is no caption."""

_PHOTO = (
    r"photo|photograph|photographer|file|image|images|picture|courtesy|handout|getty|screengrab|screenshot|"
    r"screen grab|supplied|shutterstock|social media|via|satellite|archive|archives|archived|"
    r"epa|epa-efe|صورة|أرشيف|ارشيف"
)
_CREDIT = re.compile(r"\s*[(\[](?P<credit>[^()\[\]]{2,90})[)\]]\.?$")
_SLASH_CREDIT = re.compile(r"(?<=[.!?”\"]) (?P<credit>(?:REUTERS|AFP|AP|EPA)/[^.]{2,60})\.?$")
_NAMED_CREDIT = re.compile(
    r"(?:\s*\|)?\s+(?:photo(?:graph)?|image|picture|photo credit|image credit|credit)"
    r"(?: by|:)\s*(?P<credit>[^.|]{2,60})\.?$",
    re.IGNORECASE,
)
_OPENING = re.compile(
    r"^(?:file (?:photo|image|picture)|(?:photo )?caption|in this (?:file )?photo)\s*[:：]\s*|"
    r"^image caption\s*[:：]?\s*|^(?:photo|image|picture)\s*[:：]\s*(?=\S+ \S+ \S+)",
    re.IGNORECASE,
)
_STRONG = re.compile(rf"\b(?:{_PHOTO})\b|[^\W\d_]/[^\W\d_]", re.IGNORECASE)


@dataclass(frozen=True)
class Caption:
    """A picture's words.

    Attributes:
        sure: whether the words can be nothing but a caption; "(AFP)" alone ends a story as well.
    """

    text: str
    credit: str | None
    sure: bool


def read_caption(line: str) -> Caption | None:
    """Read a line as a caption; None where nothing says that it is one."""
    if len(line) > MAX_LENGTH:
        return None
    opening = _OPENING.match(line)
    words = line[opening.end() :] if opening else line
    for form in (_CREDIT, _SLASH_CREDIT, _NAMED_CREDIT):
        match = form.search(words)
        if match is None or not words[: match.start()].strip():
            continue
        credit = match["credit"].strip()
        strong = form is not _CREDIT or bool(_STRONG.search(credit))
        if strong or is_agency(credit):
            text = words[: match.start()].strip()
            return Caption(text, credit, sure=strong or opening is not None)
    return Caption(words, None, sure=True) if opening and words else None
