"""`dossier migrate`: content files of older versions into those of today."""

from pathlib import Path

import click

from dossierpress.cli.main import find_publication
from dossierpress.cli.output import count
from dossierpress.cli.writing import writing
from dossierpress.errors import DossierError
from dossierpress.migration.lift import STEPS
from dossierpress.migration.publication import Plan, carry_out, plan
from dossierpress.release.repository import Repository
from dossierpress.schema import CURRENT


@click.command(short_help="Lift the files of an older version to today's.")
@click.option("--dry-run", is_flag=True, help="Name the files that would change; write nothing.")
@click.pass_obj
def command(directory: Path | None, dry_run: bool) -> None:
    """Lift the files of an older version to today's, each once.

    The way back is the last commit: the command wants everything to be committed, and says how to
    go back. Exit 1 where a file could not be lifted.
    """
    root = find_publication(directory)
    if dry_run:
        planned = plan(root)
    else:
        with writing(root, "migrate"):
            planned = plan(root)
            if planned.files:
                _check_committed(root)
                carry_out(root, planned)
    _show(planned, dry_run=dry_run)
    if planned.left:
        raise SystemExit(1)


def _check_committed(root: Path) -> None:
    """Refuse to change what git could not bring back."""
    changed = Repository(root).changed()
    if changed:
        more = f" and {len(changed) - 1} more" if len(changed) > 1 else ""
        raise DossierError(
            f"{changed[0]}{more}: not committed; commit first, so that there is a way back"
        )


def _show(planned: Plan, *, dry_run: bool) -> None:
    for file in planned.files:
        click.echo(file.path)
    for name in planned.left:
        click.echo(f"{name}: cannot be lifted; see `dossier check`, or lift it by hand", err=True)
    if not planned.files:
        others = "all other" if planned.left else "all"
        click.echo(f"{others} files are of version {CURRENT}", err=True)
        return
    done = "would be lifted" if dry_run else "lifted"
    click.echo(f"{count(len(planned.files), 'file')} {done} to version {CURRENT}:", err=True)
    for step in STEPS:
        click.echo(f"  {step.to}: {step.says}", err=True)
    if not dry_run:
        click.echo("The way back, before you commit: git restore dossiers", err=True)
