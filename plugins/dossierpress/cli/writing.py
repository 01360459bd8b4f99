"""How commands write: one at a time, after what a run that was stopped has left undone."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from dossierpress.files import locked, recover


@contextmanager
def writing(root: Path, command: str) -> Iterator[None]:
    """Be the only writer of a publication; says whom it waits for and what it finished.

    Raises:
        LockedError: another process is writing, and does not end.
        DossierError: the publication cannot be written.
    """
    with locked(root, f"dossier {command}", waiting=lambda words: click.echo(words, err=True)):
        for name in recover(root):
            click.echo(f"{name}: written now; the run that changed it was stopped", err=True)
        yield
