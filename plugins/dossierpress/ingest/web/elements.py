"""What the elements of HTML are, and those that trafilatura makes of them, by their names."""

from lxml.etree import _Element

HEADINGS = {"h1": 2, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6, "head": 2}
LISTS = frozenset({"ul", "ol", "list", "dl", "menu"})
QUOTES = frozenset({"blockquote", "quote"})
LINKS = frozenset({"a", "ref"})
BREAKS = frozenset({"br", "lb"})
ROWS = frozenset({"tr", "row"})
CELLS = frozenset({"td", "th", "cell"})
DROPPED = frozenset(
    {
        "script", "style", "template", "noscript", "svg", "math", "iframe", "object", "embed",
        "button", "input", "select", "textarea", "label", "form", "nav", "figure", "figcaption",
        "graphic", "img", "picture", "video", "audio", "canvas", "title", "meta", "link",
        "comments", "map", "dialog",
    }
)  # fmt: skip
INLINE = frozenset(
    {
        "a", "ref", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em",
        "font", "hi", "i", "ins", "kbd", "mark", "q", "s", "samp", "small", "span", "strike",
        "strong", "sub", "sup", "time", "tt", "u", "var", "wbr", "acronym", "nobr",
    }
)  # fmt: skip


def name_of(element: _Element) -> str:
    """Return the name of an element in lower case; a comment is like what is dropped."""
    return element.tag.lower() if isinstance(element.tag, str) else "comments"


def has(element: _Element, tag: str) -> bool:
    """Say whether an element holds one of such a name."""
    return any(name_of(inner) == tag for inner in element.iterdescendants())


def holds_blocks(element: _Element) -> bool:
    """Whether an inline element was put round paragraphs, as old pages do with `font`."""
    known = INLINE | BREAKS | DROPPED
    return any(name_of(inner) not in known for inner in element.iterdescendants())
