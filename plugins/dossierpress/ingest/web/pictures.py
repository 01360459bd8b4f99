"""The captions of a page's pictures, each with the credit that is the picture's own."""

import re
from copy import deepcopy

from lxml.html import HtmlElement

from dossierpress.ingest.caption import read_caption
from dossierpress.ingest.headline import headline_key
from dossierpress.ingest.web.page import Page, text_of
from dossierpress.ingest.web.scenery import in_scenery
from dossierpress.model import Image

_CREDIT = re.compile(r"credit|copyright|photographer|source|attribution|byline", re.IGNORECASE)
_LABEL = re.compile(
    r"^(?:photo(?:graph)?|image|picture)?\s*(?:credit|by|source|copyright)?\s*[:：]\s*|^©\s*", re.I
)
_MAX = 50


def read_pictures(page: Page) -> tuple[Image, ...]:
    """Return the captions of the figures in a page's story, in order, each once."""
    found: dict[str, Image] = {}
    for caption in page.tree.xpath("//figcaption|//*[contains(@class,'wp-caption-text')]"):
        if _elsewhere(caption):
            continue
        image = _read(caption)
        if image is not None and len(found) < _MAX:
            found.setdefault(headline_key(image.caption), image)
    return tuple(found.values())


def _read(caption: HtmlElement) -> Image | None:
    rest = deepcopy(caption)
    named: list[str] = []
    for element in list(rest.iterdescendants()):
        if _is_credit(element) and rest in element.iterancestors():
            named.append(text_of(element))
            element.drop_tree()
    words = text_of(rest)
    credit = next((_LABEL.sub("", text).strip(" ()[]|") for text in named if text), None)
    if not words:
        return None
    read = read_caption(words) if credit is None else None
    return Image(read.text, read.credit) if read is not None else Image(words, credit or None)


def _is_credit(element: HtmlElement) -> bool:
    if not isinstance(element.tag, str):
        return False
    named = _CREDIT.search(element.get("class") or "") is not None
    return named or element.tag == "small" or element.get("itemprop") == "copyrightHolder"


def _elsewhere(caption: HtmlElement) -> bool:
    """Whether a caption belongs to another story that the page leads to."""
    figure = next(caption.iterancestors("figure"), None)
    if figure is not None and any(parent.tag == "a" for parent in figure.iterancestors()):
        return True
    return in_scenery(figure if figure is not None else caption)
