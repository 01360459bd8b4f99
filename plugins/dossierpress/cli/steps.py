"""How far a build has come: a bar on a terminal, a line for each stage elsewhere."""

import os
from typing import TextIO

import click

from dossierpress.cli.bar import Bar
from dossierpress.progress import Stage


class Steps(Bar):
    """Shows the stage of a build and how much of it is done; a context manager.

    Args:
        stream: standard error.
    """

    def __init__(self, stream: TextIO) -> None:
        self._process = os.getpid()
        self._stage: Stage | None = None
        # A thread would draw it anew; beside one, no further process may be begun.
        super().__init__(stream, redirect_stdout=False, auto_refresh=False)
        self._task = self._bar.add_task("", total=None)

    def __call__(self, stage: Stage, done: int, total: int) -> None:
        """Show that so much of a stage is done; processes that this one began are not heard."""
        if os.getpid() != self._process:
            return
        if self.is_bar:
            known = total or None
            self._bar.update(self._task, description=stage, completed=done, total=known)
            self._bar.refresh()
        elif stage is not self._stage:
            pieces = f" ({total:,})" if total else ""
            click.echo(f"dossier: {stage}{pieces}", err=True)
        self._stage = stage
