"""A bar on a terminal, shown for as long as a long run lasts."""

from types import TracebackType
from typing import Self, TextIO

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn


class Bar:
    """A bar that goes when its run ends, and is never seen elsewhere; a context manager.

    Args:
        stream: where it is drawn.
        redirect_stdout: whether what is printed meanwhile goes above it.
        auto_refresh: whether a thread draws it anew now and then.

    Attributes:
        is_bar: whether the stream is a terminal, and takes a bar.
    """

    def __init__(self, stream: TextIO, *, redirect_stdout: bool, auto_refresh: bool) -> None:
        self.is_bar = stream.isatty()
        self._bar = Progress(
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeElapsedColumn(),
            console=Console(file=stream),
            transient=True,
            disable=not self.is_bar,
            redirect_stdout=redirect_stdout,
            auto_refresh=auto_refresh,
        )

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
