"""Walks a publication's `dossiers/` folder and reads all of it.

One broken file never stops the others: what cannot be read becomes a problem, the rest a
`Library`.
"""

from collections.abc import Iterable
from pathlib import Path

from dossierpress.errors import Problem, errors
from dossierpress.library.articles import read_article
from dossierpress.library.decisions import parse_decisions
from dossierpress.library.dossiers import parse_dossier
from dossierpress.library.files import exists, is_folder, leaves, listing, read_text, relative
from dossierpress.library.references import check_references
from dossierpress.library.tombstones import settle
from dossierpress.library.topics import check_topic, read_topic
from dossierpress.library.withdrawn import tombstone
from dossierpress.model import (
    Article,
    ArticleId,
    ArticleRef,
    Decision,
    Dossier,
    DossierId,
    Entity,
    Library,
    Registry,
    Topic,
    TopicId,
)
from dossierpress.registry import SLUG_HINT, build_registry, is_slug, parse_registry_file
from dossierpress.unreadable import report_strain

RESERVED = ("entities", "topics", "releases")
"""Folders of `dossiers/` that are not dossiers."""
UNREAD = frozenset({"DP001", "DP003", "DP007", "DP008", "DP009", "DP011"})
"""What keeps a whole file of the registry out; the entities in it are then not known."""
UNKNOWN_ENTITY = frozenset({"DP103", "DP401"})
"""What would follow from that, and is not said before the file can be read."""


def load_library(root: Path, folder: str = "dossiers") -> tuple[Library, tuple[Problem, ...]]:
    """Read a publication.

    Args:
        root: the folder of mkdocs.yml.
        folder: where the content lies, relative to `root`.

    Returns:
        What could be read, and all problems, ordered by path and line.
    """
    problems: list[Problem] = []
    content = root / folder
    if leaves(content, root):
        message = "the folder of the dossiers leads out of the publication"
        hint = "name a folder inside it as dossiers_dir: in mkdocs.yml"
        problem = Problem("mkdocs.yml", 1, "DP011", message, hint)
        return Library((), (), Registry(()), ()), (problem,)
    registry = build_registry(_entities(content, root, problems), problems)
    whole = not any(problem.code in UNREAD for problem in problems)
    topics = tuple(_topics(content, root, problems))
    dossiers: list[Dossier] = []
    articles: list[Article] = []  # those with errors too, for what else is wrong with them
    for path in _folders(content, root, problems):
        dossier = _dossier(path, root, problems)
        dossiers.append(dossier)
        articles.extend(_articles(path, root, dossier, problems))
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
    return settle(library), tuple(sorted(problems))


def _folders(content: Path, root: Path, problems: list[Problem]) -> Iterable[Path]:
    for path in listing(content, root, problems):
        if not is_folder(path) or path.name in RESERVED or path.name.startswith("."):
            continue
        if leaves(path, root):
            shown = relative(path, root)
            message = "the folder is a link out of the publication"
            problems.append(Problem(shown, 1, "DP011", message, "copy the folder here"))
        elif _named(path, path.name, root, problems):
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


def _articles(
    path: Path, root: Path, dossier: Dossier, problems: list[Problem]
) -> Iterable[Article]:
    for file, name, text in _texts(path / "articles", ".md", root, problems):
        ref = ArticleRef(dossier.id, ArticleId(name))
        article, found = read_article(text, ref, file, dossier)
        problems.extend(found)
        if article:
            yield article


def _entities(content: Path, root: Path, problems: list[Problem]) -> Iterable[Entity]:
    for suffix in (".yml", ".yaml"):
        for file, _, text in _texts(content / "entities", suffix, root, problems):
            yield from parse_registry_file(text, file, problems)


def _topics(content: Path, root: Path, problems: list[Problem]) -> Iterable[Topic]:
    for file, name, text in _texts(content / "topics", ".md", root, problems):
        topic, found = read_topic(text, TopicId(name), file)
        problems.extend(found)
        if topic:
            yield topic


def _decisions(content: Path, root: Path, problems: list[Problem]) -> tuple[Decision, ...]:
    file = content / "decisions.yml"
    text = read_text(file, root, problems) if exists(file) else None
    return parse_decisions(text, relative(file, root), problems) if text else ()


def _texts(
    folder: Path, suffix: str, root: Path, problems: list[Problem]
) -> Iterable[tuple[str, str, str]]:
    """Yield path as shown, stem and text of each readable file, ordered by name."""
    inside = not leaves(folder, root)
    for path in listing(folder, root, problems):
        if path.name.startswith(".") or is_folder(path):
            continue
        if path.suffix != suffix:
            _warn_of_ending(path, suffix, root, problems)
            continue
        if not _named(path, path.stem, root, problems):
            continue
        text = read_text(path, root, problems, inside=inside)
        if text is not None:
            yield relative(path, root), path.stem, text


def _warn_of_ending(path: Path, suffix: str, root: Path, problems: list[Problem]) -> None:
    """Report a file that a person means to be read and that would be passed over in silence."""
    if path.suffix.lower() == suffix:
        message = f"is not read: its ending is {path.suffix}, not {suffix}"
        problems.append(Problem(relative(path, root), 1, "DP022", message, "rename the file"))


def _named(path: Path, name: str, root: Path, problems: list[Problem]) -> bool:
    if is_slug(name) and name != "index":
        return True
    message = f"{name!r} cannot be an address"
    problems.append(Problem(relative(path, root), 1, "DP102", message, f"{SLUG_HINT}; not index"))
    return False
