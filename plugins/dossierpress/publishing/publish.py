"""A built site onto a branch of a remote, as one version more, in one commit.

Invariants: a published version is never replaced by other bytes; the remote has either the old
state or the whole new one; and what others publish at the same time is built upon, never lost.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from dossierpress.errors import DossierError, UsageError
from dossierpress.publishing import versions
from dossierpress.publishing.branch import Branch, Source, commit, fetch, push, source_of
from dossierpress.publishing.git import Git
from dossierpress.publishing.pages import (
    ReducedPage,
    RootPage,
    SitemapPage,
    reduced_page,
    root_page,
    sitemap_page,
)
from dossierpress.publishing.plan import KEEP, LIMIT, Plan, make_plan
from dossierpress.publishing.staging import staging
from dossierpress.publishing.tree import Entry, entries, join, store, store_file
from dossierpress.publishing.versions import LATEST, Version

ATTEMPTS = 10
"""How often a push is tried while others are faster."""
PAUSE = 0.2
"""How much longer each attempt waits than the one before, in seconds."""


@dataclass(frozen=True)
class Where:
    """What a branch is for.

    Attributes:
        remote: a remote of the repository, or its address.
        branch: the branch.
        site_name: the publication's name.
        address: the URL of the branch's root, which ends in "/"; empty where it is not known.
        bundles: where the bundle of a version is to be had, with `{version}` in it; may be empty.
    """

    remote: str
    branch: str
    site_name: str
    address: str
    bundles: str = ""


@dataclass(frozen=True)
class Published:
    """What a run came to.

    Attributes:
        plan: what the branch holds now, or would.
        commit: the new state of the branch; empty where nothing had to change, or in a dry run.
        changed: whether the branch has changed, or would.
    """

    plan: Plan
    commit: str
    changed: bool


def publish(
    root: Path,
    site: Path,
    new: Version,
    where: Where,
    *,
    keep: int = KEEP,
    limit: int = LIMIT,
    dry_run: bool = False,
    fetched: Callable[[Branch], None] = lambda _: None,
) -> Published:
    """Publish a built site as a version.

    Args:
        root: the publication, within a git repository.
        site: the folder of the built site.
        new: the version; its files and bytes are counted here.
        where: the branch.
        keep: how many of the newest versions stay whole.
        limit: the most bytes that the branch may have.
        dry_run: whether to plan only.
        fetched: is told each state of the branch before it is built upon.

    Raises:
        UsageError: the version's name, the branch or the repository cannot be used.
        DossierError: the version is published with other bytes, the branch would be too large, or
            the remote refuses.
    """
    fault = versions.check_name(new.name)
    if fault:
        raise UsageError(f"{new.name!r} cannot be the name of a version: {fault}")
    source = source_of(Git(root))
    with staging(root, where.remote) as (git, remote):
        stored = store(git, site)
        new = replace(new, files=stored.files, bytes=stored.bytes, tree=stored.id)
        for attempt in range(ATTEMPTS):
            time.sleep(PAUSE * attempt)
            branch = fetch(git, remote, where.branch)
            fetched(branch)
            _check(branch, new)
            plan = _plan(branch, new, keep, limit)
            tree = join(git, _root(git, branch, plan, where))
            if branch.commit and tree == git.text("rev-parse", f"{branch.commit}^{{tree}}"):
                return Published(plan, "", changed=False)
            if dry_run:
                return Published(plan, "", changed=True)
            made = commit(git, tree, branch, source, _message(plan, source))
            if push(git, remote, where.branch, made, branch):
                return Published(plan, made, changed=True)
    raise DossierError(
        f"others published {ATTEMPTS} times while this run tried; nothing was published, try again"
    )


def _check(branch: Branch, new: Version) -> None:
    """Refuse to change what is published.

    Raises:
        DossierError: the version is published with other bytes.
    """
    there, entry = branch.version(new.name), branch.entry(new.name)
    same = there.tree or (entry.id if entry else "") if there else ""
    if same == new.tree or not (there or entry):
        return
    why = f"without {', '.join(there.purged)}, which was purged" if there and there.purged else ""
    raise DossierError(
        f"{new.name} is published {why or 'with other bytes'}, and a published version never "
        "changes; publish under a new version"
    )


def _plan(branch: Branch, new: Version, keep: int, limit: int) -> Plan:
    plan = make_plan(branch.versions, branch.version(new.name) or new, keep=keep, limit=limit)
    if plan.fits:
        return plan
    lines = "\n  ".join(plan.lines())
    raise DossierError(
        f"the branch would be too large, with only its newest site kept whole:\n  {lines}\n"
        "the newest site counts twice, as a version and as latest/; make it smaller, "
        "or raise --limit where the host takes more"
    )


def _root(git: Git, branch: Branch, plan: Plan, where: Where) -> list[Entry]:
    """Return what the root of the branch shall hold; what is not ours stays as it is."""
    root = {entry.name: entry for entry in branch.entries}
    if plan.new.whole:
        root[plan.new.name] = Entry(plan.new.name, "040000", plan.new.tree)
    canonical = f"{where.address}{LATEST}/" if where.address else ""
    for version in plan.versions:
        if version.name in plan.reduced:
            bundle = where.bundles.replace("{version}", version.name)
            page = ReducedPage(where.site_name, version.name, version.released, bundle, canonical)
            index = Entry("index.html", "100644", store_file(git, reduced_page(page)))
            root[version.name] = Entry(version.name, "040000", join(git, [index]))
    latest = root[plan.latest.name]
    root[LATEST] = Entry(LATEST, "040000", latest.id)
    files = {
        ".nojekyll": b"",
        "index.html": root_page(RootPage(where.site_name, canonical)),
        versions.NAME: versions.write(plan.versions).encode("utf-8"),
    }
    inner = {entry.name: entry for entry in entries(git, latest.id)}
    if canonical and "sitemap.xml" in inner:
        files["sitemap.xml"] = sitemap_page(SitemapPage(f"{canonical}sitemap.xml"))
    for name, data in files.items():
        root[name] = Entry(name, "100644", store_file(git, data))
    if "404.html" in inner:
        root["404.html"] = inner["404.html"]
    return list(root.values())


def _message(plan: Plan, source: Source) -> str:
    gone = [f"{name} gives way to its bundle." for name in plan.reduced]
    built = [f"Built from {source.commit}."] if source.commit else []
    return "\n\n".join([f"Publish {plan.new.name}", *gone, *built]) + "\n"
