"""Reads exports that were saved as plain text."""

from collections.abc import Iterator

from dossierpress.errors import Problem
from dossierpress.ingest.clipping import Clipping
from dossierpress.ingest.decode import decode
from dossierpress.ingest.readers.exports.layouts import find_layout
from dossierpress.ingest.readers.exports.read import read_lines
from dossierpress.ingest.sniff import refuse
from dossierpress.ingest.story import Story


def read(clipping: Clipping, publisher: str | None = None) -> Iterator[Story | Problem]:
    """Yield the documents of an export."""
    text = refuse(clipping) or decode(clipping)
    if isinstance(text, Problem):
        yield text
        return
    yield from text.problems
    layout = find_layout([line.text for line in text.lines])
    assert layout is not None  # noqa: S101  # `signs.is_export` found it in the same lines
    yield from read_lines(clipping.name, text.lines, layout)
