"""Digests of what pages are made from: equal values have equal ones in every process."""

import io
import pickle
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from hashlib import blake2b
from operator import attrgetter
from typing import Any

from dossierpress.model import Article, Dossier, Entity, Mention, Topic
from dossierpress.release.chronicle import Release

SIZE = 16
"""Bytes of a digest."""
_SHARED = (Article, Dossier, Entity, Mention, Release, Topic)
"""What many values hold; its digest is taken once."""
_UNSEEN = ("line", "lines", "body_line")
"""Where a thing stands in its file: no page shows it, and each line above moves it."""

Getter = Callable[[Any], tuple[object, ...]]


class Digests:
    """Takes digests of frozen values, for as long as these live.

    A value is what its fields are, whatever was worked out from it since.
    """

    def __init__(self) -> None:
        """Begin with nothing known."""
        self._known: dict[int, tuple[object, bytes]] = {}
        self._getters: dict[type, Getter | None] = {}

    def of(self, value: object) -> bytes:
        """Return the digest of a value.

        Raises:
            pickle.PicklingError, TypeError, AttributeError: it holds what has none, as a function.
        """
        if isinstance(value, _SHARED):
            return self._shared(value)
        stream = io.BytesIO()
        _Pickler(stream, self).dump(value)
        return blake2b(stream.getbuffer(), digest_size=SIZE).digest()

    def parts_of(self, value: object) -> tuple[object, ...] | None:
        """Return what stands for a value in the digest of what holds it; None for itself."""
        kind = type(value)
        if kind in self._getters:
            getter = self._getters[kind]
        else:
            getter = self._getters[kind] = _getter(kind)
        if getter is None:
            return None
        return (self._shared(value),) if isinstance(value, _SHARED) else getter(value)

    def _shared(self, value: object) -> bytes:
        known = self._known.get(id(value))
        if known is not None:
            return known[1]
        getter = _getter(type(value))
        assert getter is not None  # noqa: S101  # all shared ones are dataclasses, for mypy
        stream = io.BytesIO()
        _Pickler(stream, self).dump(getter(value))
        digest = blake2b(stream.getbuffer(), digest_size=SIZE).digest()
        self._known[id(value)] = (value, digest)  # held, so that no other value gets its number
        return digest


class _Pickler(pickle.Pickler):
    """Writes values by their fields, without references, so that equal values are equal bytes."""

    def __init__(self, stream: io.BytesIO, digests: Digests) -> None:
        super().__init__(stream, 5)
        self.fast = True
        self._digests = digests

    def reducer_override(self, value: object) -> Any:
        """Return the fields of a dataclass or the pairs of a mapping; leave all else as it is."""
        parts = self._digests.parts_of(value)
        if parts is not None:
            return (tuple, ((type(value).__qualname__, parts),))
        if isinstance(value, Mapping):
            return (dict, (tuple(value.items()),))
        return NotImplemented


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
