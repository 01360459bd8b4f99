"""The feed of changes: an entry for each release, as Atom (RFC 4287).

Addresses are relative to the feed, so that it is the same wherever the site lies. Ids are UUIDs
made of the names of publication and release, so that they never change.
"""

import uuid
from collections.abc import Iterator

from dossierpress.edtf import parse_when
from dossierpress.release.chronicle import Release
from dossierpress.site import addresses
from dossierpress.site.atom import Anchor, Entry, Feed, entry_xml, feed_file
from dossierpress.site.index import Index
from dossierpress.site.model.output import OutputFile
from dossierpress.site.releases import section

TARGET = "releases/changes.xml"
_NAMED = 20
"""How many things of one kind of change an entry names."""


def changes_feed(index: Index, title: str) -> Iterator[OutputFile]:
    """Yield the feed, where there is a release; `title` is the name of the publication."""
    if not index.releases:
        return
    words = index.words
    newest_first = tuple(reversed(index.releases))
    feed = Feed(
        id=_id(title),
        title=words.gettext("{title}: changes", title=title),
        updated=_moment(newest_first[0]),
        author=title,
        links=(
            Anchor("self", "changes.xml", "application/atom+xml"),
            Anchor("alternate", _relative(index, addresses.RELEASES), "text/html"),
        ),
        language=words.language,
    )
    entries = (entry_xml(_entry(index, title, release)) for release in newest_first)
    yield OutputFile(TARGET, feed_file(feed, entries))


def _entry(index: Index, title: str, release: Release) -> Entry:
    address = addresses.release(release.version)
    return Entry(
        id=_id(f"{title}\n{release.version}"),
        title=index.words.gettext("Release {version}", version=release.version),
        updated=_moment(release),
        summary=_summary(index, release),
        links=(Anchor("alternate", _relative(index, address), "text/html"),),
    )


def _summary(index: Index, release: Release) -> str:
    told = section(index, release, index.within(release.changes))
    lines = [told.figures]
    for group in told.groups:
        names = "; ".join(item.link.text for item in group.items[:_NAMED])
        lines.append(f"{group.title}: {names}")
    return "\n".join(lines)


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
