"""What the gates need to know of one file of a site, whatever else the site holds."""

from collections.abc import Iterator
from hashlib import blake2b
from pathlib import PurePosixPath

from msgspec import Struct

from dossierpress.building.links import is_inner, resolve
from dossierpress.building.markup import read_markup, style_addresses

_STYLES = (".css", ".svg")


class Look(Struct, frozen=True, array_like=True):
    """What a file links to, offers and asks for; files of the same bytes have the same.

    Attributes:
        links: what leads to other files, as the file writes it.
        inner: how many links lead to a place in the file itself.
        lost: those of them that lead to none that it has.
        anchors: the fragments that lead into the file; sorted.
        fetched: what a browser asks for by itself, as often as the file says it.
    """

    links: tuple[str, ...] = ()
    inner: int = 0
    lost: tuple[str, ...] = ()
    anchors: tuple[str, ...] = ()
    fetched: tuple[str, ...] = ()


NOTHING = Look()
"""Of a file in which nothing leads anywhere."""


def look_at(file: str, text: str | None) -> Look:
    """Return what there is to know of a file.

    Args:
        file: its path in the site.
        text: what it holds; None where that is no text.
    """
    if text is None:
        return NOTHING
    if file.endswith(_STYLES):
        return Look(fetched=tuple(style_addresses(text)))
    return _page(text) if file.endswith(".html") else NOTHING


def digest_of(file: str, data: bytes) -> bytes:
    """Return by what a look is known: the file's bytes, and what kind of file it is."""
    kind = PurePosixPath(file).suffix.encode("utf-8", "surrogateescape")
    return blake2b(data, digest_size=16, person=kind[:16]).digest()


def _page(html: str) -> Look:
    markup = read_markup(html)
    followed = (*markup.links, *_own(markup.fetched))
    inner = [(link, resolve((), link, "", "")) for link in followed if is_inner(link)]
    places = [(link, target.fragment) for link, target in inner if target is not None]
    return Look(
        links=tuple([link for link in followed if not is_inner(link)]),
        inner=len(places),
        lost=tuple([link for link, fragment in places if fragment not in markup.anchors]),
        anchors=tuple(sorted(markup.anchors)),
        fetched=markup.fetched,
    )


def _own(fetched: tuple[str, ...]) -> Iterator[str]:
    """Yield what is fetched from anywhere but the page's own text."""
    return (address for address in fetched if not address.startswith(("data:", "blob:")))
