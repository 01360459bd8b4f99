"""Which versions stay whole on the branch, and which become a page that leads to their bundle."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from dossierpress.publishing.versions import Version, newest_first

KEEP = 10
"""So many of the newest versions stay whole."""
LIMIT = 900_000_000
"""The most bytes of a branch; GitHub Pages serves 1 GB, and the rest is left for other files."""
PAGE = 4_000
"""About so many bytes has the page of a version that is no longer whole."""


@dataclass(frozen=True)
class Plan:
    """What a branch shall hold.

    Attributes:
        versions: all of them, newest first; the first is also the latest.
        new: the version that is added, as it is when it is.
        reduced: the names of those that become a page now.
        bytes: how many the whole branch will have, `latest/` among them.
        limit: how many it may have.
    """

    versions: tuple[Version, ...]
    new: Version
    reduced: tuple[str, ...]
    bytes: int
    limit: int

    @property
    def latest(self) -> Version:
        """The version that `latest/` shows."""
        return self.versions[0]

    @property
    def fits(self) -> bool:
        """Whether the branch keeps to its limit."""
        return self.bytes <= self.limit

    def lines(self) -> tuple[str, ...]:
        """Return the plan for a person, a version a line."""
        return (
            *(self._line(version) for version in self.versions),
            f"{_megabytes(self.bytes)} of {_megabytes(self.limit)}",
        )

    def _line(self, version: Version) -> str:
        state = f"site, {_megabytes(version.bytes)}" if version.whole else "page"
        if version.name in self.reduced:
            state = f"{state} that leads to the bundle, from now on"
        marks = [
            *(["latest"] if version is self.latest else []),
            *(["new"] if version.name == self.new.name else []),
        ]
        return f"{version.name}: {', '.join([state, *marks])}"


def make_plan(
    published: Iterable[Version],
    new: Version,
    *,
    keep: int = KEEP,
    limit: int = LIMIT,
) -> Plan:
    """Return what a branch shall hold with one more version, or with the same one again.

    Versions of one day stay as they stand, a new one before them.

    The newest version is never reduced; where it alone is too large, the plan does not fit.

    Args:
        published: what the branch holds now.
        new: the version to add; one of its name gives way to it.
        keep: how many of the newest versions stay whole.
        limit: the most bytes.
    """
    published = tuple(published)
    again = any(version.name == new.name for version in published)
    versions = list(newest_first(published if again else (new, *published)))
    reduced: list[str] = []
    for number in range(len(versions) - 1, 0, -1):
        over = _bytes(versions) > limit
        if versions[number].whole and (number >= keep or over):
            versions[number] = replace(versions[number], whole=False)
            reduced.append(versions[number].name)
    return Plan(tuple(versions), new, tuple(reduced), _bytes(versions), limit)


def _bytes(versions: list[Version]) -> int:
    each = (version.bytes if version.whole else PAGE for version in versions)
    return sum(each) + versions[0].bytes


def _megabytes(number: int) -> str:
    return f"{number / 1e6:.1f} MB"
