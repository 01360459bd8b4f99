"""`dossier release`: freeze the publication as a numbered release."""

from datetime import UTC, datetime
from importlib.metadata import version as version_of
from pathlib import Path

import click

from dossierpress.cli.main import find_publication
from dossierpress.cli.output import count
from dossierpress.cli.writing import writing
from dossierpress.publication import CACHE, read_publication
from dossierpress.release.chronicle import count as counted
from dossierpress.release.making import Content, make_release
from dossierpress.release.report import HEADINGS


@click.command(short_help="Freeze the publication as a release.")
@click.argument("version")
@click.option("--date", help="The day of the release. Default: today.", metavar="DATE")
@click.pass_obj
def command(directory: Path | None, version: str, date: str | None) -> None:
    """Write the snapshot of the release VERSION, such as 2026.06, to dossiers/releases/.

    Refused where the version exists, the content has errors, or something is not committed.
    """
    root = find_publication(directory)
    day = date or datetime.now(tz=UTC).date().isoformat()
    with writing(root, "release"):
        content = read_content(root)
        made = make_release(root, content, version, day)
    name = made.path.relative_to(root).as_posix()
    click.echo(name)
    snapshot = made.snapshot
    click.echo(
        f"{count(len(snapshot.articles), 'article')} in {count(len(snapshot.dossiers), 'dossier')}",
        err=True,
    )
    for what, number in counted(made.changes).items():
        click.echo(f"  {number} {HEADINGS[what][0].lower()}{HEADINGS[what][1:]}", err=True)
    if made.wordless:
        click.echo(
            f"the former words of {count(made.wordless, 'text')} are not in this copy's git"
            " history; the release says that they changed, without the words",
            err=True,
        )
    click.echo(f"now commit {name}, and tag the commit", err=True)


def read_content(root: Path) -> Content:
    """Read what a release freezes."""
    of = read_publication(root, cache=root / CACHE)
    return Content(of.library, of.mentions, of.assignments, of.problems, version_of("dossierpress"))
