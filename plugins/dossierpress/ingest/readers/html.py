"""Reads saved web pages: one page, one story."""

from collections.abc import Iterator

from dossierpress.errors import Problem
from dossierpress.ingest.clipping import Clipping
from dossierpress.ingest.sniff import MAX_BYTES
from dossierpress.ingest.story import Story
from dossierpress.ingest.web.page import parse_page
from dossierpress.ingest.web.telling import tell


def read(clipping: Clipping, publisher: str | None = None) -> Iterator[Story | Problem]:
    """Yield the story of a page, or the problem of a page that is none."""
    if len(clipping.data) > MAX_BYTES:
        size = f"{len(clipping.data) // 1024**2} MB; a page has at most {MAX_BYTES // 1024**2} MB"
        hint = "save it without its pictures"
        yield Problem(clipping.name, 1, "DP521", f"is {size}", hint)
        return
    page = parse_page(clipping)
    yield page if isinstance(page, Problem) else tell(page, clipping.captured_at, publisher)
