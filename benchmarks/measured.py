"""What a command costs: seconds of all its processes, seconds that pass, memory at the peak."""

import os
import subprocess
import threading
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

EVERY = 0.2
"""Seconds between two looks at the memory."""


@dataclass(frozen=True)
class Measure:
    """The cost of one command.

    Attributes:
        cpu: seconds of processor time, of its children too.
        wall: seconds that passed.
        peak: megabytes that its processes held at once, shared ones counted once; where the
            system does not tell, those of the largest process.
    """

    cpu: float
    wall: float
    peak: float


def measured(command: Sequence[str | Path]) -> Measure:
    """Run a command and say what it cost; stop where it fails."""
    begin = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as process:
        watch = _Watch(process.pid)
        watch.start()
        _, status, used = os.wait4(process.pid, 0)
        wall = time.perf_counter() - begin
        watch.stop()
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{' '.join(map(str, command))} failed")
    peak = max(watch.peak, used.ru_maxrss * 1024)
    return Measure(used.ru_utime + used.ru_stime, wall, peak / 1e6)


def best(measures: Iterable[Measure]) -> Measure:
    """Return the measure with the least processor time."""
    return min(measures, key=lambda measure: measure.cpu)


class _Watch(threading.Thread):
    """Adds up, again and again, the memory of a process and its children."""

    def __init__(self, pid: int) -> None:
        super().__init__(daemon=True)
        self._pid, self._done = pid, threading.Event()
        self.peak = 0

    def run(self) -> None:
        while not self._done.wait(EVERY):
            children = list(_children(self._pid))
            if children:  # for one process alone, the system keeps the peak
                self.peak = max(self.peak, sum(map(_share, [self._pid, *children])))

    def stop(self) -> None:
        self._done.set()
        self.join()


def _children(pid: int) -> Iterable[int]:
    try:
        words = Path(f"/proc/{pid}/task/{pid}/children").read_text("utf-8").split()
    except OSError:
        return
    for word in words:
        yield int(word)
        yield from _children(int(word))


def _share(pid: int) -> int:
    """Return a process's proportional share of memory, in bytes."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text("utf-8").splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:")), 0)
