"""The files of a site → a look at each, and the kept-back sentences that stand in one.

Only what no earlier run has looked at is looked at. Where sentences are kept back that were not
before, the known files are read again, for these alone.
"""

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from msgspec import Struct, msgpack

from dossierpress.building.kept_back import KeptBack
from dossierpress.building.look import Look, digest_of, look_at
from dossierpress.building.looks import Looks, Lying, looks_after
from dossierpress.building.unpacking import text_of, unpacked
from dossierpress.files import Stamp, stamp
from dossierpress.workers import spread, workers


class Leak(Struct, frozen=True, array_like=True):
    """A kept-back sentence in a file: the line where it begins, whose it is, and its words."""

    line: int
    article: str
    words: str


@dataclass(frozen=True)
class Seen:
    """What a site's files came to.

    Attributes:
        looks: by the file's path in the site, in the order of paths.
        leaks: of the files that have any.
        after: what is known to the next run.
    """

    looks: Mapping[str, Look]
    leaks: Mapping[str, Sequence[Leak]]
    after: Looks


class _Found(Struct, array_like=True):
    """What a file came to; no look where it was known before."""

    file: str
    digest: bytes
    look: Look | None
    leaks: list[Leak]


def look_at_files(site: Path, kept: KeptBack, known: Looks) -> Seen:
    """Look at the files of a site.

    Args:
        site: its folder.
        kept: the sentences that may stand in none of them.
        known: what earlier runs left.
    """
    there = dict(sorted(_walk(str(site), "")))
    number = site.stat().st_ino
    before = known.sites.get(number, {})
    digests = {
        file: before[file].digest
        for file, lies in there.items()
        if file in before and before[file].stamp == lies and before[file].digest in known.found
    }
    more = kept.beyond(known.sentences)
    files = [file for file in there if more.sentences or file not in digests]
    leaks: dict[str, Sequence[Leak]] = {}
    fresh: dict[bytes, Look] = {}
    look = partial(_look, site, kept, more, known.found, digests)
    for share in spread(files, look, workers(len(files))):
        for found in msgpack.decode(share, type=list[_Found]):
            digests[found.file] = found.digest
            if found.look is not None:
                fresh[found.digest] = found.look
            if found.leaks:
                leaks[found.file] = found.leaks
    looks = {file: fresh.get(digests[file]) or known.found[digests[file]] for file in there}
    clean = {file: Lying(there[file], digests[file]) for file in there if file not in leaks}
    used = {lies.digest: looks[file] for file, lies in clean.items()}
    return Seen(looks, leaks, looks_after(known, frozenset(kept.digests), number, clean, used))


def _look(
    site: Path,
    kept: KeptBack,
    more: KeptBack,
    known: Mapping[bytes, Look],
    digests: Mapping[str, bytes],
    files: Sequence[str],
) -> bytes:
    """Look at some files.

    Args:
        kept: the sentences that may stand in none; `more` those that were not looked for before.
        known: the looks of earlier runs by digest.
        digests: of the files that lie as they did.

    Returns:
        A list of `_Found`, as MessagePack: less to send than to pickle.
    """
    found = []
    for file in files:
        data = (site / file).read_bytes()
        digest = digests.get(file) or digest_of(file, data)
        look, leaks = None, list[Leak]()
        if digest not in known:
            text = text_of(data)
            look, leaks = look_at(file, text), list(_leaks(kept, data, text))
        elif more.sentences and any(_leaks(more, data, text_of(data))):
            leaks = list(_leaks(kept, data, text_of(data)))
        found.append(_Found(file, digest, look, leaks))
    return msgpack.encode(found)


def _leaks(kept: KeptBack, data: bytes, text: str | None) -> Iterator[Leak]:
    for part in [text] if text is not None else unpacked(data):
        for article, words in kept.find(part):
            yield Leak(line_of(part, words), str(article), words)


def line_of(text: str, words: str) -> int:
    """Return the line where words stand, counted from 1; the first where they stand otherwise."""
    position = text.find(words)
    return text.count("\n", 0, position) + 1 if position >= 0 else 1


def _walk(folder: str, prefix: str) -> Iterator[tuple[str, Stamp]]:
    """Yield the path of each file, from the root of the site, and how it lies."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                yield from _walk(entry.path, f"{prefix}{entry.name}/")
            elif entry.is_file():
                yield prefix + entry.name, stamp(entry.stat())
