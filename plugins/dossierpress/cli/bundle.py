"""`dossier bundle`: the dossiers of a release, each as an archive that can be checked and cited."""

from pathlib import Path

import click

from dossierpress.bundling.making import make_bundles
from dossierpress.bundling.signing import checksums, sign
from dossierpress.cli.main import find_publication
from dossierpress.cli.writing import writing
from dossierpress.files import atomic_write, clear
from dossierpress.mkdocs_plugin.host import read_interface, read_settings
from dossierpress.publication import CACHE, read_publication


@click.command(short_help="Make the archives of a release, one for each dossier.")
@click.argument("version")
@click.option("--dossier", "dossiers", multiple=True, help="Only this dossier.", metavar="ID")
@click.option(
    "--output",
    type=click.Path(path_type=Path, file_okay=False),
    help="Where to write. Default: bundles/ of the publication.",
    metavar="DIR",
)
@click.option(
    "--sign",
    "key",
    type=click.Path(path_type=Path),
    help="Sign the checksums with this key, of ssh or minisign.",
    metavar="KEY",
)
@click.pass_obj
def command(
    directory: Path | None,
    version: str,
    dossiers: tuple[str, ...],
    output: Path | None,
    key: Path | None,
) -> None:
    """Write the bundles of the release VERSION, and their checksums.

    An article is in them as far as its rights allow, then and now.
    """
    root = find_publication(directory)
    folder = output or root / "bundles"
    with writing(root, "bundle"):
        settings = read_settings(root)
        now = read_publication(root, cache=root / CACHE)
        made = make_bundles(
            root,
            now,
            version,
            title=settings.site_name,
            site_url=settings.site_url or "",
            words=read_interface(settings),
            dossiers=dossiers,
            warn=lambda words: click.echo(words, err=True),
        )
        folder.mkdir(parents=True, exist_ok=True)
        clear(folder)
        sums = []
        for bundle in made:
            atomic_write(folder / bundle.name, bundle.data)
            sums.append((bundle.name, bundle.data))
            click.echo(folder / bundle.name)
        listed = folder / f"{version}.sha256"
        atomic_write(listed, checksums(sums))
        click.echo(listed)
        if key:
            click.echo(sign(listed, key))
