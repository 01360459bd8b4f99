"""Digests of what pages are made from: equal values have equal ones in every process."""

from collections.abc import Callable, Mapping
from dataclasses import fields
from functools import partial
from hashlib import blake2b
from types import MappingProxyType
from typing import Any

import msgspec
from markupsafe import Markup

from dossierpress.model import Article, ArticleRef, Dossier, Entity, Topic
from dossierpress.release.chronicle import Release
from dossierpress.site.index import Index, Naming
from dossierpress.site.quotes import Texts
from dossierpress.site.timeline.occasions import Occasion

SIZE = 16
"""Bytes of a digest."""
_SHARED = frozenset({Article, Dossier, Entity, Release, Topic})
"""What many values hold; its digest is taken once."""
_UNSEEN = ("line", "lines", "body_line")
"""Where a thing stands in its file: no page shows it, and each line above moves it."""
_NONE: Mapping[ArticleRef, bytes] = MappingProxyType({})


class Digests:
    """Takes digests of frozen values, for as long as these live.

    A value is what its fields are, whatever was worked out from it since: it is written as
    MessagePack, a shared one within it as its digest. Of two classes with the same fields only what
    a template would see is told apart.
    """

    def __init__(self, articles: Mapping[ArticleRef, bytes] = _NONE) -> None:
        """Begin with what is known of articles: the digests of all that they were read from."""
        self._articles = articles
        self._known: dict[int, tuple[object, bytes]] = {}
        self._encode = msgspec.msgpack.Encoder(enc_hook=_hook).encode

    def of(self, value: object) -> bytes:
        """Return the digest of a value.

        Raises:
            TypeError: it holds what has none, as a function.
        """
        written = self._encode((type(value).__qualname__, self._slim(value)))
        return blake2b(written, digest_size=SIZE).digest()

    def _slim(self, value: object) -> object:
        """Return a value with digests in place of what is shared, as far as it may hold that."""
        kind = type(value)
        if kind in _SHARED:
            return self._shared(value)
        if kind is tuple or kind is list:
            parts: tuple[object, ...] = value  # type: ignore[assignment]  # or a list, which serves
            if any(type(part) in _DEEP for part in parts):
                return [self._slim(part) for part in parts]
            return value
        parted = _HOLDERS.get(kind)
        return value if parted is None else self._slim(parted(value))

    def _shared(self, value: object) -> bytes:
        known = self._known.get(id(value))
        if known is not None:
            return known[1]
        digest = self._articles.get(value.ref) if isinstance(value, Article) else None
        if digest is None:
            plain = _without_lines(msgspec.to_builtins(value, enc_hook=_hook))
            digest = blake2b(self._encode(plain), digest_size=SIZE).digest()
        self._known[id(value)] = (value, digest)  # held, so that no other value gets its number
        return digest


def _put_off(work: "partial[object]") -> tuple[object, ...]:
    """Return the function and what it is given, beside the index that it reads."""
    if work.keywords:
        raise TypeError("what is put off is given its arguments by their places")
    given = (value for value in work.args if not isinstance(value, Index))
    return (work.func.__module__, work.func.__qualname__, *given)


def _parts(kind: type) -> Callable[[Any], tuple[object, ...]]:
    names = [part.name for part in fields(kind)]
    return lambda value: tuple([getattr(value, name) for name in names])


_HOLDERS: Mapping[type, Callable[[Any], tuple[object, ...]]] = {
    **{kind: _parts(kind) for kind in (Naming, Occasion, Texts)},
    partial: _put_off,
}
"""What holds something shared, with its parts."""
_DEEP = frozenset({*_SHARED, *_HOLDERS, tuple, list})


def _hook(value: object) -> object:
    """Return what MessagePack knows in place of what it does not."""
    if isinstance(value, Markup):
        return {"markup": str(value)}
    if isinstance(value, Mapping):
        return tuple(value.items())
    raise TypeError(f"{type(value).__qualname__} has no digest")


def _without_lines(value: object) -> object:
    if isinstance(value, dict):
        return {key: _without_lines(part) for key, part in value.items() if key not in _UNSEEN}
    if isinstance(value, list | tuple):
        return [_without_lines(part) for part in value]
    return value
