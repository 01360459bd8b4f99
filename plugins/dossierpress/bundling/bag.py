"""Files → a bag (BagIt 1.0, RFC 8493), as the files of its folder.

`bagit` makes bags of folders on a disk: it moves the payload, changes the working directory, and
lists tag files in the disk's own order, so that the same content gives other bytes elsewhere. A bag
is four small text files; they are written here, and `bagit` checks them in the tests.
"""

import hashlib
from collections.abc import Iterable, Mapping

DECLARATION = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
PAYLOAD = "data/"
MANIFEST = "manifest-sha256.txt"
TAG_MANIFEST = "tagmanifest-sha256.txt"


def bag(payload: Mapping[str, bytes], info: Iterable[tuple[str, str]]) -> dict[str, bytes]:
    """Return the files of a bag by path, in their order.

    Args:
        payload: what the bag carries, by path.
        info: what `bag-info.txt` says; its values are put on one line.
    """
    files = {f"{PAYLOAD}{path}": payload[path] for path in sorted(payload)}
    oxum = f"{sum(map(len, files.values()))}.{len(files)}"
    lines = [*info, ("Payload-Oxum", oxum)]
    tags = {
        "bag-info.txt": "".join(f"{n}: {' '.join(v.split())}\n" for n, v in lines if v).encode(),
        "bagit.txt": DECLARATION,
        MANIFEST: manifest(files),
    }
    return {**tags, TAG_MANIFEST: manifest(tags), **files}


def manifest(files: Mapping[str, bytes]) -> bytes:
    """Return the digests of files, a line each."""
    return "".join(
        f"{hashlib.sha256(data).hexdigest()}  {encoded(path)}\n" for path, data in files.items()
    ).encode()


def encoded(path: str) -> str:
    """Return a path as a manifest writes it."""
    return path.replace("%", "%25").replace("\n", "%0A").replace("\r", "%0D")


def decoded(path: str) -> str:
    """Return the path that a manifest wrote."""
    for code, sign in (("%0A", "\n"), ("%0D", "\r"), ("%25", "%")):
        path = path.replace(code, sign).replace(code.lower(), sign)
    return path
