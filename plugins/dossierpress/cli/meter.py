"""How far a long run has come: a bar on a terminal, a line now and then elsewhere."""

import sys
from typing import TextIO

import click
from rich.markup import escape

from dossierpress.cli.bar import Bar

EVERY = 1000
"""Without a terminal, a line is printed after so many clippings."""


class Meter(Bar):
    """Shows how many of the sources are done; a context manager.

    Args:
        total: how many sources there are.
        stream: standard error.
    """

    def __init__(self, total: int, stream: TextIO) -> None:
        self._total = total
        self._clippings = 0
        # Lines that are printed meanwhile must go above the bar where they share its terminal.
        super().__init__(stream, redirect_stdout=sys.stdout.isatty(), auto_refresh=True)
        self._task = self._bar.add_task("", total=total)

    def step(self, name: str, behind: int) -> None:
        """Show what is read now, and that so many sources are behind it."""
        self._clippings += 1
        if self.is_bar:
            self._bar.update(self._task, completed=behind, description=escape(_short(name)))
        elif self._clippings % EVERY == 0:
            click.echo(f"dossier: {behind} of {self._total} sources read", err=True)


def _short(name: str) -> str:
    return name if len(name) <= 40 else f"…{name[-39:]}"
