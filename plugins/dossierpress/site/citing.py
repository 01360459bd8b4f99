"""How a page says that what it shows is cited."""

from dataclasses import replace

from dossierpress.citation.bibtex import bibtex
from dossierpress.citation.csl import csl
from dossierpress.citation.plain import plain
from dossierpress.citation.reference import Reference
from dossierpress.citation.ris import ris
from dossierpress.language.words import Words
from dossierpress.site.facts import safe_url
from dossierpress.site.model import Citation, Form


def citation(words: Words, reference: Reference) -> Citation:
    """Return a reference in each form that a reader may copy; odd addresses are left out."""
    url, archived = safe_url(reference.url), safe_url(reference.archived)
    if (url, archived) != (reference.url, reference.archived):
        reference = replace(reference, url=url, archived=archived)
    return Citation(
        plain(reference, words),
        (
            Form("BibTeX", bibtex(reference).strip()),
            Form("RIS", ris(reference).replace("\r\n", "\n").strip()),
            Form("CSL-JSON", csl(reference).strip()),
        ),
    )
