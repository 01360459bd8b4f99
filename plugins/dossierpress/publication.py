"""Files in, knowledge out: load, match, assign. All of it exists before a page is rendered."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property, partial
from itertools import chain
from pathlib import Path
from types import MappingProxyType

from dossierpress.clusters.kept import known_clusters, look_for_clusters
from dossierpress.clusters.stories import Clusters, find_clusters
from dossierpress.errors import Problem
from dossierpress.finding import find_all
from dossierpress.library.load import Loaded, read_library
from dossierpress.matching.candidates.find import Best
from dossierpress.matching.candidates.open import LOOKED_AT, Search
from dossierpress.matching.lint import lint_aliases
from dossierpress.matching.lint_form import lint_forms
from dossierpress.matching.lint_use import lint_use
from dossierpress.model import ArticleRef, Assignment, Library, Mention, TopicId
from dossierpress.progress import Progress, Stage, silent
from dossierpress.release.chronicle import Chronicle
from dossierpress.release.reading import read_chronicle
from dossierpress.release.shelf import FOLDER
from dossierpress.release.take import take
from dossierpress.workers import begin


@dataclass(frozen=True)
class Publication:
    """A library, and what the rules found in it.

    Attributes:
        mentions: by article, in reading order; abstentions included.
        assignments: ordered by topic, then article.
        problems: everything that is wrong with the content, ordered by path and line.
        chronicle: its releases, where they were asked for.
        find_copies: gives the clusters; None where no one began to look for them.
        find_names: gives the open names; None where no one began to look for them.
        digests: of each article, the digest of all that it was read from, so that equal digests
            are equal articles; none where the publication was not read from files.
        kept: the folder of what is kept for the next run; None where nothing is.
    """

    library: Library
    mentions: Mapping[ArticleRef, tuple[Mention, ...]]
    assignments: tuple[Assignment, ...]
    problems: tuple[Problem, ...]
    chronicle: Chronicle = field(default_factory=Chronicle)
    find_copies: Callable[[], Clusters] | None = field(default=None, compare=False, repr=False)
    find_names: Callable[[], Best | None] | None = field(default=None, compare=False, repr=False)
    digests: Mapping[ArticleRef, bytes] = field(default_factory=dict, compare=False, repr=False)
    kept: Path | None = field(default=None, compare=False, repr=False)

    @cached_property
    def clusters(self) -> Clusters:
        """The articles that are copies of one story."""
        return self.find_copies() if self.find_copies else find_clusters(self.library)

    @cached_property
    def open_names(self) -> Best | None:
        """The names that its published texts use and its registry lacks.

        None where there are too many articles to look.
        """
        if self.find_names:
            return self.find_names()
        few = len(self.library.articles) <= LOOKED_AT
        return Search(self.library, self.digests).find() if few else None

    @cached_property
    def by_topic(self) -> Mapping[TopicId, tuple[Assignment, ...]]:
        """The assignments of each topic that has any."""
        found: dict[TopicId, list[Assignment]] = {}
        for assignment in self.assignments:
            found.setdefault(assignment.topic, []).append(assignment)
        return MappingProxyType({topic: tuple(items) for topic, items in found.items()})


CACHE = ".cache/kept"
"""Where the commands keep what was read and found, below the publication's folder."""


def read_publication(
    root: Path,
    folder: str = "dossiers",
    *,
    cache: Path | None = None,
    releases: bool = False,
    copies: bool = False,
    progress: Progress = silent,
) -> Publication:
    """Read a publication's files and apply the linking and the topic rules.

    Bad content never raises: it becomes a problem.

    Args:
        root: the folder of mkdocs.yml.
        folder: where the content lies, relative to `root`.
        cache: a folder that keeps what was read and found, so that only changed articles are
            read and matched again; None keeps nothing.
        releases: whether to read the releases, too.
        copies: whether to look for copies of one story and for open names meanwhile, because a
            site will ask for them.
        progress: is told how far this has come.
    """
    progress(Stage.READING, 0, 0)
    loaded = read_library(root, folder, cache)
    library = loaded.library
    find_copies = _begin_clusters(loaded, cache) if copies else None
    find_names = _begin_names(loaded, cache) if copies else None
    mentions, placed = find_all(loaded, cache, progress)
    lint = {
        *lint_aliases(library.registry),
        *lint_forms(library.registry),
        *lint_use(library.registry, chain.from_iterable(mentions.values())),
    }
    told: Chronicle = Chronicle()
    wrong: tuple[Problem, ...] = ()
    if releases and (root / folder / FOLDER).is_dir():
        now = take(library, mentions, placed, version="", date="", program="")
        told, wrong = read_chronicle(root, library, now, folder)
    return Publication(
        library,
        mentions,
        placed,
        tuple(sorted({*loaded.problems, *lint, *wrong})),
        told,
        find_copies,
        find_names,
        loaded.digests,
        cache,
    )


def _begin_clusters(loaded: Loaded, folder: Path | None) -> Callable[[], Clusters]:
    """Begin to look for copies of one story in another process, where they are not known."""
    library, digests = loaded.library, loaded.digests
    if folder is None:
        return begin(partial(find_clusters, library), len(digests))
    known = known_clusters(library, digests, folder)
    if known is not None:
        return lambda: known
    return begin(partial(look_for_clusters, library, digests, folder), len(digests))


def _begin_names(loaded: Loaded, folder: Path | None) -> Callable[[], Best | None]:
    """Begin to look for open names in another process, where they are not known."""
    search = Search(loaded.library, loaded.digests, loaded.registry, folder)
    known = search.known()
    if known is not None or len(loaded.library.articles) > LOOKED_AT:
        return lambda: known
    return begin(search.find, len(loaded.digests))
