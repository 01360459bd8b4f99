"""`dossier publish`: build a version, look through it, and put it on its branch."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from dossierpress.errors import DossierError, UsageError
from dossierpress.mkdocs_plugin.building import Build, build_publication, inspect_site
from dossierpress.mkdocs_plugin.host import read_settings
from dossierpress.publishing.git import Git
from dossierpress.publishing.plan import KEEP, LIMIT
from dossierpress.publishing.publish import Published, Where, publish
from dossierpress.publishing.versions import Version

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
    root: Path, name: str, request: Request, built: Callable[[Build], None] = lambda _: None
) -> Published | None:
    """Build and publish a version; None where its site is not right.

    Args:
        root: the folder of mkdocs.yml.
        name: of the version.
        request: what is asked for.
        built: is told what the build came to, before anything is published.

    Raises:
        UsageError: the request, the settings or the repository cannot be used.
        DossierError: as `publish` has it.
    """
    where = where_to(root, request)
    if request.site:
        build = inspect_site(root, request.site)
    else:
        build = build_publication(root, site=root / SITE, versioned=True)
    built(build)
    if not build.right:
        return None
    version = Version(name)
    return publish(root, build.site, version, where,
                   keep=request.keep, limit=request.limit, dry_run=request.dry_run)  # fmt: skip


def bundles_of(root: Path, remote: str) -> str:
    """Return where the bundles of a repository on GitHub are: at the release of the same name."""
    try:
        address = Git(root).text("remote", "get-url", remote)
    except DossierError:
        address = remote
    found = _GITHUB.fullmatch(address)
    return f"https://github.com/{found[1]}/{found[2]}/releases/tag/{{version}}" if found else ""
