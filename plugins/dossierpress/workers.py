"""Work spread over the processors, by processes that begin as copies of this one.

A copy has all that was read and built so far without a byte being sent to it; only results come
back. The results are the same for any number of processes, none at all included.
"""

import multiprocessing
import os
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from functools import partial
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import TypeVar

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


def begin(work: Callable[[], Result], pieces: int = 2 * FEWEST) -> Callable[[], Result]:
    """Begin work in another process, and return what waits for its result.

    Where there is no processor for it, or where its pieces are too few to be worth a process, it is
    done when its result is asked for.
    """
    if workers(pieces) < 2:
        return work
    receiver, process = _started(work)
    beginner = os.getpid()

    def result() -> Result:
        if os.getpid() != beginner:
            return work()  # in a copy of this process, which must not take another's result
        try:
            return _received(receiver, work)
        finally:
            _end(receiver, process)

    return result


def spread(
    pieces: Sequence[Item], work: Callable[[Sequence[Item]], Result], count: int
) -> Iterator[Result]:
    """Yield what `work` makes of each of `count` shares of the pieces.

    The last share is done here. What another process fails at is done here again, so that an
    exception is raised where the caller can catch it.
    """
    shares = [pieces[number::count] for number in range(count)]
    tasks = [partial(work, share) for share in shares]
    started: list[tuple[Connection, BaseProcess]] = []
    try:
        started.extend(_started(task) for task in tasks[:-1])
        yield tasks[-1]()
        for (receiver, _), task in zip(started, tasks[:-1], strict=True):
            yield _received(receiver, task)
    finally:
        for receiver, process in started:
            _end(receiver, process)


def _started(task: Callable[[], object]) -> tuple[Connection, BaseProcess]:
    context = multiprocessing.get_context("fork")
    receiver, sender = context.Pipe(duplex=False)
    process = context.Process(target=_send, args=(sender, task), daemon=True)
    process.start()
    sender.close()
    return receiver, process


def _send(sender: Connection, task: Callable[[], object]) -> None:
    # Nothing is said here of a failure: the first process does the task again, and meets it.
    with suppress(Exception), sender:
        sender.send(task())


def _received(receiver: Connection, task: Callable[[], Result]) -> Result:
    try:
        result: Result = receiver.recv()
    except (EOFError, OSError):
        return task()
    return result


def _end(receiver: Connection, process: BaseProcess) -> None:
    receiver.close()
    process.terminate()
    process.join()
