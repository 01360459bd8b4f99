"""Lists of other stories: at least three neighbours, each with a linked heading and few words.

Extractors take their few words for paragraphs of the story where nothing in a class or an id says
what they are. Live blogs and listicles have such neighbours as well, but link their headings to
themselves or not at all.
"""

import re
from collections.abc import Iterable, Mapping

from lxml.html import HtmlElement

_HEADINGS = ("h2", "h3", "h4", "h5", "h6")
_FEWEST = 3
_LONGEST = 500
"""A teaser of more characters is no teaser."""
_SMALL_PART = 0.35
"""Without a heading that announces them, teasers are a smaller part of a page's text than this."""
_CLIMB = 4
"""So many levels above its heading a teaser may begin."""
_ANNOUNCED = re.compile(
    r"(?:more|related|read (?:more|next|also)|latest (?:news|stories|headlines|articles|posts|from)"
    r"|most (?:read|popular)|you (?:may|might)"
    r"|recommended|also (?:in|on|read)|trending|popular|don.t miss|up next|elsewhere|editor"
    r"|mehr|weitere|lesen sie|à lire|lire aussi|sur le même|lea también|más (?:noticias|sobre)"
    r"|leggi anche|leia (?:mais|também)|lees ook|اقرأ|مواضيع|أخبار ذات|بیشتر|مطالب مرتبط)\b",
    re.IGNORECASE,
)


def teasers(tree: HtmlElement) -> list[HtmlElement]:
    """Return the teasers of a page, each the element that holds its heading and its words."""
    whole = _length(tree) or 1
    found: dict[HtmlElement, None] = {}
    for parent, children in _neighbours(tree).items():
        if len(children) < _FEWEST or any(_length(child) > _LONGEST for child in children):
            continue
        is_small = sum(map(_length, children)) < _SMALL_PART * whole
        if is_small or _is_announced(parent, children[0]):
            found.update(dict.fromkeys(children))
    return list(found)


def _neighbours(tree: HtmlElement) -> Mapping[HtmlElement, list[HtmlElement]]:
    """Return by their parent the elements that hold exactly one linked heading."""
    branches: dict[HtmlElement, list[HtmlElement]] = {}
    twice: set[HtmlElement] = set()
    for heading in tree.iter(*_HEADINGS):
        if not _leads_elsewhere(heading):
            continue
        child = heading
        for _ in range(_CLIMB):
            parent = child.getparent()
            if parent is None or parent.tag in ("body", "html"):
                break
            known = branches.setdefault(parent, [])
            if known and known[-1] is child:
                twice.add(child)
            else:
                known.append(child)
            child = parent
    return {
        parent: [child for child in children if child not in twice]
        for parent, children in branches.items()
    }


def _leads_elsewhere(heading: HtmlElement) -> bool:
    links = [*heading.iter("a"), *_ancestors(heading)]
    return any(link.tag == "a" and _is_address(link.get("href") or "") for link in links)


def _ancestors(element: HtmlElement) -> Iterable[HtmlElement]:
    for _ in range(2):
        parent = element.getparent()
        if parent is None:
            return
        yield parent
        element = parent


def _is_address(href: str) -> bool:
    return bool(href) and "#" not in href and not href.startswith(("javascript:", "mailto:"))


def _is_announced(parent: HtmlElement, first: HtmlElement) -> bool:
    """Say whether the words before the first teaser announce other stories."""
    before = [first.getprevious(), parent.getprevious()]
    return any(
        element is not None
        and len(text := " ".join("".join(element.itertext()).split())) < 60
        and _ANNOUNCED.match(text) is not None
        for element in before
    )


def _length(element: HtmlElement) -> int:
    return len(" ".join("".join(element.itertext()).split()))
