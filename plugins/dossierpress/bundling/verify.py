"""Is a bundle what it was when it was made? Answered from the file alone, without a network."""

import hashlib
import re
import zipfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from dossierpress.bundling.bag import DECLARATION, MANIFEST, PAYLOAD, TAG_MANIFEST, decoded
from dossierpress.errors import DossierError

LARGEST = 64 * 1024**3
"""The most bytes that a bundle may hold."""
_LINE = re.compile(r"([0-9a-fA-F]{64}) [ *]?(.+)")
_OXUM = re.compile(rb"^Payload-Oxum: (\d+)\.(\d+)$", re.MULTILINE)
_BLOCK = 1024 * 1024


class NoBundleError(DossierError):
    """A file is nothing that can be verified; the text says why."""


@dataclass(frozen=True)
class Verdict:
    """What is wrong with a bundle, a line each; nothing where it is whole.

    Attributes:
        files: how many files were compared.
    """

    faults: tuple[str, ...]
    files: int


Open = Callable[[str], IO[bytes]]


def verify_bundle(path: Path) -> Verdict:
    """Compare each file of a bundle with its digest.

    Args:
        path: a bundle's archive, or the folder that it was unpacked to.

    Raises:
        NoBundleError: it is neither.
    """
    if path.is_dir():
        return _verify_folder(path)
    try:
        with zipfile.ZipFile(path) as archive:
            return _verify_archive(archive, path.name)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError) as error:
        raise NoBundleError(f"{path.name} is no bundle: {error}") from error
    except OSError as error:
        raise NoBundleError(f"{path.name} cannot be read: {error.strerror or error}") from error


def _verify_archive(archive: zipfile.ZipFile, name: str) -> Verdict:
    members = [member for member in archive.infolist() if not member.is_dir()]
    roots = {member.filename.partition("/")[0] for member in members}
    if len(roots) != 1 or any("/" not in member.filename for member in members):
        raise NoBundleError(f"{name} is no bundle: its files are not in one folder")
    if sum(member.file_size for member in members) > LARGEST:
        raise NoBundleError(f"{name} is too large to be a bundle")
    folder = f"{roots.pop()}/"
    by_path = {member.filename.removeprefix(folder): member for member in members}
    twice = [f"{m.filename.removeprefix(folder)}: stands in it twice" for m in _repeated(members)]
    sizes = {path: member.file_size for path, member in by_path.items()}
    return _verify(sizes, lambda path: archive.open(by_path[path]), name, twice)


def _repeated(members: list[zipfile.ZipInfo]) -> Iterator[zipfile.ZipInfo]:
    seen: set[str] = set()
    for member in members:
        if member.filename in seen:
            yield member
        seen.add(member.filename)


def _verify_folder(path: Path) -> Verdict:
    files = {
        file.relative_to(path).as_posix(): file
        for file in sorted(path.rglob("*"))
        if file.is_symlink() or file.is_file()
    }
    links = [f"{name}: is a link" for name, file in files.items() if file.is_symlink()]
    own = {name: file for name, file in files.items() if not file.is_symlink()}
    sizes = {name: file.stat().st_size for name, file in own.items()}
    return _verify(sizes, lambda name: own[name].open("rb"), path.name, links)


_TAGS = ("bagit.txt", "bag-info.txt", MANIFEST, TAG_MANIFEST)
_LARGEST_TAG = 256 * 1024**2


def _verify(sizes: Mapping[str, int], read: Open, name: str, faults: list[str]) -> Verdict:
    if "bagit.txt" not in sizes:
        raise NoBundleError(f"{name} is no bundle: it has no bagit.txt")
    if any(sizes.get(tag, 0) > _LARGEST_TAG for tag in _TAGS):
        raise NoBundleError(f"{name} is no bundle: its manifests are too large")
    faults = list(faults)
    if _read(read, "bagit.txt") != DECLARATION:
        faults.append("bagit.txt: is not that of a bundle")
    named: dict[str, str] = {}
    for manifest in (MANIFEST, TAG_MANIFEST):
        if manifest not in sizes:
            faults.append(f"{manifest}: is missing")
            continue
        for number, line in enumerate(_read(read, manifest).decode("utf-8", "replace").split("\n")):
            match = _LINE.fullmatch(line)
            if match and (manifest == MANIFEST) == match[2].startswith(PAYLOAD):
                named[decoded(match[2])] = match[1].lower()
            elif line:
                faults.append(f"{manifest}:{number + 1}: is no line of a manifest")
    for path, digest in sorted(named.items()):
        if path not in sizes:
            faults.append(f"{path}: is missing")
        elif _digest(read, path) != digest:
            faults.append(f"{path}: differs")
    extra = sorted(sizes.keys() - named.keys() - {TAG_MANIFEST})
    faults += [f"{path}: is named by no manifest" for path in extra]
    faults += _oxum(sizes, read)
    return Verdict(tuple(faults), len(named))


def _oxum(sizes: Mapping[str, int], read: Open) -> Iterator[str]:
    """Compare number and size of the payload, which also a manifest that was cut would miss."""
    match = _OXUM.search(_read(read, "bag-info.txt")) if "bag-info.txt" in sizes else None
    payload = [size for path, size in sizes.items() if path.startswith(PAYLOAD)]
    if match and (int(match[1]), int(match[2])) != (sum(payload), len(payload)):
        yield f"bag-info.txt: names {int(match[2])} files of {int(match[1])} bytes; others are here"


def _read(read: Open, path: str) -> bytes:
    with read(path) as file:
        return file.read()


def _digest(read: Open, path: str) -> str:
    digest = hashlib.sha256()
    try:
        with read(path) as file:
            while block := file.read(_BLOCK):
                digest.update(block)
    except zipfile.BadZipFile:  # the archive's own checksum does not fit
        return ""
    return digest.hexdigest()
