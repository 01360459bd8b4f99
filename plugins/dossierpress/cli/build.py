"""`dossier build`: the site, built beside the old one and swapped in when it is right."""

import sys
import time
from pathlib import Path

import click

from dossierpress.cli.check import summary
from dossierpress.cli.main import find_publication
from dossierpress.cli.output import count, print_problems
from dossierpress.cli.steps import Steps
from dossierpress.mkdocs_plugin.building import Build, build_publication


@click.command("build", short_help="Build the site; the old one stands until the new one is right.")
@click.option("--strict", is_flag=True, help="Let warnings keep the new site out, too.")
@click.option(
    "--versioned",
    is_flag=True,
    help="As one version of several, for `dossier publish`: with their list, and addresses of the "
    "latest one.",
)
@click.option(
    "--site-dir",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="DIR",
    help="Where the site belongs. Default: `site_dir` of mkdocs.yml.",
)
@click.pass_obj
def command(directory: Path | None, strict: bool, versioned: bool, site_dir: Path | None) -> None:
    """Build the site beside the old one, look through it, and swap the two.

    The old site stays as it is where the content has errors, a link leads nowhere, a page holds
    words that rights keep back or asks another host for something, and where the run is killed.
    """
    root = find_publication(directory)
    started = time.monotonic()
    with Steps(sys.stderr) as steps:
        built = build_publication(
            root, site=site_dir, strict=strict, versioned=versioned, progress=steps
        )
    report(built, time.monotonic() - started)
    if not built.right:
        raise SystemExit(1)
    click.echo(built.site)


def report(built: Build, seconds: float) -> None:
    """Print what a build found, and its summary, to standard error."""
    print_problems(built.problems, err=True)
    for warning in built.warnings:
        click.echo(f"mkdocs: {warning}", err=True)
    if not built.right:
        click.echo("the site was not replaced", err=True)
    click.echo(summary_line(built, seconds), err=True)


def summary_line(built: Build, seconds: float) -> str:
    """Return the last line of a build: "120 articles, 5,310 links, no problems, 3.2 s"."""
    parts = (
        count(len(built.publication.library.articles), "article"),
        count(built.links, "link"),
        summary(built.problems),
        *([count(len(built.warnings), "warning of mkdocs")] if built.warnings else ()),
        f"{seconds:.1f} s",
        *([f"{count(built.reused, 'page')} reused"] if built.reused else ()),
    )
    return ", ".join(parts)
