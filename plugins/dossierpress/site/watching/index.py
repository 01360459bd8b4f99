"""An index that notes what is read of it, and can tell whether that is still what it was."""

from collections.abc import Callable, Iterable, Mapping, Set
from functools import cached_property
from hashlib import blake2b
from operator import attrgetter
from typing import TypeVar

from dossierpress.model import ArticleId, ArticleRef, DossierId
from dossierpress.site.index import Index
from dossierpress.site.links import Links
from dossierpress.site.related import ties
from dossierpress.site.watching.digest import SIZE, Digests
from dossierpress.site.watching.mapping import WatchedMapping, WatchedSet
from dossierpress.site.watching.reads import Key, Read, Reads

Answer = TypeVar("Answer")
Question = Callable[[Index, ArticleRef], Answer]

_LINKS = "links."
_ASKED = "ask."
_QUESTIONS: Mapping[str, Question[object]] = {"ties": ties}
"""The questions whose answers can be asked for again, by name."""
_NOTHING: Mapping[str, Callable[[object], object]] = {}
_ABSENT = b"-"


class WatchedIndex(Index):
    """An index whose every part is another's, and whose reading is noted.

    Whatever is worked out in an index is watched. Its words, settings and form of addresses are
    not: they are the same for all pages.
    """

    inner: Index
    reads: Reads

    def __init__(self, inner: Index) -> None:
        """Watch an index."""
        held = {
            "inner": inner,
            "reads": Reads(),
            "directory_urls": inner.directory_urls,
            "words": inner.words,
            "settings": inner.settings,
            "_seen": {},
        }
        self.__dict__.update(held)

    @property
    def links(self) -> Links:
        """The links to everything that has a page, watched too."""
        found: Links = self.__dict__["_seen"].get("links")
        if found is None:
            found = self.__dict__["_seen"]["links"] = _WatchedLinks(self.inner.links, self.reads)
        return found

    def ask(self, question: Question[Answer], article: ArticleRef) -> Answer:
        """Return the answer to a question, of which only the answer is noted."""
        name = question.__name__
        if _QUESTIONS.get(name) is not question:
            return question(self, article)
        self.reads.note(_ASKED + name, article)
        return question(self.inner, article)

    def look_up(self, name: str) -> object:
        """Return a part of the index, watched."""
        seen: dict[str, object] = self.__dict__["_seen"]
        if name not in seen:
            seen[name] = _watched(name, getattr(self.inner, name), self.reads)
        part = seen[name]
        if not isinstance(part, WatchedMapping | WatchedSet):
            self.reads.note(name, None)
        return part


class _WatchedLinks(Links):
    def __init__(self, inner: Links, reads: Reads) -> None:
        self.__dict__["directory_urls"] = inner.directory_urls
        for name in _worked_out(Links):
            self.__dict__[name] = WatchedMapping(_LINKS + name, getattr(inner, name), reads)


class Proof:
    """Takes the digest of what was read of an index, now."""

    def __init__(
        self, index: Index, more: Mapping[str, Callable[[Key | None], object]] = _NOTHING
    ) -> None:
        """Prove what is read of an index, which is not a watched one.

        Args:
            index: where to look.
            more: what else is read, by name, each with what looks a key up in it.
        """
        self._index, self._more = index, more
        self.digests = Digests(index.publication.digests)
        self._known: dict[Read, bytes] = {}

    def of(self, reads: Iterable[Read]) -> bytes:
        """Return the digest of all that these reads give; b"" where something has none."""
        try:
            found = b"".join([self._known.get(read) or self._one(read) for read in reads])
        except (TypeError, ValueError, RecursionError):
            return b""
        return blake2b(found, digest_size=SIZE).digest()

    def _one(self, read: Read) -> bytes:
        digest = self._known[read] = self._look(*read)
        return digest

    def _look(self, name: str, key: Key | None) -> bytes:
        if name in self._more:
            return self.digests.of(self._more[name](key))
        if name.startswith(_ASKED):
            question = _QUESTIONS.get(name.removeprefix(_ASKED))
            if question is None or not isinstance(key, tuple) or key not in self._index.by_ref:
                return _ABSENT
            ref = ArticleRef(DossierId(key[0]), ArticleId(key[1]))
            return self.digests.of(question(self._index, ref))
        try:
            part = attrgetter(name)(self._index)
        except AttributeError:
            return _ABSENT
        if key is None:
            return self.digests.of(part)
        if isinstance(part, Mapping):
            return self.digests.of(part[key]) if key in part else _ABSENT
        return b"+" if isinstance(part, Set) and key in part else _ABSENT


def _watched(name: str, part: object, reads: Reads) -> object:
    if isinstance(part, Mapping):
        return WatchedMapping(name, part, reads)
    if isinstance(part, Set):
        return WatchedSet(name, part, reads)
    return part


def _worked_out(kind: type) -> list[str]:
    parts = (item for base in reversed(kind.__mro__) for item in vars(base).items())
    return [name for name, part in parts if isinstance(part, cached_property)]


def _part(name: str) -> property:
    return property(lambda self: self.look_up(name))


for _name in ("publication", *_worked_out(Index)):
    if _name not in vars(WatchedIndex):
        setattr(WatchedIndex, _name, _part(_name))
