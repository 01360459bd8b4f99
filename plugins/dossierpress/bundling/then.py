"""The publication as it was at a release: from the files of that time, proved by its snapshot."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from dossierpress.errors import DossierError
from dossierpress.files import LeadsOutError, scratch
from dossierpress.publication import Publication, read_publication
from dossierpress.release.repository import Repository, RepositoryError
from dossierpress.release.shelf import Entry
from dossierpress.release.snapshot import ArticleRecord, Snapshot
from dossierpress.release.take import take


class NotThereError(DossierError):
    """The files of a release are not to be had."""


@dataclass(frozen=True)
class Then:
    """A publication at a release.

    Attributes:
        same_rules: whether today's rules find in it what those of the release found.
    """

    publication: Publication
    same_rules: bool


def publication_then(
    root: Path, entry: Entry, snapshot: Snapshot, now: Publication, folder: str = "dossiers"
) -> Then:
    """Return the publication whose content is that of a release.

    It is the one on the disk where nothing was changed since; else that of the commit which brought
    the snapshot, or of the one before it.

    Raises:
        NotThereError: none of these has the content of the release.
    """
    for of in _candidates(root, entry, now, folder):
        taken = take(
            of.library,
            of.mentions,
            of.assignments,
            version=snapshot.version,
            date=snapshot.date,
            program=snapshot.program,
        )
        if _content(taken) == _content(snapshot):
            same = (taken.assignments, taken.articles) == (snapshot.assignments, snapshot.articles)
            return Then(of, same)
    raise NotThereError(
        f"the files of the release {snapshot.version} are not in this copy's git history;"
        " fetch all of it (git fetch --unshallow), or make the bundle where the release was made"
    )


def _content(snapshot: Snapshot) -> tuple[object, ...]:
    """Return what the files say, without what the rules found."""
    articles = tuple(_without_links(article) for article in snapshot.articles)
    return (snapshot.dossiers, articles, snapshot.entities, snapshot.topics, snapshot.decisions)


def _without_links(article: ArticleRecord) -> tuple[object, ...]:
    fields = article.__struct_fields__
    return tuple(getattr(article, name) for name in fields if name != "entities")


def _candidates(root: Path, entry: Entry, now: Publication, folder: str) -> Iterator[Publication]:
    yield now
    repository = Repository(root)
    commit = repository.commit_of(entry.path.relative_to(root).as_posix())
    for place in (commit, f"{commit}^") if commit else ("HEAD",):
        try:
            files = repository.read(place, repository.paths(place, folder))
            with scratch(files.items()) as then:
                yield read_publication(then, folder)
        except (RepositoryError, LeadsOutError):  # a first commit, a shallow clone, a name as "../"
            continue
