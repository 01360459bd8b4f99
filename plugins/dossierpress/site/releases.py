"""The pages of releases: all of them, what each changed, and what they changed in each dossier."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from dossierpress.edtf import parse_when
from dossierpress.model import ArticleId, ArticleRef, Dossier, DossierId, EntityId, TopicId
from dossierpress.release.changes import Change
from dossierpress.release.chronicle import Release, count
from dossierpress.release.report import HEADINGS
from dossierpress.site import addresses, dates, wording
from dossierpress.site.change_words import detail
from dossierpress.site.index import Index
from dossierpress.site.listing import listing
from dossierpress.site.model import (
    Changed,
    ChangeGroup,
    DossierChangesPage,
    Link,
    Page,
    ReleasePage,
    ReleaseSection,
    ReleasesPage,
)

MOST = 500
"""How many things of one kind of change a page lists; `dossier diff` shows all."""


def release_pages(index: Index) -> Iterator[Page]:
    """Yield the list of releases, and the page of each."""
    releases = index.releases
    sections = tuple(section(index, release, ()) for release in reversed(releases))
    title = index.words.gettext("Releases")
    yield listing(
        index.words,
        addresses.RELEASES,
        "releases",
        ReleasesPage(title, sections, "releases/changes.xml" if releases else ""),
    )
    for place, release in enumerate(releases):
        before = releases[place - 1] if place else None
        after = releases[place + 1] if place + 1 < len(releases) else None
        title = index.words.gettext("Release {version}", version=release.version)
        yield Page(
            address=addresses.release(release.version),
            template="release.html",
            title=title,
            description=index.words.gettext(
                "What the release {version} changed", version=release.version
            ),
            context=ReleasePage(
                title,
                (_all(index),),
                section(index, release, index.within(release.changes)),
                release_link(index, before.version) if before else None,
                release_link(index, after.version) if after else None,
            ),
            searched=False,
            section=addresses.RELEASES,
            path=f"releases/{release.version}.json",
        )


def dossier_changes_page(index: Index, dossier: Dossier) -> Iterator[Page]:
    """Yield the page of what releases changed in a dossier, where there were any."""
    if not index.releases:
        return
    found = index.changes_of("dossier", "", dossier.id)
    sections = tuple(section(index, release, changes) for release, changes in found)
    title = index.words.gettext("Changes of {title}", title=dossier.title)
    yield Page(
        address=addresses.dossier_changes(dossier.id),
        template="dossier_changes.html",
        title=title,
        description=title,
        context=DossierChangesPage(title, (_all(index), index.links.dossier(dossier)), sections),
        searched=False,
        section=addresses.RELEASES,
        path=dossier.path,
    )


def release_link(index: Index, version: str) -> Link:
    """Return the link to the page of a release."""
    return Link(version, index.url(addresses.release(version)))


def _all(index: Index) -> Link:
    return Link(index.words.gettext("Releases"), index.url(addresses.RELEASES))


def section(index: Index, release: Release, changes: Iterable[Change]) -> ReleaseSection:
    """Return a release, and some of what it changed, as a page shows it."""
    return ReleaseSection(
        release_link(index, release.version),
        f"dp-{addresses.anchor(release.version)}",
        dates.day(index.words, parse_when(release.date)),
        _figures(index, release),
        release.is_first,
        tuple(_groups(index, changes)),
    )


def _figures(index: Index, release: Release) -> str:
    """Return what a release changed, in numbers; of the first, what it has."""
    words = index.words
    if release.is_first:
        return " · ".join(
            (
                wording.articles(words, release.counts["articles"]),
                words.ngettext("{number} entity", "{number} entities", release.counts["entities"]),
                words.ngettext("{number} topic", "{number} topics", release.counts["topics"]),
            )
        )
    numbers = count(release.changes)
    told = (
        words.gettext(
            "{heading}: {number}", heading=words.gettext(HEADINGS[what]), number=f"{number:,}"
        )
        for what, number in numbers.items()
    )
    return " · ".join(told) or words.gettext("Nothing changed.")


def _groups(index: Index, changes: Iterable[Change]) -> Iterator[ChangeGroup]:
    for what, of_kind in groupby(changes, key=lambda change: change.what):
        things = [list(same) for _, same in groupby(of_kind, key=lambda c: (c.dossier, c.id))]
        yield ChangeGroup(
            index.words.gettext(HEADINGS[what]),
            f"dp-{what.value}",
            tuple(_changed(index, same) for same in things[:MOST]),
            len(things),
            max(0, len(things) - MOST),
        )


def _changed(index: Index, changes: list[Change]) -> Changed:
    found = (detail(index, change) for change in changes)
    return Changed(_link(index, changes[0]), tuple(item for item in found if item))


def _link(index: Index, change: Change) -> Link:
    """Return the link to what changed; to nowhere where it has no page any more."""
    match change.subject:
        case "article":
            ref = ArticleRef(DossierId(change.dossier), ArticleId(change.id))
            article = index.by_ref.get(ref)
            if article:
                return index.links.article(article)
        case "entity":
            entity = index.entities.get(EntityId(change.id))
            if entity:
                return index.links.entity(entity)
        case "topic":
            topic = index.topics.get(TopicId(change.id))
            if topic:
                return index.links.topic(topic)
        case "dossier":
            dossier = index.dossiers.get(DossierId(change.id))
            if dossier:
                return index.links.dossier(dossier)
    return Link(change.title, "")
