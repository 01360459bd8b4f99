"""Work spread over the processors, by processes that begin as copies of this one.

A copy has all that was read and built so far without a byte being sent to it; only results come
back. The results are the same for any number of processes, none at all included.
"""

import multiprocessing
import os
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from multiprocessing.connection import Connection
from typing import Any, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

NUMBER = "DOSSIER_WORKERS"
"""The environment variable that sets the number of processes."""
FEWEST = 200
"""Fewer pieces of work than this for each process are not worth a process."""


def workers(pieces: int) -> int:
    """Return how many processes to use for so many pieces of work; 1 is this one alone."""
    if "fork" not in multiprocessing.get_all_start_methods() or threading.active_count() > 1:
        return 1  # a copy of a process with threads may wait for a lock that no one holds
    wanted = os.environ.get(NUMBER, "")
    if wanted.isdecimal() and int(wanted) > 0:
        return min(int(wanted), max(1, pieces))
    available = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return max(1, min(available or 1, pieces // FEWEST))


def spread(
    pieces: Sequence[Item], work: Callable[[Sequence[Item]], Result], count: int
) -> Iterator[Result]:
    """Yield what `work` makes of each of `count` shares of the pieces.

    The last share is done here. What another process fails at is done here again, so that an
    exception is raised where the caller can catch it.
    """
    shares = [pieces[number::count] for number in range(count)]
    context = multiprocessing.get_context("fork") if count > 1 else None
    started: list[tuple[Any, Connection, Sequence[Item]]] = []
    try:
        for share in shares[:-1]:
            assert context is not None  # noqa: S101  # more than one share, for mypy
            receiver, sender = context.Pipe(duplex=False)
            process = context.Process(target=_send, args=(sender, work, share), daemon=True)
            process.start()
            sender.close()
            started.append((process, receiver, share))
        yield work(shares[-1])
        for _, receiver, share in started:
            yield _received(receiver, work, share)
    finally:
        for process, receiver, _ in started:
            receiver.close()
            process.terminate()
            process.join()


def _send(
    sender: Connection, work: Callable[[Sequence[Item]], Result], share: Sequence[Item]
) -> None:
    # Nothing is said here of a failure: this process's copy of the terminal is not its own.
    with suppress(Exception), sender:
        sender.send(work(share))


def _received(
    receiver: Connection, work: Callable[[Sequence[Item]], Result], share: Sequence[Item]
) -> Result:
    try:
        result: Result = receiver.recv()
    except (EOFError, OSError):
        return work(share)
    return result
