"""What pages say of releases, and of what they changed."""

from dataclasses import dataclass

from dossierpress.release.snapshot import Piece
from dossierpress.site.dates import Date
from dossierpress.site.model.parts import Link


@dataclass(frozen=True)
class Detail:
    """One thing that changed.

    Attributes:
        label: what it is, in words.
        before: its value before; "" for none, or where only `words` are shown.
        after: its value after.
        note: why it changed, where that is known.
        words: of a text, the words that changed.
    """

    label: str
    before: str
    after: str
    note: str
    words: tuple[Piece, ...]


@dataclass(frozen=True)
class Changed:
    """Something that changed; the `url` of its link is "" where it has no page any more."""

    link: Link
    details: tuple[Detail, ...]


@dataclass(frozen=True)
class ChangeGroup:
    """The changes of one kind; `more` are not listed."""

    title: str
    id: str
    items: tuple[Changed, ...]
    count: int
    more: int


@dataclass(frozen=True)
class ReleaseSection:
    """A release, and what it changed.

    Attributes:
        link: its own page.
        id: the anchor of its heading.
        figures: how much there is of what, in words.
        is_first: whether there was none before it, so that everything was new.
    """

    link: Link
    id: str
    date: Date
    figures: str
    is_first: bool
    groups: tuple[ChangeGroup, ...]


@dataclass(frozen=True)
class ReleasesPage:
    """All releases, the newest first; their sections have no groups.

    Attributes:
        feed: the address of the feed of changes; "" where there is none.
    """

    title: str
    releases: tuple[ReleaseSection, ...]
    feed: str = ""
    crumbs: tuple[Link, ...] = ()


@dataclass(frozen=True)
class ReleasePage:
    """What one release changed, with the ones before and after it."""

    title: str
    crumbs: tuple[Link, ...]
    release: ReleaseSection
    previous: Link | None
    following: Link | None


@dataclass(frozen=True)
class DossierChangesPage:
    """What each release changed in one dossier, the newest first."""

    title: str
    crumbs: tuple[Link, ...]
    releases: tuple[ReleaseSection, ...]


@dataclass(frozen=True)
class Episode:
    """What one release changed of the thing that a page is about."""

    release: Link
    date: Date
    details: tuple[Detail, ...]
