"""What looking at the files of the last sites came to, so that no file is looked at twice.

A look is known by the digest of its file's bytes. Of a file that lies as it was looked at, the
digest is known too, and it is not even read. None of the known files held a sentence that was kept
back at the time; which sentences that were is kept with them.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from msgspec import Struct

from dossierpress.building.look import Look
from dossierpress.files import Stamp
from dossierpress.kept import read_kept, write_kept

FILE = "looks"
"""The name of the file that keeps them, in the folder of all that is kept."""
_SITES = 3
"""So many sites are known, the latest: the one that readers see, the spare one, a version's."""


class Lying(Struct, frozen=True, array_like=True):
    """How a file lay when it was looked at, and the digest of its bytes."""

    stamp: Stamp
    digest: bytes


@dataclass(frozen=True)
class Looks:
    """The looks of the last runs.

    Attributes:
        sentences: the digests of the sentences that none of the files holds.
        found: the looks, by the digest of a file's bytes.
        sites: the files of each site, by the number of its folder; the latest site last.
    """

    sentences: frozenset[bytes] = frozenset()
    found: Mapping[bytes, Look] = field(default_factory=dict)
    sites: Mapping[int, Mapping[str, Lying]] = field(default_factory=dict)


class _Record(Struct, array_like=True):
    """Looks as they are written; what is the same is the same bytes."""

    sentences: list[bytes]
    found: dict[bytes, Look]
    sites: list[tuple[int, dict[str, Lying]]]


def read_looks(file: Path | None) -> Looks:
    """Return the looks of the last runs; none where nothing is kept."""
    record = read_kept(file, b"", _Record)
    if record is None:
        return Looks()
    return Looks(frozenset(record.sentences), record.found, dict(record.sites))


def write_looks(file: Path | None, looks: Looks) -> None:
    """Keep looks for the next run."""
    sites = [(folder, dict(files)) for folder, files in looks.sites.items()]
    write_kept(file, b"", _Record(sorted(looks.sentences), dict(looks.found), sites))


def looks_after(
    before: Looks,
    sentences: frozenset[bytes],
    folder: int,
    files: Mapping[str, Lying],
    found: Mapping[bytes, Look],
) -> Looks:
    """Return what is known after a site was looked through.

    Args:
        before: what was known before.
        sentences: those that were looked for.
        folder: the number of the site's folder.
        files: those of its files that hold none of the sentences; `found` are their looks.
    """
    sites = {other: lying for other, lying in before.sites.items() if other != folder}
    sites[folder] = files
    sites = dict(list(sites.items())[-_SITES:])
    # What was not looked at now is known as far as nothing new was looked for.
    known = {**before.found, **found} if sentences <= before.sentences else found
    kept = {
        other: {file: lies for file, lies in lying.items() if lies.digest in known}
        for other, lying in sites.items()
    }
    used = {lies.digest: known[lies.digest] for lying in kept.values() for lies in lying.values()}
    return Looks(sentences, dict(sorted(used.items())), kept)
