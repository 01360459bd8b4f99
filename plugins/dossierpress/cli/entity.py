"""`dossier entity`: rename, merge and split entities, with the way back."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from dossierpress.cli.main import find_publication
from dossierpress.cli.signing import signature, signing
from dossierpress.cli.writing import writing
from dossierpress.curation import identity
from dossierpress.curation.desk import Change, Desk, apply, read_desk
from dossierpress.library.load import load_library
from dossierpress.model import Kind


@click.group("entity", short_help="Rename, merge and split entities.")
def command() -> None:
    """Rename, merge and split entities; old ids keep working.

    Each command writes the registry and the end of decisions.yml, and nothing else.
    """


@command.command(short_help="Give an entity another id.")
@click.argument("old")
@click.argument("new")
@click.option("--undo", is_flag=True, help="Take the renaming of OLD into NEW back.")
@signing
@click.pass_obj
def rename(directory: Path | None, /, old: str, new: str, undo: bool, **signed: Any) -> None:
    """Give the entity OLD the id NEW; OLD leads there."""
    do = identity.undo_rename if undo else identity.rename
    _carry_out(directory, lambda desk: do(desk, old, new, signature(**signed)))


@command.command(short_help="Make one entity part of another.")
@click.argument("source", metavar="FROM")
@click.argument("into")
@click.option("--undo", is_flag=True, help="Take the merge of FROM into INTO back.")
@signing
@click.pass_obj
def merge(directory: Path | None, /, source: str, into: str, undo: bool, **signed: Any) -> None:
    """Make the entity FROM part of INTO: its names mean INTO, its page leads there."""
    do = identity.undo_merge if undo else identity.merge
    _carry_out(directory, lambda desk: do(desk, source, into, signature(**signed)))


@command.command(short_help="Give some aliases to a new entity.")
@click.argument("source", metavar="ID")
@click.argument("new")
@click.option("--alias", "aliases", multiple=True, required=True, help="An alias that goes to NEW.")
@click.option("--name", help="The name of NEW. Default: its first alias.")
@click.option(
    "--kind",
    type=click.Choice([kind.value for kind in Kind]),
    help="The kind of NEW. Default: that of ID.",
)
@signing
@click.pass_obj
def split(
    directory: Path | None,
    /,
    source: str,
    new: str,
    aliases: tuple[str, ...],
    name: str | None,
    kind: str | None,
    **signed: Any,
) -> None:
    """Give some aliases of the entity ID to a new entity NEW.

    The way back: dossier entity merge NEW ID.
    """
    _carry_out(
        directory,
        lambda desk: identity.split(
            desk, source, new, aliases, signature(**signed), name, Kind(kind) if kind else None
        ),
    )


def _carry_out(directory: Path | None, change: Callable[[Desk], tuple[Change, ...]]) -> None:
    root = find_publication(directory)
    with writing(root, "entity"):
        library, _ = load_library(root)
        changes = change(read_desk(root, library))
        apply(root, changes)
    for changed in changes:
        click.echo(changed.path)
