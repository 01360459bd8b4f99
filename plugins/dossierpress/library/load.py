"""Walks a publication's `dossiers/` folder and reads all of it.

One broken file never stops the others: what cannot be read becomes a problem, the rest a
`Library`.
"""

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from dossierpress.errors import Problem, errors
from dossierpress.kept import digest_of
from dossierpress.library.decisions import parse_decisions
from dossierpress.library.dossiers import parse_dossier
from dossierpress.library.files import (
    entries,
    exists,
    is_folder,
    leaves,
    listing,
    printable,
    read_entry,
    read_text,
    relative,
)
from dossierpress.library.reading import Reading, Source
from dossierpress.library.references import check_references
from dossierpress.library.tombstones import settle
from dossierpress.library.topics import check_topic, read_topic
from dossierpress.library.withdrawn import tombstone
from dossierpress.model import (
    Article,
    ArticleRef,
    Decision,
    Dossier,
    DossierId,
    Library,
    Topic,
    TopicId,
)
from dossierpress.registry import SLUG_HINT, build_registry, is_slug
from dossierpress.unreadable import report_strain

RESERVED = ("entities", "topics", "releases")
"""Folders of `dossiers/` that are not dossiers."""
UNREAD = frozenset({"DP001", "DP003", "DP007", "DP008", "DP009", "DP011"})
"""What keeps a whole file of the registry out; the entities in it are then not known."""
UNKNOWN_ENTITY = frozenset({"DP103", "DP401"})
"""What would follow from that, and is not said before the file can be read."""


@dataclass(frozen=True)
class Loaded:
    """A publication as its files say it, and digests by which later work knows what changed.

    Attributes:
        problems: ordered by path and line.
        digests: of each article, the digest of all that it comes from: equal digests, equal values.
        registry: the digest of all that the registry comes from.
        topics: likewise of the topics, but for the entities that their rules are led to.
    """

    library: Library
    problems: tuple[Problem, ...]
    digests: Mapping[ArticleRef, bytes]
    registry: bytes
    topics: bytes


def load_library(root: Path, folder: str = "dossiers") -> tuple[Library, tuple[Problem, ...]]:
    """Read a publication.

    Args:
        root: the folder of mkdocs.yml.
        folder: where the content lies, relative to `root`.

    Returns:
        What could be read, and all problems, ordered by path and line.
    """
    loaded = read_library(root, folder)
    return loaded.library, loaded.problems


def read_library(root: Path, folder: str = "dossiers", kept: Path | None = None) -> Loaded:
    """Read a publication, and of its files only those that are not as the last run saw them.

    Args:
        root: the folder of mkdocs.yml.
        folder: where the content lies, relative to `root`.
        kept: the folder in which what was read is kept; None keeps nothing.
    """
    problems: list[Problem] = []
    content = root / folder
    if leaves(content, root):
        message = "the folder of the dossiers leads out of the publication"
        hint = "name a folder inside it as dossiers_dir: in mkdocs.yml"
        problem = Problem("mkdocs.yml", 1, "DP011", message, hint)
        return Loaded(Library(), (problem,), MappingProxyType({}), b"", b"")
    reading = Reading(kept)
    registry_files = tuple(_registry_files(content, root, problems))
    entities = (e for file in registry_files for e in reading.entities(file, problems))
    registry = build_registry(entities, problems)
    whole = not any(problem.code in UNREAD for problem in problems)
    topic_files = tuple(_texts(content / "topics", ".md", root, problems))
    topics = tuple(_topics(topic_files, problems))
    dossiers: list[Dossier] = []
    articles: list[Article] = []  # those with errors too, for what else is wrong with them
    digests: dict[ArticleRef, bytes] = {}
    for path in _folders(content, root, problems):
        dossier = _dossier(path, root, problems)
        dossiers.append(dossier)
        for source in _texts(path / "articles", ".md", root, problems):
            article, digest = reading.article(source, dossier, problems)
            if article:
                articles.append(article)
                digests[article.ref] = digest
    reading.write()
    broken = frozenset(problem.path for problem in errors(problems))
    library = Library(
        tuple(dossiers),
        tuple(tombstone(article) for article in articles if article.path not in broken),
        registry,
        tuple(topic for topic in topics if topic.path not in broken),
        _decisions(content, root, problems),
    )
    for topic in topics:
        check_topic(topic, registry, problems)
    check_references(library, articles, broken, problems)
    if not whole:
        problems = [p for p in problems if p.code not in UNKNOWN_ENTITY]
    settled = settle(library)
    return Loaded(
        settled,
        tuple(sorted(problems)),
        _settled(digests, library, settled),
        _digest(registry_files),
        _digest(topic_files),
    )


