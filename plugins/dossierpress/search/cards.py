"""What a result shows of its document, in blocks of a few documents."""

import json
from collections.abc import Iterator, Sequence

from dossierpress.search.document import Document

BLOCK = 10
"""How many cards a block has; ten results mostly stand in ten blocks."""


def blocks(documents: Sequence[Document]) -> Iterator[bytes]:
    """Yield the blocks in the order of the documents' numbers, as JSON."""
    for start in range(0, len(documents), BLOCK):
        cards = [_card(document) for document in documents[start : start + BLOCK]]
        yield json.dumps(cards, ensure_ascii=False, separators=(",", ":")).encode()


def _card(document: Document) -> list[object]:
    facets = document.facets
    card: list[object] = [
        document.kind,
        document.url,
        document.shown,
        document.excerpt,
        document.language,
    ]
    if facets:
        card += [document.day, facets.publisher, facets.topics]
    return card
