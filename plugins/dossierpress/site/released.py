"""What pages look up about releases; the index of a publication begins with it."""

from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass
from functools import cached_property

from dossierpress.publication import Publication
from dossierpress.release.changes import Change
from dossierpress.release.chronicle import Key, Release, Span
from dossierpress.release.within import Now, rights_now, within


@dataclass(frozen=True)
class Released:
    """A publication's releases, ready to be looked up from any page."""

    publication: Publication

    @cached_property
    def releases(self) -> tuple[Release, ...]:
        """The releases, oldest first."""
        return self.publication.chronicle.releases

    @cached_property
    def spans(self) -> Mapping[Key, Span]:
        """For each thing that was in a release, when it came and last changed."""
        return self.publication.chronicle.spans

    @cached_property
    def unreleased(self) -> Set[Key]:
        """The things that changed since the last release."""
        return self.publication.chronicle.unreleased

    @cached_property
    def _changes(self) -> Mapping[Key, tuple[tuple[Release, tuple[Change, ...]], ...]]:
        return self.publication.chronicle.by_key

    @cached_property
    def _rights_now(self) -> Now:
        return rights_now(self.publication.library.articles)

    def within(self, changes: Iterable[Change]) -> tuple[Change, ...]:
        """Return changes without the words that may no longer be shown."""
        return within(changes, self._rights_now)

    def changes_of(
        self, kind: str, dossier: str, id_: str
    ) -> tuple[tuple[Release, tuple[Change, ...]], ...]:
        """Return what releases changed of a thing, the newest first, as far as it may be shown."""
        found = self._changes.get((kind, dossier, id_), ())
        return tuple((release, self.within(changes)) for release, changes in found)
