"""The tail of a story: what a site puts below the last paragraph.

Below a label ("Related", "Read more", "Topics: …") stand headlines of other stories. No sentence
is ever taken for one: the tail begins below the last of them.
"""

from collections.abc import Sequence

from dossierpress.ingest.caption import read_caption
from dossierpress.ingest.headline import ends_sentence
from dossierpress.ingest.kinds import Kind, Part
from dossierpress.ingest.noise import opens_list

LONGEST = 20
"""A line of more words is no headline of another story."""

_NO_TEXT = frozenset({
    Kind.NOISE, Kind.SIGNATURE, Kind.URL, Kind.HEADER, Kind.HEADING, Kind.RULE, Kind.END,
})  # fmt: skip


def find_tail(parts: Sequence[Part]) -> int:
    """Return the position of the label that opens the tail; the number of parts if there is none.

    Args:
        parts: the text of one story, and what stands below it.
    """
    start = len(parts)
    while start and not _is_text(parts[start - 1]):
        start -= 1
    return next((at for at in range(start, len(parts)) if opens_list(parts[at].text)), len(parts))


def _is_text(part: Part) -> bool:
    if part.kind in _NO_TEXT:
        return False
    if part.kind is Kind.CAPTION:
        caption = read_caption(part.text)
        return caption is None or not caption.sure
    if part.kind in (Kind.HEADLINE, Kind.BULLET):
        return ends_sentence(part.text) or len(part.text.split()) > LONGEST
    return True
