"""`dossier publish`: build a version, look through it, and put it on its branch."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from msgspec import structs

from dossierpress.errors import DossierError, UsageError
from dossierpress.mkdocs_plugin.building import Build, build_publication, inspect_site
from dossierpress.mkdocs_plugin.host import dossiers_of, read_settings
from dossierpress.publication import Publication
from dossierpress.publishing.git import Git
from dossierpress.publishing.plan import KEEP, LIMIT
from dossierpress.publishing.publish import Published, Where, publish
from dossierpress.publishing.versions import Version
from dossierpress.release.making import Content, snapshot_of
from dossierpress.release.shelf import Entry, find, load, shelf
from dossierpress.release.snapshot import ArticleRecord

SITE = ".cache/dossier/site"
"""Where a version is built, below the publication's folder; `site/` stays what it is."""
_GITHUB = re.compile(r"(?:https://|ssh://git@|git@)github\.com[:/]([\w.-]+)/([\w.-]+?)(?:\.git)?/?")


@dataclass(frozen=True)
class Request:
    """What a curator asks for.

    Attributes:
        remote: a remote of the repository, or its address.
        site: a site that `dossier build --versioned` has made; None builds one.
        keep: how many of the newest versions stay whole.
        limit: the most bytes that the branch may have.
    """

    remote: str = "origin"
    branch: str = "gh-pages"
    site: Path | None = None
    keep: int = KEEP
    limit: int = LIMIT
    dry_run: bool = False


def where_to(root: Path, request: Request) -> Where:
    """Return what the branch is for, by the publication's settings.

    Raises:
        UsageError: the settings do not say where the site will stand.
    """
    config = read_settings(root)
    if not config.site_url:
        raise UsageError(
            "site_url of mkdocs.yml is empty, so that no page could name its address; "
            "set it, or SITE_URL where mkdocs.yml reads that"
        )
    address = f"{config.site_url.rstrip('/')}/"
    return Where(request.remote, request.branch, config.site_name, address,
                 bundles_of(root, request.remote))  # fmt: skip


def publish_version(
    root: Path, entry: Entry, request: Request, built: Callable[[Build], None] = lambda _: None
) -> Published | None:
    """Build and publish a release as a version; None where its site is not right.

    Args:
        root: the folder of mkdocs.yml.
        entry: the release; the publication must be what it froze.
        request: what is asked for.
        built: is told what the build came to, before anything is published.

    Raises:
        UsageError: the request, the settings or the repository cannot be used.
        DossierError: the publication is not what the release froze; and as `publish` has it.
    """
    where = where_to(root, request)
    if request.site:
        build = inspect_site(root, request.site)
    else:
        build = build_publication(root, site=root / SITE, versioned=True, day=entry.date)
    built(build)
    if not build.right:
        return None
    check_unchanged(build.publication, entry, root)
    version = Version(entry.version, entry.date)
    return publish(root, build.site, version, where,
                   keep=request.keep, limit=request.limit, dry_run=request.dry_run)  # fmt: skip


def released(root: Path, version: str | None) -> Entry:
    """Return a release of a publication, or its newest one.

    Raises:
        UsageError: there is none.
    """
    folder = dossiers_of(read_settings(root))
    entries, _ = shelf(root, folder)
    if version is not None:
        return find(entries, version)
    if not entries:
        raise UsageError("there is no release to publish; `dossier release VERSION` makes one")
    return entries[-1]


def check_unchanged(publication: Publication, entry: Entry, root: Path) -> None:
    """Refuse to publish under a release's name what it did not freeze.

    What the rules find (mentions, assignments) may differ, where another version of DossierPress
    reads the same files.

    Raises:
        DossierError: the publication has changed since.
    """
    then = load(entry)
    content = Content(publication.library, publication.mentions, publication.assignments, (), "")
    now = snapshot_of(content, entry.version, entry.date)
    changed = [
        name
        for name, before, after in (
            ("dossiers", then.dossiers, now.dossiers),
            ("articles", _stated(then.articles), _stated(now.articles)),
            ("entities", then.entities, now.entities),
            ("topics", then.topics, now.topics),
            ("decisions", then.decisions, now.decisions),
        )
        if before != after
    ]
    if changed:
        raise DossierError(
            f"the {', '.join(changed)} are not those that the release {entry.version} froze; "
            f"check out its commit (`git switch --detach {entry.version}`, where it is tagged), "
            "or make a new release"
        )


def _stated(articles: Iterable[ArticleRecord]) -> tuple[ArticleRecord, ...]:
    return tuple(structs.replace(article, entities=()) for article in articles)


def bundles_of(root: Path, remote: str) -> str:
    """Return where the bundles of a repository on GitHub are: at the release of the same name."""
    try:
        address = Git(root).text("remote", "get-url", remote)
    except DossierError:
        address = remote
    found = _GITHUB.fullmatch(address)
    return f"https://github.com/{found[1]}/{found[2]}/releases/tag/{{version}}" if found else ""
