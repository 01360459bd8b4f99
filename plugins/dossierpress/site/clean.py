"""Lets through only the HTML that a text needs: no scripts, no styles, nothing from elsewhere."""

import re

import nh3
from markupsafe import Markup

_TAGS = {
    "a", "abbr", "b", "bdi", "bdo", "blockquote", "br", "caption", "cite", "code", "col",
    "colgroup", "dd", "del", "details", "dfn", "div", "dl", "dt", "em", "figcaption", "figure",
    "h2", "h3", "h4", "h5", "h6", "hr", "i", "img", "ins", "kbd", "li", "mark", "ol", "p", "pre",
    "q", "s", "samp", "small", "span", "strong", "sub", "summary", "sup", "table", "tbody", "td",
    "tfoot", "th", "thead", "time", "tr", "u", "ul", "var",
}  # fmt: skip
_ATTRIBUTES = {
    "*": {"dir", "id", "lang", "title"},
    "a": {"href"},
    "details": {"open"},
    "img": {"alt", "height", "src", "width"},
    "ol": {"start"},
    "span": {"class"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan", "scope"},
    "time": {"datetime"},
}
_NOTES = {
    "abstract", "admonition", "bug", "danger", "example", "failure", "info", "note", "question",
    "quote", "success", "tip", "warning",
}  # fmt: skip
_CLASSES = {
    "a": {"dp-link", "footnote-backref", "footnote-ref", "headerlink"},
    "code": {"highlight"},
    "details": _NOTES,
    "div": {"footnote", "highlight", *_NOTES},
    "p": {"admonition-title"},
}
_RESERVED = ("__", "dp-")
_TOKEN = re.compile(r"[a-z][a-z0-9]{0,2}")  # the class of a token of highlighted code
_OWN_PICTURE = re.compile(r"/?(?:\.{1,2}/)*[\w%~.-][^\s:\\]*")


def clean(html: str) -> Markup:
    """Return a rendered text with nothing left in it that could act, load or reach outside."""
    return Markup(  # noqa: S704  # the only place that vouches for markup, after nh3
        nh3.clean(
            html,
            tags=_TAGS,
            attributes=_ATTRIBUTES,
            allowed_classes=_CLASSES,
            attribute_filter=_filter,
            url_schemes={"http", "https", "mailto"},
            link_rel=None,
        )
    )


def words_only(html: str) -> Markup:
    """Return the words of a piece of markup, escaped."""
    return Markup(nh3.clean(html, tags=set()))  # noqa: S704  # as above


def _filter(tag: str, name: str, value: str) -> str | None:
    """Refuse ids that the theme or our own pages use, and pictures from other hosts."""
    if tag == "span" and name == "class" and not _TOKEN.fullmatch(value):
        return None
    if name == "id" and value.lower().startswith(_RESERVED):
        return None
    if tag == "img" and name == "src" and not _OWN_PICTURE.fullmatch(value):
        return None
    return value
