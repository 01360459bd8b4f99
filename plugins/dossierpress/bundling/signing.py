"""Checksums of bundles, and their signatures by ssh-keygen or minisign.

Both programs are the signer's own; a key never passes through here, only the name of its file.
"""

import hashlib
import re
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path

from dossierpress.errors import DossierError, UsageError
from dossierpress.files import atomic_write, scratch

NAMESPACE = "file"
"""What an ssh signature is for, as `ssh-keygen -Y` asks; "file" is its usual word."""
SSH, MINISIGN = ".sig", ".minisig"
_LINE = re.compile(r"([0-9a-f]{64})  ([^/\n]+)")
_WHO = "signer"


class SignatureError(DossierError):
    """A signature cannot be made, or is not good; the text says why."""


def checksums(files: Iterable[tuple[str, bytes]]) -> bytes:
    """Return the SHA-256 of files as `sha256sum -c` reads it."""
    return "".join(f"{hashlib.sha256(data).hexdigest()}  {name}\n" for name, data in files).encode()


def read_checksums(text: str) -> dict[str, str]:
    """Return the digest of each file that a list of checksums names.

    Raises:
        SignatureError: it is no such list.
    """
    found = {}
    for line in text.splitlines():
        match = _LINE.fullmatch(line)
        if match is None:
            raise SignatureError("is no list of checksums")
        found[match[2]] = match[1]
    return found


def sign(file: Path, key: Path) -> Path:
    """Sign a file and return the file of its signature, which lies beside it.

    Args:
        file: what to sign.
        key: an ssh private key (or public one, where an agent has the other half), or a secret
            key of minisign.

    Raises:
        UsageError: the key is not there.
        SignatureError: the program is not installed, or refuses.
    """
    if not key.is_file():
        raise UsageError(f"there is no key {key}")
    if key.read_bytes()[:18] == b"untrusted comment:":
        signature = file.with_name(file.name + MINISIGN)
        with scratch() as folder:
            made = folder / signature.name
            _run("minisign", "-S", "-s", str(key), "-m", str(file), "-x", str(made))
            atomic_write(signature, made.read_bytes())
        return signature
    signature = file.with_name(file.name + SSH)
    said = _run(
        "ssh-keygen", "-Y", "sign", "-n", NAMESPACE, "-f", str(key), given=file.read_bytes()
    )
    atomic_write(signature, said.encode())
    return signature


def check_signature(file: Path, key: Path | None) -> str | None:
    """Check the signature beside a file, and return who made it; None where there is none.

    Args:
        file: what was signed.
        key: the public key of who should have signed it; without one an ssh signature is checked
            for being whole, and its key is named.

    Raises:
        SignatureError: it is not good, is by another key, or is missing where a key is given.
    """
    ssh, minisign = (file.with_name(file.name + ending) for ending in (SSH, MINISIGN))
    if minisign.is_file() and key is not None and not ssh.is_file():
        _run("minisign", "-V", "-p", str(key), "-m", str(file), "-x", str(minisign))
        return str(key)
    if not ssh.is_file():
        if key is not None:
            raise SignatureError(f"{file.name} has no signature beside it")
        return None
    data = file.read_bytes()
    if key is None:
        said = _run(
            "ssh-keygen", "-Y", "check-novalidate", "-n", NAMESPACE, "-s", str(ssh), given=data
        )
        return said.strip().rpartition(" key ")[2] or said.strip()
    allowed = f"{_WHO} {key.read_text('utf-8').strip()}\n".encode()
    with scratch([("allowed", allowed)]) as folder:
        _run(
            "ssh-keygen", "-Y", "verify", "-n", NAMESPACE, "-I", _WHO,
            "-f", str(folder / "allowed"), "-s", str(ssh), given=data,
        )  # fmt: skip
    return str(key)


def _run(program: str, *arguments: str, given: bytes = b"") -> str:
    found = shutil.which(program)
    if found is None:
        raise SignatureError(f"{program} is not installed")
    ended = subprocess.run(  # noqa: S603  # a fixed program, no shell
        [found, *arguments], input=given, capture_output=True, check=False
    )
    if ended.returncode:
        said = (ended.stderr + ended.stdout).decode("utf-8", "replace").strip().splitlines()
        raise SignatureError(f"{program}: {said[-1] if said else 'refused'}")
    return ended.stdout.decode("utf-8", "replace")
