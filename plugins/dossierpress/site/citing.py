"""How a page says that what it shows is cited."""

from dataclasses import replace

from dossierpress.citation.bibtex import bibtex
from dossierpress.citation.csl import csl
from dossierpress.citation.plain import plain
from dossierpress.citation.reference import Reference
from dossierpress.citation.ris import ris
from dossierpress.language.direction import direction
from dossierpress.language.words import Words
from dossierpress.site.facts import safe_url
from dossierpress.site.model import Citation, Form

_EDGE = "\ue000"
"""A sign for private use."""


def citation(words: Words, reference: Reference) -> Citation:
    """Return a reference in each form that a reader may copy; odd addresses are left out."""
    url, archived = safe_url(reference.url), safe_url(reference.archived)
    if (url, archived) != (reference.url, reference.archived):
        reference = replace(reference, url=url, archived=archived)
    return Citation(
        _sentence(words, reference),
        (
            Form("BibTeX", bibtex(reference).strip()),
            Form("RIS", ris(reference).replace("\r\n", "\n").strip()),
            Form("CSL-JSON", csl(reference).strip()),
        ),
    )


def _sentence(words: Words, reference: Reference) -> tuple[str, ...]:
    """Return a reference as a sentence; texts that run the other way are apart in it."""
    if direction(reference.language or words.language) == words.direction:
        return (plain(reference, words),)
    apart = replace(
        reference,
        title=_apart(reference.title),
        authors=tuple(_apart(name) for name in reference.authors),
        container=_apart(reference.container or ""),
        agency=_apart(reference.agency or ""),
        url=_apart(reference.url or ""),
        archived=_apart(reference.archived or ""),
    )
    return tuple(plain(apart, words).split(_EDGE))


def _apart(text: str) -> str:
    """Return a text with a mark on either side, of which it has none itself."""
    return f"{_EDGE}{text.replace(_EDGE, '')}{_EDGE}" if text else ""
