"""What a curator's command works on, and how its changes reach the disk."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from dossierpress.curation.layout import EditRefusedError
from dossierpress.curation.verify import plain_text
from dossierpress.errors import Problem, UsageError
from dossierpress.files import write_together
from dossierpress.library.files import exists, is_folder, leaves, listing, relative
from dossierpress.model import Entity, EntityId, Library
from dossierpress.nearest import did_you_mean
from dossierpress.registry import SLUG_HINT, build_registry, is_slug, parse_registry_file


@dataclass(frozen=True)
class Change:
    """A file as it was and as it shall be; both texts as they stand, line ends included."""

    path: str
    before: str
    after: str


@dataclass(frozen=True)
class Desk:
    """A publication's knowledge, and the raw texts of the files that commands may change.

    Attributes:
        folder: where the content lies, relative to the publication.
        texts: the registry's files and `decisions.yml`, by path; a missing file is no key.
    """

    library: Library
    folder: str
    texts: Mapping[str, str]

    @property
    def decisions_path(self) -> str:
        """The path of `decisions.yml`."""
        return f"{self.folder}/decisions.yml"

    def text(self, path: str) -> str:
        """Return the text of a file; empty where there is none yet."""
        return self.texts.get(path, "")

    def entity(self, id_: str) -> Entity:
        """Return an entity that is no tombstone.

        Raises:
            UsageError: there is none of this id.
        """
        entity = self.library.registry.by_id.get(EntityId(id_))
        if entity is None:
            where = f"the ids stand in {self.folder}/entities/"
            hint = did_you_mean(id_, self.library.registry.by_id, where)
            raise UsageError(f"there is no entity {id_!r}; {hint}")
        if entity.replaced_by:
            raise UsageError(f"{id_} is a tombstone; its place was taken by {entity.replaced_by}")
        return entity

    def free_id(self, id_: str) -> EntityId:
        """Return a text as an id that no entity bears yet.

        Raises:
            UsageError: it is taken, or cannot be an address.
        """
        if not is_slug(id_):
            raise UsageError(f"{id_!r} cannot be an id; {SLUG_HINT}")
        if id_ in self.library.registry.by_id:
            raise UsageError(f"there is an entity {id_!r} already; give another id")
        return EntityId(id_)


def advance(desk: Desk, changes: Iterable[Change]) -> Desk:
    """Return the desk as it is after changes; only the registry is read anew."""
    texts = {**desk.texts, **{change.path: change.after for change in changes}}
    problems: list[Problem] = []
    entities = [
        entity
        for path, text in sorted(texts.items())
        if path != desk.decisions_path
        for entity in parse_registry_file(plain_text(text), path, problems)
    ]
    library = replace(desk.library, registry=build_registry(entities, problems))
    return replace(desk, library=library, texts=texts)


def read_desk(root: Path, library: Library, folder: str = "dossiers") -> Desk:
    """Read the raw texts of the files that commands may change.

    Raises:
        EditRefusedError: one of them cannot be read; to write it would lose what it holds.
    """
    content = root / folder
    problems: list[Problem] = []
    entities = listing(content / "entities", root, problems)
    for problem in problems:
        raise EditRefusedError(f"{problem.path}: {problem.message}; nothing was changed")
    files = (p for p in entities if p.suffix in (".yml", ".yaml") and not is_folder(p))
    paths = [content / "decisions.yml", *files]
    return Desk(
        library,
        folder,
        {relative(path, root): _read(path, root) for path in paths if exists(path)},
    )


def apply(root: Path, changes: Iterable[Change]) -> None:
    """Write changes: all of them, or none.

    Raises:
        EditRefusedError: a file is no longer what the change was made from.
        WriteFailedError: a file cannot be written.
    """
    kept = [change for change in changes if change.before != change.after]
    for change in kept:
        path = root / change.path
        if (_read(path, root) if exists(path) else "") != change.before:
            raise EditRefusedError(f"{change.path}: was changed meanwhile; run the command again")
    write_together(root, {change.path: change.after.encode("utf-8") for change in kept})


def _read(path: Path, root: Path) -> str:
    if leaves(path, root):
        raise EditRefusedError(f"{path.name}: is a link out of the publication")
    try:
        return path.read_bytes().decode("utf-8")
    except UnicodeDecodeError as error:
        raise EditRefusedError(f"{path.name}: is not UTF-8") from error
    except OSError as error:
        shown = relative(path, root)
        message = f"{shown}: cannot be read: {error.strerror}; nothing was changed"
        raise EditRefusedError(message) from error
