"""Anchors: the lines that show that a story begins near them."""

from dossierpress.ingest.headers import read_header
from dossierpress.ingest.kinds import Kind, Part
from dossierpress.ingest.links import bare_url, is_social
from dossierpress.ingest.signature import read_signature


def is_anchor(part: Part) -> bool:
    """Say whether a line by its own words shows that a story begins near it."""
    if part.kind in (Kind.HEADER, Kind.HEADING):
        return True
    if part.kind is Kind.URL:
        return not is_social(bare_url(part.text) or "")
    if part.kind is Kind.SIGNATURE:
        signature = read_signature(part.text, part.line.first)
        return signature is not None and signature.is_anchor
    return False


def names_title(part: Part) -> bool:
    """Say whether a line says of itself that it is the headline."""
    if part.kind is Kind.HEADER:
        header = read_header(part.text)
        return header is not None and header.key == "title"
    return part.kind is Kind.HEADING
