"""What a page says of its own place in the releases: when it came, when it changed, and how."""

from collections.abc import Iterator

from dossierpress.edtf import parse_when
from dossierpress.site import dates
from dossierpress.site.change_words import detail
from dossierpress.site.facts import fact
from dossierpress.site.index import Index
from dossierpress.site.model import Episode, Fact, Value
from dossierpress.site.releases import release_link

_SHOWN = 10
_DETAILS = 20


def release_facts(index: Index, kind: str, dossier: str, id_: str) -> Iterator[Fact]:
    """Yield in which release a thing first appeared and last changed; nothing before any release.

    Args:
        index: the site.
        kind: `article`, `entity`, `topic` or `dossier`.
        dossier: that of an article; "" elsewhere.
        id_: its id.
    """
    if not index.releases:
        return
    say = index.words.gettext
    key = (kind, dossier, id_)
    span = index.spans.get(key)
    if span is None:
        yield from fact(say("First release"), say("not yet in a release"))
        return
    yield from fact(say("First release"), _version(index, span.first))
    if key in index.unreleased:
        yield from fact(say("Last changed"), say("since the last release"))
    elif span.last != span.first:
        yield from fact(say("Last changed"), _version(index, span.last))


def episodes(index: Index, kind: str, dossier: str, id_: str) -> tuple[Episode, ...]:
    """Return what the newest releases changed of a thing, the newest first."""
    found = []
    for release, changes in index.changes_of(kind, dossier, id_)[:_SHOWN]:
        details = (detail(index, change) for change in changes[:_DETAILS])
        found.append(
            Episode(
                release_link(index, release.version),
                dates.day(index.words, parse_when(release.date)),
                tuple(item for item in details if item),
            )
        )
    return tuple(found)


def _version(index: Index, version: str) -> Value:
    link = release_link(index, version)
    return Value(link.text, url=link.url)
