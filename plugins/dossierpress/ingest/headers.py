"""Labelled lines: "Title: …", "Source: …", as databases and careful people write them."""

import re
from dataclasses import dataclass

KEYS: dict[str, str] = {
    word: key
    for key, words in {
        "title": "title, headline, subject",
        "subtitle": "subtitle, subhead, subheading, subheadline",
        "publisher": "source, publisher, publication, outlet, newspaper",
        "agency": "agency, wire, news agency",
        "authors": "author, authors, byline, by, writer",
        "url": "url, link, web address, permalink, original url",
        "section": "section, category",
        "dateline": "dateline, place, location",
        "standfirst": "standfirst, summary, lead, deck, abstract",
        "caption": "caption, photo caption",
        "credit": "photo credit, image credit, picture credit",
        "language": "language",
        "body": "body, text, full text",
        "unknown": "keywords, tags, copyright, type, format, length, page, pages, edition, from,"
        " to, id, doi, load-date, load date, word count, volume, issue",
    }.items()
    for word in words.split(", ")
}
"""The labels that are known, and the field that each fills; `unknown` ones are reported."""

_LABELS = "|".join(sorted(map(re.escape, KEYS), key=len, reverse=True))
_LABELLED = re.compile(rf"(?P<label>{_LABELS})\s*[:：]\s*(?P<value>.*)", re.IGNORECASE)


@dataclass(frozen=True)
class Header:
    """A labelled line: the field that it fills, and the words after the label."""

    key: str
    value: str


def read_header(line: str) -> Header | None:
    """Read a line as a label and its value; None where the label is not known."""
    match = _LABELLED.fullmatch(line)
    if match is None:
        return None
    key, value = KEYS[match["label"].casefold()], match["value"].strip()
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        value = value[1:-1]
    if not value and key != "body":
        return None
    return Header(key, value)
