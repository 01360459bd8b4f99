"""A folder of files as a tree of git, byte for byte, and trees made of other trees."""

import os
import stat
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from dossierpress.errors import DossierError
from dossierpress.publishing.git import Git, GitError

LARGEST_FILE = 100_000_000
"""GitHub refuses a larger file, in bytes."""
_IDENTITY = "DossierPress <dossierpress@localhost>"


@dataclass(frozen=True, order=True)
class Entry:
    """A file or a folder in a tree.

    Attributes:
        mode: as git writes it: "100644" a file, "040000" a folder.
        id: of its blob or tree.
    """

    name: str
    mode: str
    id: str

    @property
    def kind(self) -> str:
        """What git calls it."""
        return "tree" if self.mode == "040000" else "blob"


@dataclass(frozen=True)
class Stored:
    """A folder as it was stored.

    Attributes:
        id: of its tree.
        files: how many files it has.
        bytes: how many bytes they have together, as a server counts them.
    """

    id: str
    files: int
    bytes: int


def store(git: Git, folder: Path) -> Stored:
    """Store a folder's files, by one run of `git fast-import`, which packs as it reads.

    No filter of git's attributes is applied: what is published are the bytes that were built.

    Raises:
        DossierError: a file is no plain file, or larger than GitHub takes.
        GitError: git refused.
    """
    names = tuple(sorted(_walk(folder)))
    size = sum(_size(folder / name) for name in names)
    tree = _import(git, None, ((name, (folder / name).read_bytes()) for name in names))
    return Stored(tree, len(names), size)


def change(git: Git, tree: str, edits: Mapping[str, bytes | None]) -> Stored:
    """Store a tree with other bytes for some of its files; None takes a file away."""
    new = _import(git, tree, edits.items())
    listed = git.run("ls-tree", "-r", "-l", "-z", new).decode("utf-8", "surrogateescape")
    sizes = [int(line.split("\t")[0].split()[3]) for line in listed.split("\0")[:-1]]
    return Stored(new, len(sizes), sum(sizes))


def files(git: Git, tree: str) -> Iterator[tuple[str, str, bytes]]:
    """Yield the name, the id and the bytes of each file below a tree."""
    listed = git.run("ls-tree", "-r", "-z", tree).decode("utf-8", "surrogateescape")
    lines = [line.partition("\t") for line in listed.split("\0")[:-1]]
    names = [(name, head.split(" ")[2]) for head, _, name in lines]
    wanted = "".join(f"{id_}\n" for _, id_ in names).encode()
    answer = memoryview(git.run("cat-file", "--batch", stdin=wanted))
    place = 0
    for name, id_ in names:
        head = bytes(answer[place : place + 128]).split(b"\n", 1)[0]
        size, start = int(head.split(b" ")[2]), place + len(head) + 1
        yield name, id_, bytes(answer[start : start + size])
        place = start + size + 1


def store_file(git: Git, data: bytes) -> str:
    """Store one file and return its id."""
    return git.run("hash-object", "-w", "--stdin", "--no-filters", stdin=data).decode().strip()


def entries(git: Git, tree: str) -> tuple[Entry, ...]:
    """Return what a tree holds, in its first level."""
    listed = git.run("ls-tree", "-z", tree).decode("utf-8", "surrogateescape")
    found = []
    for line in listed.split("\0")[:-1]:
        head, _, name = line.partition("\t")
        mode, _, id_ = head.split(" ")
        found.append(Entry(name, mode, id_))
    return tuple(found)


def join(git: Git, parts: Iterable[Entry]) -> str:
    """Store a tree of these entries and return its id."""
    lines = (f"{e.mode} {e.kind} {e.id}\t{e.name}\0" for e in sorted(parts))
    stdin = "".join(lines).encode("utf-8", "surrogateescape")
    return git.run("mktree", "-z", "--missing", stdin=stdin).decode().strip()


def _import(git: Git, onto: str | None, edits: Iterable[tuple[str, bytes | None]]) -> str:
    """Return the tree that comes of edits to another one, or to none."""
    branch = "refs/heads/stored"
    command = git.command(["fast-import", "--quiet", "--done", "--force"])
    with subprocess.Popen(  # noqa: S603  # arguments of our own, and no shell
        command, env=git.variables(), stdin=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdin is not None and process.stderr is not None  # noqa: PT018, S101
        try:
            _stream(process.stdin, branch, onto, edits)
            process.stdin.close()
        except BrokenPipeError:
            pass  # it says why below
        told = process.stderr.read().decode("utf-8", "replace")
    if process.returncode:
        raise GitError("fast-import", told)
    tree = git.text("rev-parse", f"{branch}^{{tree}}")
    git.run("update-ref", "-d", branch)
    return tree


def _stream(
    pipe: IO[bytes], branch: str, onto: str | None, edits: Iterable[tuple[str, bytes | None]]
) -> None:
    pipe.write(f"commit {branch}\ncommitter {_IDENTITY} 0 +0000\ndata 0\n\ndeleteall\n".encode())
    if onto:
        pipe.write(f'M 040000 {onto} ""\n'.encode())
    for name, data in edits:
        quoted = name.encode("utf-8", "surrogateescape")
        quoted = quoted.replace(b"\\", b"\\\\").replace(b'"', b'\\"').replace(b"\n", b"\\n")
        if data is None:
            pipe.write(b'D "%s"\n' % quoted)
        else:
            pipe.write(b'M 100644 inline "%s"\ndata %d\n' % (quoted, len(data)))
            pipe.write(data)
            pipe.write(b"\n")
    pipe.write(b"done\n")


def _walk(folder: Path) -> Iterator[str]:
    for parent, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if name != ".git"]
        for name in names:
            yield Path(parent, name).relative_to(folder).as_posix()


def _size(path: Path) -> int:
    status = path.lstat()
    if not stat.S_ISREG(status.st_mode):
        raise DossierError(f"{path} is no plain file, which a site cannot publish; remove it")
    if status.st_size > LARGEST_FILE:
        size = status.st_size / 1e6
        raise DossierError(
            f"{path} has {size:.0f} MB and GitHub takes no file above 100 MB; make it smaller"
        )
    return status.st_size
