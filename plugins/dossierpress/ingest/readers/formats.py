"""Which reader reads a clipping: judged by its content first, then by its name."""

import importlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from dossierpress.errors import Problem
from dossierpress.ingest.clipping import Clipping
from dossierpress.ingest.readers import signs
from dossierpress.ingest.story import Story
from dossierpress.ingest.web.signs import is_feed, is_mhtml, is_page

Found = Story | Problem


@dataclass(frozen=True)
class Format:
    """A kind of clipping.

    Attributes:
        name: what messages call it.
        module: the reader, below `dossierpress.ingest.readers`.
        recognises: whether a clipping is of this format.
        extra: the extra of the package that brings the libraries it needs, if any.
    """

    name: str
    module: str
    recognises: Callable[[Clipping], bool]
    extra: str | None = None


FORMATS: tuple[Format, ...] = (
    Format("PDF", "pdf", signs.is_pdf, "pdf"),
    Format("Word documents", "docx", signs.is_docx, "office"),
    Format("RTF", "rtf", signs.is_rtf, "office"),
    Format("MHTML", "mhtml", is_mhtml, "html"),
    Format("feeds", "feeds", is_feed, "feeds"),
    Format("web pages", "html", is_page, "html"),
    Format("mail", "eml", signs.is_mail),
    Format("RIS", "ris", signs.is_ris, "bib"),
    Format("BibTeX", "bibtex", signs.is_bibtex, "bib"),
    Format("CSL-JSON and Zotero", "csl", signs.is_csl),
    Format("exports of databases", "exports.text", signs.is_export),
    Format("plain text", "text", lambda clipping: True),
)
"""The formats, in the order in which they are tried; plain text takes, or refuses, the rest."""


def read_clipping(clipping: Clipping, publisher: str | None = None) -> Iterator[Found]:
    """Yield the stories of a clipping and the problems of what cannot be used.

    Args:
        clipping: raw captured input.
        publisher: who published it, where the curator says so.
    """
    chosen = next(format_ for format_ in FORMATS if format_.recognises(clipping))
    try:
        reader = importlib.import_module(f"dossierpress.ingest.readers.{chosen.module}")
    except ModuleNotFoundError as error:
        if chosen.extra is None:
            raise
        message = f"reading {chosen.name} needs {error.name}, which is not installed"
        hint = f"run: pip install 'dossierpress[{chosen.extra}]'"
        yield Problem(clipping.name, 1, "DP520", message, hint)
        return
    yield from reader.read(clipping, publisher)
