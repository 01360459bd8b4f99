"""Where on a page a story is not: navigation, lists of other stories, comments, notices."""

import re
from collections.abc import Iterator
from copy import deepcopy

from lxml.html import HtmlElement

NAMES = re.compile(
    r"(?:^|[\s_-])(?:related|recirc\w*|recommend\w*|more-stories|morestories|read-?more|read-?next|"
    r"most-?read|most-?popular|popular|trending|latest-?news|also-?read|see-?also|up-?next|"
    r"newsletter\w*|subscri\w*|sign-?up|share\w*|sharing|social\w*|follow-us|cookie\w*|consent\w*|"
    r"gdpr|onetrust\w*|comments?|comment-?list|discussions?|repl(?:y|ies)|talkback|disqus\w*|respond|taboola\w*|outbrain\w*|promo\w*|"
    r"advert\w*|ad-slot|adsbygoogle|sponsor\w*|breadcrumbs?|tags?-?list|tag-?cloud|article-?tags|"
    r"author-?bio|about-?author|author-?box|print-?only|toolbar|widget\w*|sidebar\w*|banner\w*|"
    r"site-?footer|site-?header|skip-?link\w*|live-?ticker|poll|quiz)(?:$|[\s_-])",
    re.IGNORECASE,
)
"""Words of a class or an id by which sites name what stands round a story."""
_TAGS = frozenset({"nav", "footer", "aside", "form", "dialog", "menu"})
_NOT_BELOW = 4


def is_scenery(element: HtmlElement) -> bool:
    """Say whether an element's name says that it stands round the story."""
    if element.tag in _TAGS or element.get("role") in ("navigation", "complementary", "dialog"):
        return True
    if element.tag in ("html", "body", "main", "article"):
        return False
    names = [element.get(key) or "" for key in ("class", "id")]
    return any("footer" in name.split() or NAMES.search(name) for name in names)


def in_scenery(element: HtmlElement) -> bool:
    """Say whether an element stands in something of that kind, at no great distance."""
    found: HtmlElement | None = element
    for _ in range(_NOT_BELOW):
        if found is None:
            return False
        if is_scenery(found):
            return True
        found = found.getparent()
    return False


_FOOTERS = re.compile(r"footer|copyright|colophon|archive|calendar", re.IGNORECASE)


def without_surroundings(tree: HtmlElement) -> HtmlElement:
    """Return a copy of a page without what stands round its story, footers above all."""
    copy = deepcopy(tree)
    for element in list(copy.iter()):
        if not isinstance(element.tag, str) or element.getparent() is None:
            continue
        name = f"{element.get('class') or ''} {element.get('id') or ''}"
        is_round = is_scenery(element) or (
            element.tag not in ("html", "body", "main", "article") and _FOOTERS.search(name)
        )
        if is_round and next(element.iter("h1", "article", "main"), None) is None:
            element.drop_tree()
    return copy


def near_headline(tree: HtmlElement) -> Iterator[HtmlElement]:
    """Yield the small elements between the headline and the first long paragraph below it.

    Those shortly before the headline come last. A page without a headline of the first level has
    none near it but those at the top of its text.
    """
    headings = [element for element in tree.iter("h1") if "".join(element.itertext()).strip()]
    heading = (
        headings[-1] if len(headings) == 2 and len("".join(headings[0].itertext())) < 25 else None
    )
    heading = heading if heading is not None else next(iter(headings), None)
    before: list[HtmlElement] = []
    after: list[HtmlElement] = []
    seen = heading is None
    for element in tree.iter():
        if not isinstance(element.tag, str) or element.tag in ("head", "title", "meta", "script"):
            continue
        if element is heading:
            seen = True
            continue
        own = len((element.text or "").strip()) + sum(len((c.tail or "").strip()) for c in element)
        if seen and (own > 220 or len(after) > 120):
            break
        if (own or element.get("datetime")) and own <= 200 and not in_scenery(element):
            (after if seen else before).append(element)
    yield from after
    yield from reversed(before[-6:])
