"""`dossier new`: lay down a new publication."""

import shlex
from pathlib import Path

import click

from dossierpress import scaffold
from dossierpress.errors import UsageError


@click.command("new", short_help="Lay down a new publication.")
@click.argument("directory", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--name", help="The site's name. Default: made from the folder's name.")
@click.pass_obj
def command(publication: Path | None, directory: Path, name: str | None) -> None:
    """Lay down a complete publication in DIR, a new or empty folder.

    It has a dossier with three articles, a registry of entities, three topics, and a workflow
    for GitHub Pages. It builds as it stands.
    """
    if publication is not None:
        raise UsageError("-C names a publication that is there; give `new` its folder as DIR")
    files = scaffold.lay_down(directory, scaffold.site_name(directory) if name is None else name)
    click.echo(f"{len(files)} files written. What comes next:", err=True)
    click.echo(f"  cd {shlex.quote(str(directory))}", err=True)
    click.echo("  dossier add CLIPPING... -d gulf-security", err=True)
    click.echo("  dossier check", err=True)
    click.echo("  mkdocs serve", err=True)
    click.echo(directory)
