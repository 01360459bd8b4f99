"""What every reader of documents refuses in the same words."""

from dossierpress.errors import Problem
from dossierpress.ingest.clipping import Clipping
from dossierpress.ingest.sniff import MAX_BYTES


def too_large(clipping: Clipping) -> Problem | None:
    """Return the refusal of a clipping that is larger than any may be."""
    size = len(clipping.data)
    if size <= MAX_BYTES:
        return None
    limit = MAX_BYTES // 1024**2
    message = f"is {size // 1024**2} MB; a clipping has at most {limit} MB"
    return Problem(clipping.name, 1, "DP502", message, "split it into smaller files")


def empty(clipping: Clipping) -> Problem:
    """Return the refusal of a document without a word."""
    hint = "check that the copy or the download worked"
    return Problem(clipping.name, 1, "DP501", "there is no text in it", hint)
