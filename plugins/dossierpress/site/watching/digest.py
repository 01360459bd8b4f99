"""Digests of what pages are made from: equal values have equal ones in every process."""

import io
import pickle
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from functools import partial
from hashlib import blake2b
from operator import attrgetter
from types import MappingProxyType
from typing import Any

import msgspec

from dossierpress.model import Article, ArticleRef, Dossier, Entity, Mention, Topic
from dossierpress.release.chronicle import Release
from dossierpress.site.index import Index

SIZE = 16
"""Bytes of a digest."""
_SHARED = frozenset({Article, Dossier, Entity, Release, Topic})
"""What many values hold; its digest is taken once."""
_UNSEEN = ("line", "lines", "body_line")
"""Where a thing stands in its file: no page shows it, and each line above moves it."""

_NONE: Mapping[ArticleRef, bytes] = MappingProxyType({})

Getter = Callable[[Any], tuple[object, ...]]


class Digests:
    """Takes digests of frozen values, for as long as these live.

    A value is what its fields are, whatever was worked out from it since.
    """

    def __init__(self, articles: Mapping[ArticleRef, bytes] = _NONE) -> None:
        """Begin with what is known of articles: the digests of all that they were read from."""
        self._articles = articles
        self._known: dict[int, tuple[object, bytes]] = {}
        self._getters: dict[type, Getter | None] = {}
        self._idle: list[_Writer] = []

    def of(self, value: object) -> bytes:
        """Return the digest of a value.

        Raises:
            pickle.PicklingError, TypeError, AttributeError: it holds what has none, as a function.
        """
        kind = type(value)
        if kind in _SHARED:
            return self._shared(value)
        return self._written(_short(value))

    def parts_of(self, value: object) -> tuple[object, ...] | None:
        """Return what stands for a value in the digest of what holds it; None for itself."""
        kind = type(value)
        if kind in _SHARED:
            return (self._shared(value),)
        if isinstance(value, tuple):
            return tuple(map(_short, value))
        if isinstance(value, partial):
            return _put_off(value)
        getter = self._getter(kind)
        return None if getter is None else tuple(map(_short, getter(value)))

    def _shared(self, value: object) -> bytes:
        known = self._known.get(id(value))
        if known is not None:
            return known[1]
        digest = self._articles.get(value.ref) if isinstance(value, Article) else None
        if digest is None:
            getter = self._getter(type(value))
            assert getter is not None  # noqa: S101  # all shared ones are dataclasses, for mypy
            digest = self._written(getter(value))
        self._known[id(value)] = (value, digest)  # held, so that no other value gets its number
        return digest

    def _written(self, value: object) -> bytes:
        # One writer for each depth: a value within another may have its digest taken meanwhile.
        writer = self._idle.pop() if self._idle else _Writer(self)
        try:
            return writer.digest(value)
        finally:
            self._idle.append(writer)

    def _getter(self, kind: type) -> Getter | None:
        try:
            return self._getters[kind]
        except KeyError:
            getter = self._getters[kind] = _getter(kind)
            return getter


class _Writer(pickle.Pickler):
    """Writes values by their fields, without references, so that equal values are equal bytes."""

    def __init__(self, digests: Digests) -> None:
        self._stream = io.BytesIO()
        super().__init__(self._stream, 5)
        self.fast = True
        self._digests = digests

    def digest(self, value: object) -> bytes:
        """Return the digest of what it writes of a value."""
        self._stream.seek(0)
        self._stream.truncate()
        self.dump(value)
        return blake2b(self._stream.getbuffer(), digest_size=SIZE).digest()

    def reducer_override(self, value: object) -> Any:
        """Return the fields of a dataclass or the pairs of a mapping; leave all else as it is."""
        parts = self._digests.parts_of(value)
        if parts is not None:
            return (tuple, ((type(value).__qualname__, parts),))
        if isinstance(value, Mapping):
            return (dict, (tuple((key, _short(part)) for key, part in value.items()),))
        return NotImplemented


def _short(value: object) -> object:
    """Return a digest for the mentions of an article, which are many and plain; else the value."""
    if type(value) is tuple and value and type(value[0]) is Mention:
        return blake2b(msgspec.msgpack.encode(value), digest_size=SIZE, person=b"mentions").digest()
    return value


def _put_off(work: "partial[object]") -> tuple[object, ...]:
    """Return the function and what it is given, beside the index that it reads."""
    if work.keywords:
        raise TypeError("what is put off is given its arguments by their places")
    given = (value for value in work.args if not isinstance(value, Index))
    return (work.func.__module__, work.func.__qualname__, *given)


def _getter(kind: type) -> Getter | None:
    if not is_dataclass(kind):
        return None
    names = [part.name for part in fields(kind) if part.name not in _UNSEEN]
    if not names:
        return lambda _: ()
    getter = attrgetter(*names)
    if len(names) == 1:
        return lambda value: (getter(value),)
    return getter
