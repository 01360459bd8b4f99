"""What the user names, as clippings: files, folders, patterns, archives, addresses.

Each fault is a problem of its own, and none stops the rest.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from dossierpress.errors import Problem
from dossierpress.ingest.clipping import Clipping
from dossierpress.ingest.containers.files import read_file, spool
from dossierpress.ingest.containers.folders import expand, is_pattern, walk
from dossierpress.ingest.containers.limits import DEFAULT, Limits
from dossierpress.ingest.containers.names import shown
from dossierpress.ingest.containers.zipped import Allowance

Found = Clipping | Problem
Fetch = Callable[[str], Found]
"""Gets the page at an address."""

_NO_FETCH = (
    "save the page in a browser (as a web page, or print it to PDF) and add that file;"
    " or run the command again with --fetch"
)


_URL = re.compile(r"https?://[^\s/]+\S*", re.IGNORECASE)
_LONGEST_LIST = 1024 * 1024
"""A longer text is no list of addresses."""


def is_url(text: str) -> bool:
    """Say whether a source is an address rather than a file."""
    return _URL.fullmatch(text) is not None


@dataclass(frozen=True)
class Source:
    """One thing to read.

    Attributes:
        name: a path, an address, or "-" for standard input.
    """

    name: str


def find_sources(names: Sequence[str]) -> Iterator[Source | Problem]:
    """Yield what the names on the command line stand for, in their order.

    A folder and a pattern become the files that they stand for; everything else is itself.
    """
    for name in names:
        path = Path(name)
        if name == "-" or is_url(name):
            yield Source(name)
        elif path.is_dir():
            yield from map(_as_source, walk(path))
        elif is_pattern(name) and not path.exists():
            for found in expand(name):
                yield _as_source(found)
        else:
            yield Source(name)


def read_source(
    source: Source, stdin: BinaryIO, fetch: Fetch | None = None, limits: Limits = DEFAULT
) -> Iterator[Found]:
    """Yield the clippings of a source.

    Args:
        source: found by `find_sources`.
        stdin: standard input.
        fetch: gets pages; None where the user did not ask for it.
        limits: how much the source may unpack into.
    """
    if is_url(source.name):
        yield fetch(source.name) if fetch else _not_fetched(source.name)
        return
    for found in _read(source.name, stdin, limits):
        addresses = _addresses(found) if isinstance(found, Clipping) else ()
        if not addresses:
            yield found
        for address in addresses:
            yield fetch(address) if fetch else _not_fetched(address)


def _read(name: str, stdin: BinaryIO, limits: Limits) -> Iterator[Found]:
    if name == "-":
        held = spool("stdin", stdin, Allowance(limits))
        if isinstance(held, Problem):
            yield held
            return
        with held:
            yield from read_file("stdin", held, limits)
        return
    path, called = Path(name), shown(name)
    try:
        if not path.exists():
            hint = "check the name and the folder"
            yield Problem(called, 1, "DP515", "there is no such file", hint)
        elif not path.is_file():
            yield Problem(called, 1, "DP515", "is no ordinary file", "copy its content into a file")
        else:
            with path.open("rb") as file:
                yield from read_file(called, file, limits)
    except OSError as error:
        reason = (error.strerror or "it cannot be read").lower()
        yield Problem(called, 1, "DP515", f"cannot be read: {reason}", "check its permissions")


def _as_source(found: Path | Problem) -> Source | Problem:
    return found if isinstance(found, Problem) else Source(str(found))


def _addresses(clipping: Clipping) -> tuple[str, ...]:
    """Return the addresses of a text that holds nothing else; lines with # are remarks."""
    if len(clipping.data) > _LONGEST_LIST:
        return ()
    if clipping.data.lstrip()[:1] not in (b"h", b"H", b"#"):
        return ()
    lines = [line.strip() for line in clipping.data.decode("utf-8", "replace").splitlines()]
    lines = [line for line in lines if line and not line.startswith("#")]
    return tuple(dict.fromkeys(lines)) if lines and all(map(is_url, lines)) else ()


def _not_fetched(address: str) -> Problem:
    message = "is an address; pages are not fetched unasked"
    return Problem(shown(address), 1, "DP540", message, _NO_FETCH)
