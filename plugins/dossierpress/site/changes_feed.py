"""The feed of changes: an entry for each release, as Atom (RFC 4287).

Addresses are relative to the feed, so that it is the same wherever the site lies. Ids are UUIDs
made of the names of publication and release, so that they never change.
"""

import uuid
from collections.abc import Iterator
from xml.etree import ElementTree as Xml

from dossierpress.edtf import parse_when
from dossierpress.release.chronicle import Release
from dossierpress.site import addresses
from dossierpress.site.index import Index
from dossierpress.site.model.output import OutputFile
from dossierpress.site.releases import section

TARGET = "releases/changes.xml"
_ATOM = "http://www.w3.org/2005/Atom"
_NAMED = 20
"""How many things of one kind of change an entry names."""


def changes_feed(index: Index, title: str) -> Iterator[OutputFile]:
    """Yield the feed, where there is a release; `title` is the name of the publication."""
    if not index.releases:
        return
    words = index.words
    feed = Xml.Element("feed", {"xmlns": _ATOM, "xml:lang": words.language})
    newest_first = tuple(reversed(index.releases))
    _text(feed, "id", _id(title))
    _text(feed, "title", words.gettext("{title}: changes", title=title))
    _text(feed, "updated", _moment(newest_first[0]))
    Xml.SubElement(feed, "link", {"rel": "self", "href": "changes.xml"})
    Xml.SubElement(feed, "link", {"rel": "alternate", "href": _relative(index, addresses.RELEASES)})
    _text(Xml.SubElement(feed, "author"), "name", title)
    for release in newest_first:
        entry = Xml.SubElement(feed, "entry")
        _text(entry, "id", _id(f"{title}\n{release.version}"))
        _text(entry, "title", words.gettext("Release {version}", version=release.version))
        _text(entry, "updated", _moment(release))
        address = addresses.release(release.version)
        Xml.SubElement(entry, "link", {"rel": "alternate", "href": _relative(index, address)})
        _text(entry, "summary", _summary(index, release))
    Xml.indent(feed, " ")
    data = Xml.tostring(feed, encoding="utf-8", xml_declaration=True)
    yield OutputFile(TARGET, data + b"\n")


def _summary(index: Index, release: Release) -> str:
    told = section(index, release, index.within(release.changes))
    lines = [told.figures]
    for group in told.groups:
        names = "; ".join(item.link.text for item in group.items[:_NAMED])
        lines.append(f"{group.title}: {names}")
    return "\n".join(_printable(line) for line in lines)


def _printable(text: str) -> str:
    """Return a text without the characters that XML cannot hold."""
    return "".join(sign for sign in text if sign.isprintable() or sign == "\n")


def _id(name: str) -> str:
    return f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, name)}"


def _moment(release: Release) -> str:
    when = parse_when(release.date)
    if when.time:
        return when.time.strftime("%Y-%m-%dT%H:%M:%SZ")
    return f"{when.earliest.isoformat()}T00:00:00Z"


def _relative(index: Index, address: addresses.Address) -> str:
    url = index.url(address).removeprefix("releases/")
    return url or "./"


def _text(parent: Xml.Element, name: str, text: str) -> None:
    Xml.SubElement(parent, name).text = _printable(text)
