"""`dossier publish`: a version of the site, put on a branch beside those that are there."""

import time
from pathlib import Path

import click

from dossierpress.cli.build import report
from dossierpress.cli.main import find_publication
from dossierpress.cli.output import count
from dossierpress.errors import UsageError
from dossierpress.mkdocs_plugin.building import Build
from dossierpress.mkdocs_plugin.publishing import Request, publish_version, released, where_to
from dossierpress.mkdocs_plugin.purging import purge_article
from dossierpress.publishing.plan import KEEP, LIMIT
from dossierpress.publishing.publish import Published
from dossierpress.publishing.purge import Purged

_MEGABYTE = 1_000_000


@click.command("publish", short_help="Put a version of the site on its branch.")
@click.argument("version", required=False)
@click.option("--remote", default="origin", show_default=True, help="Where the branch is.")
@click.option("--branch", default="gh-pages", show_default=True, help="The branch of the site.")
@click.option(
    "--keep",
    type=click.IntRange(1),
    default=KEEP,
    show_default=True,
    help="How many of the newest versions stay whole.",
)
@click.option(
    "--limit",
    type=click.IntRange(1),
    default=LIMIT // _MEGABYTE,
    show_default=True,
    metavar="MB",
    help="The most megabytes that the branch may have.",
)
@click.option(
    "--site",
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    metavar="DIR",
    help="Publish what `dossier build --versioned` has made, instead of building.",
)
@click.option(
    "--purge",
    "article",
    metavar="ARTICLE",
    help="Take this article out of every published version, for good; publishes no version.",
)
@click.option("--reason", default="", metavar="TEXT", help="Why it is purged, for the tombstone.")
@click.option("--dry-run", is_flag=True, help="Say what would be published, and publish nothing.")
@click.pass_obj
def command(
    directory: Path | None,
    version: str | None,
    remote: str,
    branch: str,
    keep: int,
    limit: int,
    site: Path | None,
    article: str | None,
    reason: str,
    dry_run: bool,
) -> None:
    """Build the release VERSION, or the newest one, and put it on a branch, in one commit.

    It stands there under its own name and, where it is the newest, under latest/. A published
    version never changes: the same bytes again are no change, other bytes are refused.

    With --purge, no version is published: an article (DOSSIER/ID) is taken out of every one that
    is. That cannot be taken back.
    """
    root = find_publication(directory)
    request = Request(remote, branch, site, keep, limit * _MEGABYTE, dry_run)
    if article is not None:
        if version is not None:
            raise UsageError("--purge takes an article out of every version; name no VERSION")
        show_purged(purge_article(root, article, request, reason))
        return
    entry = released(root, version)
    started = time.monotonic()

    def told(built: Build) -> None:
        nonlocal started
        report(built, time.monotonic() - started)
        started = time.monotonic()

    published = publish_version(root, entry, request, told)
    if published is None:
        raise SystemExit(1)
    show(published, time.monotonic() - started, dry_run=dry_run)
    click.echo(f"{where_to(root, request).address}{entry.version}/")


def show_purged(purged: Purged) -> None:
    """Print what a purge changed."""
    for name, files in purged.files:
        click.echo(f"  {name}: {count(files, 'file')}", err=True)
    done = f"purged as commit {purged.commit[:12]}; the history of the branch begins anew"
    click.echo(done if purged.commit else "nothing was purged (--dry-run)", err=True)


def show(published: Published, seconds: float, *, dry_run: bool) -> None:
    """Print the plan and what became of it to standard error."""
    for line in published.plan.lines():
        click.echo(f"  {line}", err=True)
    if not published.changed:
        outcome = "published already, with the same bytes; nothing has changed"
    elif dry_run:
        outcome = "nothing was published (--dry-run)"
    else:
        outcome = f"published as commit {published.commit[:12]}"
    click.echo(f"{outcome}, {seconds:.1f} s", err=True)
