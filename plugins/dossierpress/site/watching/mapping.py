"""A mapping and a set that note what is looked up in them."""

from collections.abc import Collection, Iterator, Mapping, Set
from typing import Generic, TypeVar

from dossierpress.site.watching.reads import Reads

K = TypeVar("K")
V = TypeVar("V")


class _Watched(Generic[K]):
    """What has keys, whose reading is noted under a name."""

    __slots__ = ("_all", "_name", "_reads")

    def __init__(self, name: str, all_: Collection[K], reads: Reads) -> None:
        self._name, self._all, self._reads = name, all_, reads

    def __contains__(self, key: object) -> bool:
        """Say whether a key is there, and note it."""
        self._reads.note(self._name, key)  # type: ignore[arg-type]  # keys are ids
        return key in self._all

    def __iter__(self) -> Iterator[K]:
        """Go through all keys, and note that."""
        self._reads.note(self._name, None)
        return iter(self._all)

    def __len__(self) -> int:
        """Return how many there are, which depends on all."""
        self._reads.note(self._name, None)
        return len(self._all)


class WatchedSet(_Watched[K], Set[K]):
    """Another set, whose reading is noted."""

    __slots__ = ()


class WatchedMapping(_Watched[K], Mapping[K, V]):
    """Another mapping, whose reading is noted."""

    __slots__ = ("_pairs",)

    def __init__(self, name: str, pairs: Mapping[K, V], reads: Reads) -> None:
        """Watch a mapping; `name` is what it is called in notes."""
        super().__init__(name, pairs, reads)
        self._pairs = pairs

    def __getitem__(self, key: K) -> V:
        """Return a value, and note its key."""
        self._reads.note(self._name, key)  # type: ignore[arg-type]  # keys are ids
        return self._pairs[key]
