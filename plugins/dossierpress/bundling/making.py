"""The bundles of a release: finds its content, and makes one of each dossier."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from dossierpress.bundling.bundle import Bundle, bundle
from dossierpress.bundling.edition import edition
from dossierpress.bundling.pages import pages
from dossierpress.bundling.part import part_of
from dossierpress.bundling.then import publication_then
from dossierpress.errors import UsageError
from dossierpress.language.words import ENGLISH, Words
from dossierpress.model import Library
from dossierpress.nearest import did_you_mean
from dossierpress.publication import Publication
from dossierpress.release.changes import Change
from dossierpress.release.chronicle import Chronicle, Release, chronicle
from dossierpress.release.report import markdown
from dossierpress.release.shelf import Entry, find, load, shelf
from dossierpress.release.within import rights_now, within


def make_bundles(
    root: Path,
    now: Publication,
    version: str,
    *,
    title: str,
    site_url: str = "",
    words: Words = ENGLISH,
    dossiers: Sequence[str] = (),
    warn: Callable[[str], None] = lambda _: None,
    folder: str = "dossiers",
) -> Iterator[Bundle]:
    """Yield the bundle of each dossier of a release, in the order of their ids.

    Args:
        root: the publication.
        now: the publication as it is, for the rights.
        version: the release.
        title: the name of the publication.
        site_url: where it is published; "" where that is not known.
        words: those of the interface, for the offline pages.
        dossiers: which dossiers; all of them where none is named.
        warn: is told what a person should know of the result.
        folder: where the content lies, relative to `root`.

    Raises:
        UsageError: there is no such release, or no such dossier in it.
        NotThereError: the files of the release are not to be had.
    """
    entries, _ = shelf(root, folder)
    entry = find(entries, version)
    snapshot = load(entry)
    then = publication_then(root, entry, snapshot, now, folder)
    if not then.same_rules:
        warn(
            f"{version} was made by the rules of DossierPress {snapshot.program}; today's find"
            " other links or topics in it, which are those of the bundle"
        )
    told = _told(root, entries, entry)
    known = {dossier.id: dossier for dossier in then.publication.library.dossiers}
    for name in dossiers:
        if name not in known:
            hint = did_you_mean(name, known, "leave --dossier out for all")
            raise UsageError(f"the release {version} has no dossier {name!r}; {hint}")
    for id_, dossier in sorted(known.items()):
        if dossiers and id_ not in dossiers:
            continue
        part = part_of(then.publication, id_, now.library)
        yield bundle(
            edition(dossier, version, snapshot.date, title, site_url),
            part,
            snapshot,
            _changes(told, id_, part, now.library),
            lambda of, title=f"{dossier.title}, {version}": pages(of, title, words),  # type: ignore[misc]  # a default binds it
        )


def _told(root: Path, entries: Sequence[Entry], last: Entry) -> Chronicle:
    """Return what the releases up to one of them changed."""
    place = entries.index(last)
    return chronicle(load(entry) for entry in entries[: place + 1])


def _changes(told: Chronicle, dossier: str, part: Publication, now: Library) -> str:
    """Return `CHANGES.md` of a dossier: what each release changed, the newest first."""
    entities = {entity.id for entity in part.library.registry.entities}
    topics = {topic.id for topic in part.library.topics}

    def concerns(change: Change) -> bool:
        if change.subject in ("article", "dossier"):
            return change.dossier == dossier
        return change.id in (topics if change.subject == "topic" else entities)

    rights = rights_now(now.articles)
    sections = [f"# Changes of {part.library.dossiers[0].title}\n"]
    for release in reversed(told.releases):
        own = within((c for c in release.changes if concerns(c)), rights)
        text = markdown(own).replace("\n## ", "\n### ")
        if text.startswith("## "):
            text = f"#{text}"
        sections.append(
            f"## {_heading(release)}\n\n{'The first release.' if release.is_first else text}"
        )
    return "\n".join(section.rstrip() + "\n" for section in sections)


def _heading(release: Release) -> str:
    return f"{release.version}, {release.date}"
