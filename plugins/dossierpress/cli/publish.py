"""`dossier publish`: a version of the site, put on a branch beside those that are there."""

import time
from pathlib import Path

import click

from dossierpress.cli.build import report
from dossierpress.cli.main import find_publication
from dossierpress.mkdocs_plugin.building import Build
from dossierpress.mkdocs_plugin.publishing import Request, publish_version, where_to
from dossierpress.publishing.plan import KEEP, LIMIT
from dossierpress.publishing.publish import Published

_MEGABYTE = 1_000_000


@click.command("publish", short_help="Put a version of the site on its branch.")
@click.argument("version")
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
@click.option("--dry-run", is_flag=True, help="Say what would be published, and publish nothing.")
@click.pass_obj
def command(
    directory: Path | None,
    version: str,
    remote: str,
    branch: str,
    keep: int,
    limit: int,
    site: Path | None,
    dry_run: bool,
) -> None:
    """Build VERSION of the site and put it on a branch, in one commit.

    It stands there under its own name and, where it is the newest, under latest/. A published
    version never changes: the same bytes again are no change, other bytes are refused.
    """
    root = find_publication(directory)
    request = Request(remote, branch, site, keep, limit * _MEGABYTE, dry_run)
    started = time.monotonic()

    def told(built: Build) -> None:
        nonlocal started
        report(built, time.monotonic() - started)
        started = time.monotonic()

    published = publish_version(root, version, request, told)
    if published is None:
        raise SystemExit(1)
    show(published, time.monotonic() - started, dry_run=dry_run)
    click.echo(f"{where_to(root, request).address}{version}/")


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
