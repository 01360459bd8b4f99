"""How far a long run has come: a bar on a terminal, a line now and then elsewhere."""

import sys
from types import TracebackType
from typing import Self, TextIO

import click
from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

EVERY = 1000
"""Without a terminal, a line is printed after so many clippings."""


class Meter:
    """Shows how many of the sources are done; a context manager.

    Args:
        total: how many sources there are.
        stream: standard error.

    Attributes:
        is_bar: whether the stream is a terminal, and takes a bar.
    """

    def __init__(self, total: int, stream: TextIO) -> None:
        self.is_bar = stream.isatty()
        self._total = total
        self._clippings = 0
        # Lines that are printed meanwhile must go above the bar where they share its terminal.
        self._bar = Progress(
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeElapsedColumn(),
            console=Console(file=stream),
            transient=True,
            disable=not self.is_bar,
            redirect_stdout=sys.stdout.isatty(),
        )
        self._task = self._bar.add_task("", total=total)

    def step(self, name: str, behind: int) -> None:
        """Show what is read now, and that so many sources are behind it."""
        self._clippings += 1
        if self.is_bar:
            self._bar.update(self._task, completed=behind, description=escape(_short(name)))
        elif self._clippings % EVERY == 0:
            click.echo(f"dossier: {behind} of {self._total} sources read", err=True)

    def __enter__(self) -> Self:
        self._bar.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._bar.stop()


def _short(name: str) -> str:
    return name if len(name) <= 40 else f"…{name[-39:]}"
