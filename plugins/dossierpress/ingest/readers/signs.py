"""By what the content of a clipping shows its format; nothing is imported that could be missing."""

import re

from dossierpress.ingest.clipping import Clipping
from dossierpress.ingest.decode import Text, decode
from dossierpress.ingest.readers.exports.layouts import find_layout
from dossierpress.ingest.sniff import refuse

_BOM = b"\xef\xbb\xbf"
_RIS = re.compile(rb"\s*TY {1,2}- ")
_BIBTEX = re.compile(rb"(?:\s|%[^\n]*\n)*@[A-Za-z]{3,20}\s*[{(]")
_CSL = re.compile(rb'"(?:container-title|issued|date-parts|citation-key|id)"\s*:')
_MAIL_HEADER = re.compile(
    rb"([A-Za-z][A-Za-z0-9-]{1,40}):[ \t]?[^\r\n]*\r?\n(?:[ \t]+[^\r\n]*\r?\n)*"
)
_MAIL_ONLY = frozenset(
    b"received message-id mime-version return-path delivered-to dkim-signature list-id "
    b"list-unsubscribe content-transfer-encoding".split()
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SEALED = "EncryptedPackage".encode("utf-16-le")


def is_pdf(clipping: Clipping) -> bool:
    """Say whether the mark of a PDF stands within the first kilobyte, as its readers allow."""
    return b"%PDF-" in clipping.data[:1024] and not clipping.data.lstrip().startswith(b"<")


def is_docx(clipping: Clipping) -> bool:
    """Say whether this is a ZIP archive with a Word document, or one under a password."""
    data = clipping.data
    if data.startswith(_OLE):
        return _SEALED in data
    return data.startswith(b"PK\x03\x04") and b"word/document" in data


def is_rtf(clipping: Clipping) -> bool:
    """Say whether the content begins as RTF does."""
    return clipping.data.removeprefix(_BOM).lstrip()[:5] == b"{\\rtf"


def is_mail(clipping: Clipping) -> bool:
    """Say whether the content begins with the headers of a mail."""
    start = clipping.data[:16384].removeprefix(_BOM)
    if start.startswith(b"From "):
        start = start.partition(b"\n")[2]
    names: list[bytes] = []
    position = 0
    while match := _MAIL_HEADER.match(start, position):
        names.append(match[1].lower())
        position = match.end()
    return len(_MAIL_ONLY.intersection(names)) >= 1 and bool({b"from", b"subject"} & {*names})


def is_export(clipping: Clipping) -> bool:
    """Say whether a text is laid out as Nexis, Factiva or ProQuest print their documents."""
    if refuse(clipping) is not None:
        return False
    text = decode(clipping)
    return isinstance(text, Text) and find_layout([line.text for line in text.lines]) is not None


def is_ris(clipping: Clipping) -> bool:
    """Say whether the first words are those of a RIS entry."""
    return _RIS.match(clipping.data[:200].removeprefix(_BOM)) is not None


def is_bibtex(clipping: Clipping) -> bool:
    """Say whether the first words are those of a BibTeX entry."""
    return _BIBTEX.match(clipping.data[:4096].removeprefix(_BOM)) is not None


def is_csl(clipping: Clipping) -> bool:
    """Say whether this is JSON with the keys of CSL or of Zotero."""
    start = clipping.data[:8192].removeprefix(_BOM).lstrip()
    if not start.startswith((b"[", b"{")) or b"jsonfeed.org" in start:
        return False
    csl = _CSL.search(start) is not None and re.search(rb'"type"\s*:', start) is not None
    return csl or b'"itemType"' in start
