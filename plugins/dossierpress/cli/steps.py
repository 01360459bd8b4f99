"""How far a build has come: a bar on a terminal, a line for each stage elsewhere."""

import os
from types import TracebackType
from typing import Self, TextIO

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from dossierpress.progress import Stage


class Steps:
    """Shows the stage of a build and how much of it is done; a context manager.

    Args:
        stream: standard error.
    """

    def __init__(self, stream: TextIO) -> None:
        self._is_bar = stream.isatty()
        self._process = os.getpid()
        self._stage: Stage | None = None
        self._bar = Progress(
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeElapsedColumn(),
            console=Console(file=stream),
            transient=True,
            disable=not self._is_bar,
            redirect_stdout=False,
            auto_refresh=False,  # by a thread, beside which no further process is begun
        )
        self._task = self._bar.add_task("", total=None)

    def __call__(self, stage: Stage, done: int, total: int) -> None:
        """Show that so much of a stage is done; processes that this one began are not heard."""
        if os.getpid() != self._process:
            return
        if self._is_bar:
            known = total or None
            self._bar.update(self._task, description=stage, completed=done, total=known)
            self._bar.refresh()
        elif stage is not self._stage:
            pieces = f" ({total:,})" if total else ""
            click.echo(f"dossier: {stage}{pieces}", err=True)
        self._stage = stage

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
