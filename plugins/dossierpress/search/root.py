"""The small file that a reader's browser reads first: what all others are found by."""

import json
from collections.abc import Sequence

from dossierpress.search.cards import BLOCK
from dossierpress.search.document import BOOSTS, FIELDS
from dossierpress.search.inverted import Inverted


def root(index: Inverted, terms: Sequence[str], names: Sequence[str], version: str) -> bytes:
    """Return the root as JSON.

    Args:
        index: the whole index.
        terms: where each shard of terms begins; `names` where each of names does.
        version: of the index; it stands in the address of each file that belongs to it.
    """
    total = len(index.documents)
    content = {
        "version": version,
        "documents": total,
        "pages": index.pages,
        "articles": index.articles,
        "averages": [sum(lengths) / total if total else 0 for lengths in index.lengths],
        "boosts": BOOSTS,
        "lengths": _runs(index.lengths[len(FIELDS) - 1]),
        "block": BLOCK,
        "terms": list(terms),
        "names": list(names),
    }
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()


def _runs(lengths: Sequence[int]) -> list[tuple[int, int]]:
    """Return each number from which on bodies have another length, and the length."""
    return [
        (number, length)
        for number, length in enumerate(lengths)
        if number == 0 or lengths[number - 1] != length
    ]
