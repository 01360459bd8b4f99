"""Reads plain text: decode, split into stories, read each."""

from collections.abc import Iterator

from dossierpress.errors import Problem
from dossierpress.ingest.clipping import Clipping
from dossierpress.ingest.decode import decode
from dossierpress.ingest.segment import segment
from dossierpress.ingest.sniff import refuse
from dossierpress.ingest.story import Story, read_story


def read(clipping: Clipping, publisher: str | None = None) -> Iterator[Story | Problem]:
    """Yield the stories of a text, then the problems of what belongs to none of them."""
    refusal = refuse(clipping)
    if refusal is not None:
        yield refusal
        return
    text = decode(clipping)
    if isinstance(text, Problem):
        yield text
        return
    yield from text.problems
    found = segment(clipping.name, text.lines)
    yield from found.problems
    for part in found.segments:
        yield read_story(clipping.name, part, publisher)
