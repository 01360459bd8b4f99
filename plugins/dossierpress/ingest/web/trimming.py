"""Takes out of a text what has a field of its own: captions, dateline and wire service."""

from dataclasses import replace

from dossierpress.ingest.agencies import agency_name, is_agency
from dossierpress.ingest.dateline import Dateline, read_dateline
from dossierpress.ingest.headline import headline_key
from dossierpress.ingest.markdown import escape_inline, escape_opening
from dossierpress.ingest.web.block import Block, Shape
from dossierpress.model import Image


def without_captions(blocks: tuple[Block, ...], images: tuple[Image, ...]) -> tuple[Block, ...]:
    """Take out of a text what is the caption of one of its pictures."""
    captions = {headline_key(f"{image.caption} {image.credit or ''}") for image in images}
    captions |= {headline_key(image.caption) for image in images}
    return tuple(block for block in blocks if block.key not in captions)


def without_credit(blocks: tuple[Block, ...]) -> tuple[tuple[Block, ...], str | None]:
    """Take a wire service's name off the end of a text: "— AFP", "(Reuters)"."""
    if not blocks:
        return blocks, None
    words = blocks[-1].text.strip("()[]-–—/. ")
    return (blocks[:-1], agency_name(words)) if words and is_agency(words) else (blocks, None)


def without_dateline(blocks: tuple[Block, ...]) -> tuple[tuple[Block, ...], Dateline | None]:
    """Take the dateline off the first paragraph; one that holds a link is read and stays."""
    if not blocks or blocks[0].shape is not Shape.PARAGRAPH:
        return blocks, None
    first = blocks[0]
    found = read_dateline(first.text)
    if found is None:
        return blocks, None
    taken = escape_inline(first.text[: len(first.text) - len(found.rest)])
    if not first.markdown.startswith(taken):
        return blocks, found
    rest = escape_opening(first.markdown.removeprefix(taken))
    return (replace(first, text=found.rest, markdown=rest), *blocks[1:]), found