def _settled(
    digests: Mapping[ArticleRef, bytes], library: Library, settled: Library
) -> Mapping[ArticleRef, bytes]:
    """Return the digest of each article of the library, with that of where its links now lead."""
    pairs = zip(library.articles, settled.articles, strict=True)
    return MappingProxyType(
        {
            old.ref: digests[old.ref]
            if old is new
            else digest_of(digests[old.ref], repr(new.links).encode("utf-8", "surrogatepass"))
            for old, new in pairs
        }
    )


def _digest(files: Iterable[Source]) -> bytes:
    return digest_of(*(file.digest() for file in files))


def _folders(content: Path, root: Path, problems: list[Problem]) -> Iterable[Path]:
    for path in listing(content, root, problems):
        if not is_folder(path) or path.name in RESERVED or path.name.startswith("."):
            continue
        if leaves(path, root):
            shown = relative(path, root)
            message = "the folder is a link out of the publication"
            problems.append(Problem(shown, 1, "DP011", message, "copy the folder here"))
        elif _named(path.name, relative(path, root), problems):
            yield path


def _dossier(path: Path, root: Path, problems: list[Problem]) -> Dossier:
    id_ = DossierId(path.name)
    file = path / "dossier.yml"
    shown = relative(file, root)
    if not exists(file):
        hint = "add dossier.yml with title:, description: and rights:"
        problems.append(Problem(shown, 1, "DP201", "the dossier has no dossier.yml", hint))
        return Dossier(id_, shown, title=id_)
    introduction = path / "index.md"
    words = _introduction(introduction, root, problems) if exists(introduction) else ""
    text = read_text(file, root, problems)
    if text is None:
        return Dossier(id_, shown, title=id_)
    return parse_dossier(text, id_, shown, words or "", problems)


def _introduction(file: Path, root: Path, problems: list[Problem]) -> str | None:
    """Return the words of a dossier's introduction; None where they cannot be shown."""
    text = read_text(file, root, problems)
    strained = text is not None and report_strain(text, 1, relative(file, root), problems)
    return None if strained else text


def _registry_files(content: Path, root: Path, problems: list[Problem]) -> Iterable[Source]:
    for suffix in (".yml", ".yaml"):
        yield from _texts(content / "entities", suffix, root, problems)


def _topics(files: Iterable[Source], problems: list[Problem]) -> Iterable[Topic]:
    for file in files:
        topic, found = read_topic(file.text, TopicId(file.name), file.path)
        problems.extend(found)
        if topic:
            yield topic


def _decisions(content: Path, root: Path, problems: list[Problem]) -> tuple[Decision, ...]:
    file = content / "decisions.yml"
    text = read_text(file, root, problems) if exists(file) else None
    return parse_decisions(text, relative(file, root), problems) if text else ()


def _texts(folder: Path, suffix: str, root: Path, problems: list[Problem]) -> Iterable[Source]:
    """Yield each readable file of an ending, ordered by name."""
    inside, shown = not leaves(folder, root), relative(folder, root)
    for entry in entries(folder, root, problems):
        if entry.name.startswith(".") or is_folder(entry):
            continue
        name, ending = os.path.splitext(entry.name)  # noqa: PTH122  # of ten thousand names
        if ending != suffix:
            _warn_of_ending(ending, suffix, f"{shown}/{printable(entry.name)}", problems)
            continue
        path = f"{shown}/{printable(entry.name)}"
        if not _named(name, path, problems):
            continue
        text = read_entry(entry, path, root, problems, inside=inside)
        if text is not None:
            yield Source(path, name, text)


def _warn_of_ending(ending: str, suffix: str, shown: str, problems: list[Problem]) -> None:
    """Report a file that a person means to be read and that would be passed over in silence."""
    if ending.lower() == suffix:
        message = f"is not read: its ending is {ending}, not {suffix}"
        problems.append(Problem(shown, 1, "DP022", message, "rename the file"))


def _named(name: str, shown: str, problems: list[Problem]) -> bool:
    if is_slug(name) and name != "index":
        return True
    message = f"{name!r} cannot be an address"
    problems.append(Problem(shown, 1, "DP102", message, f"{SLUG_HINT}; not index"))
    return False
