"""A note of each thing that is read of an index."""

from collections.abc import Iterator
from contextlib import contextmanager

Key = str | tuple[str, ...]
"""What a thing is looked up by: an id, or several, as those of an article."""
Read = tuple[str, Key | None]
"""The name of a mapping and the key that was looked up in it; None for all that is in it."""


class Reads:
    """Notes what is read, while someone watches."""

    def __init__(self) -> None:
        """Begin unwatched."""
        self._noted: dict[Read, None] | None = None

    def note(self, name: str, key: Key | None) -> None:
        """Note that a thing was read."""
        if self._noted is not None:
            self._noted[name, key] = None

    @contextmanager
    def watched(self) -> Iterator[dict[Read, None]]:
        """Yield what is noted from now on, each thing once, in the order of its first reading."""
        before, noted = self._noted, dict[Read, None]()
        self._noted = noted
        try:
            yield noted
        finally:
            self._noted = before
