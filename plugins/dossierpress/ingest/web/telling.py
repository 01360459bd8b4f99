"""A page as a story: its fields and its text put together."""

from copy import deepcopy

from lxml.html import HtmlElement

from dossierpress.edtf import When
from dossierpress.errors import Problem
from dossierpress.ingest.headline import headline_key
from dossierpress.ingest.story import Story
from dossierpress.ingest.web.block import Block, compose
from dossierpress.ingest.web.choice import choose_body
from dossierpress.ingest.web.jsonld import plain
from dossierpress.ingest.web.moments import read_moments
from dossierpress.ingest.web.page import Page, text_of
from dossierpress.ingest.web.pictures import read_pictures
from dossierpress.ingest.web.scenery import NAMES
from dossierpress.ingest.web.stated import Stated, likeness, read_stated
from dossierpress.ingest.web.teasers import teasers
from dossierpress.ingest.web.tokens import tokens_of
from dossierpress.ingest.web.trimming import without_captions, without_credit, without_dateline
from dossierpress.ingest.web.words import Words, names_of, read_words

PLACE = "page"
"""Where a page's story stands in its clipping: all over it."""
_SMALL_PART = 0.35
_ABOUT_IT = 0.3
_TEASER = 150


def tell(page: Page, captured: When | None, publisher: str | None = None) -> Story | Problem:
    """Return the story of a page; a `Problem` where it has no headline."""
    stated = read_stated(page)
    words = read_words(page, stated)
    if words.title is None:
        hint = "add the story as a text file with its headline on a line of its own"
        return Problem(page.name, 1, "DP506", "a page without a headline", hint)
    captured = captured or page.saving.captured
    own = stated.article.raw("articleBody") if stated.article else None
    names = frozenset(map(headline_key, names_of(page, words)))
    body = choose_body(page, without_scenery(page.tree), own, names)
    images = read_pictures(page)
    blocks, agency = without_credit(without_captions(body.blocks, images))
    blocks, dateline = without_dateline(blocks)
    standfirst = _standfirst(words, blocks)
    return Story(
        title=words.title,
        body=compose(blocks),
        first=1,
        last=1,
        subtitle=words.subtitle,
        publisher=words.publisher,
        agency=words.agency or agency or (dateline.agency if dateline else None),
        authors=words.authors,
        dateline=dateline.place if dateline else None,
        url=words.url,
        archived_url=words.archived_url,
        language=words.language,
        section=words.section,
        standfirst=(standfirst,) if standfirst else (),
        images=images,
        stamps=read_moments(page, stated, captured),
        anchors=("HTML page", body.reason),
        place=PLACE,
        captured=captured,
        problems=(*page.problems, *_doubts(page, stated, blocks)),
    )


def without_scenery(tree: HtmlElement) -> HtmlElement:
    """Return a copy of a page without what its own names say is no story, and without teasers.

    A part that holds the headline or much of the page's text stays, whatever it is called.
    """
    copy = deepcopy(tree)
    whole = len(text_of(copy)) or 1
    for element in list(copy.iter()):
        if not isinstance(element.tag, str) or element.tag in (
            "html",
            "head",
            "body",
            "article",
            "main",
            "p",
            "h1",
        ):
            continue
        named = any(NAMES.search(element.get(key) or "") for key in ("class", "id"))
        if not named or element.getparent() is None:
            continue
        small = len("".join(element.itertext())) < _SMALL_PART * whole
        if small and next(element.iter("h1", "article", "main"), None) is None:
            element.drop_tree()
    for teaser in teasers(copy):
        if next(teaser.iter("h1", "main"), None) is None and teaser.getparent() is not None:
            teaser.drop_tree()
    return copy


def _standfirst(words: Words, blocks: tuple[Block, ...]) -> str | None:
    """The description, where it is about this story and not its first words once more."""
    if words.description is None or len(words.description.split()) < 5:
        return None
    key = headline_key(words.description)
    text = headline_key(" ".join(block.text for block in blocks))
    opening = " ".join(key.split()[:8])
    if key in text or opening in text or key == headline_key(words.title or ""):
        return None
    if likeness(words.description, f"{words.title} {text}") < _ABOUT_IT:
        return None
    return words.description


def _doubts(page: Page, stated: Stated, blocks: tuple[Block, ...]) -> tuple[Problem, ...]:
    """What a curator should look at: no text, or only the beginning of one."""
    if not blocks:
        hint = "add the text below the headline, or keep the article as a metadata record"
        return (Problem(page.name, 1, "DP514", "a headline without a text", hint),)
    article = stated.article
    count = tokens_of(" ".join(block.text for block in blocks)).total
    stated_count = article.text("wordCount") if article else None
    whole = int(stated_count) if stated_count and stated_count.isdecimal() else 0
    closed = (
        article is not None
        and plain(str(article.data.get("isAccessibleForFree"))).lower() == "false"
    )
    if not (whole > 2 * count or (closed and count < _TEASER)):
        return ()
    of = (
        f"{count} words of {whole}" if whole > count else f"{count} words of a page for subscribers"
    )
    hint = "save the page while you are signed in, or set rights: metadata"
    return (Problem(page.name, 1, "DP522", f"perhaps only the beginning of the text: {of}", hint),)
