"""A publication: which of its files are of an older version, and what they become."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from dossierpress.errors import DossierError
from dossierpress.files import atomic_write
from dossierpress.frontmatter import FrontMatterError
from dossierpress.library.files import MAX_FILE, is_folder, leaves, listing, relative
from dossierpress.migration.lift import STEPS, MigrationError, Step, lift


@dataclass(frozen=True)
class Lifted:
    """A file and its new text.

    Attributes:
        path: relative to the publication.
    """

    path: str
    text: str


@dataclass(frozen=True)
class Plan:
    """What a migration would do.

    Attributes:
        files: those that change, in order.
        left: those that cannot be read, or whose lines cannot be changed.
    """

    files: tuple[Lifted, ...]
    left: tuple[str, ...]


def plan(root: Path, folder: str = "dossiers", steps: tuple[Step, ...] = STEPS) -> Plan:
    """Return what a migration would do; nothing is written."""
    files: list[Lifted] = []
    left: list[str] = []
    for path in _files(root / folder, root):
        name = relative(path, root)
        text = _text(path, root)
        try:
            lifted = (
                None
                if text is None
                else lift(text, name, document=path.suffix == ".md", steps=steps)
            )
        except (FrontMatterError, MigrationError):
            lifted = None
        if lifted is None:
            left.append(name)
        elif lifted != text:
            files.append(Lifted(name, lifted))
    return Plan(tuple(files), tuple(left))


def carry_out(root: Path, plan: Plan) -> None:
    """Write the files of a plan, each whole; a run that was killed is taken up by the next.

    Raises:
        DossierError: a file cannot be written.
    """
    for file in plan.files:
        try:
            atomic_write(root / file.path, file.text.encode())
        except OSError as error:
            raise DossierError(
                f"{file.path}: cannot be written: {error.strerror}; "
                "the files before it are lifted: mend that, and run the command again"
            ) from error


def _files(content: Path, root: Path) -> Iterator[Path]:
    """Yield the files that have a version: articles, topics, the registry and each dossier.yml."""
    for folder in listing(content, root, []):
        if not is_folder(folder) or leaves(folder, root):
            continue
        if folder.name in ("entities", "topics"):
            suffixes = (".md",) if folder.name == "topics" else (".yml", ".yaml")
            yield from (path for path in listing(folder, root, []) if path.suffix in suffixes)
        elif (folder / "dossier.yml").is_file():
            yield folder / "dossier.yml"
            articles = listing(folder / "articles", root, [])
            yield from (path for path in articles if path.suffix == ".md")


def _text(path: Path, root: Path) -> str | None:
    try:
        if leaves(path, root) or path.stat().st_size > MAX_FILE:
            return None
        return path.read_bytes().decode("utf-8")
    except (OSError, UnicodeDecodeError):
        return None
