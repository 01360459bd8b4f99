"""Real faults: a process killed before its n-th step on the disk, a full disk, one that may not.

Each runs in a child of this process, so that what is imported need not be imported again.
"""

import os
import resource
import signal
import subprocess
import sys
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

_STEPS = frozenset(
    {"os.chmod", "os.link", "os.mkdir", "os.remove", "os.rename", "os.rmdir", "os.truncate"}
)
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
NOBODY = 65534


def started(do: Callable[[], object], *, apart: bool = False) -> int:
    """Start something in a child and return its process id.

    The status is 0 where `do` returns, its own where it exits, and 99 with a traceback else.

    Args:
        do: what to run.
        apart: whether the child leads a group of its own, with all that it starts.
    """
    child = os.fork()
    if child == 0:
        if apart:
            os.setsid()
        status = 99
        try:
            do()
            status = 0
        except SystemExit as ended:
            status = int(ended.code or 0)
        except BaseException:
            traceback.print_exc()
        finally:
            sys.stdout.flush()
            sys.stderr.flush()
            os._exit(status)
    return child


def in_child(do: Callable[[], object]) -> int:
    """Run something in a child and return its exit status, or the signal that ended it, below 0."""
    return os.waitstatus_to_exitcode(os.waitpid(started(do), 0)[1])


def killed_before(step: int, do: Callable[[], object]) -> bool:
    """Run something in a child that is killed before its `step`-th step on the disk, from 0.

    Returns:
        Whether it was killed; it must succeed where it has fewer steps.
    """
    count = 0

    def hook(event: str, arguments: tuple[object, ...]) -> None:
        nonlocal count
        if event in _STEPS or (event == "open" and _writes(arguments)):
            if count == step:
                os.kill(os.getpid(), signal.SIGKILL)
            count += 1

    def run() -> None:
        sys.addaudithook(hook)
        do()

    status = in_child(run)
    assert status in (0, -signal.SIGKILL), status
    return status != 0


def until_it_survives(do: Callable[[int], bool]) -> int:
    """Call with 0, 1, 2 … until it returns False; return how often it returned True."""
    step = 0
    while do(step):
        step += 1
    return step


def no_larger_than(size: int) -> None:
    """Let this process write no file larger than `size` bytes, as a full disk does."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


def as_nobody() -> None:
    """Go on as a user who owns nothing, where this process is one who may do everything."""
    if os.geteuid() == 0:
        os.setgid(NOBODY)
        os.setuid(NOBODY)


@contextmanager
def small_disk(place: Path, size: int) -> Iterator[str]:
    """Mount a disk of `size` bytes; yields why that is forbidden, or ""."""
    place.mkdir(parents=True)
    options = f"size={size},mode=0777"
    command = ["mount", "-t", "tmpfs", "-o", options, "none", str(place)]
    try:
        mounted = subprocess.run(command, capture_output=True, text=True, check=False)
        reason = mounted.stderr.strip() if mounted.returncode else ""
    except OSError as error:
        reason = str(error)
    try:
        yield reason
    finally:
        if not reason:
            subprocess.run(["umount", str(place)], check=True, capture_output=True)


def make_read_only(place: Path) -> None:
    """Forbid all writing to a mounted disk."""
    command = ["mount", "-o", "remount,ro", str(place)]
    subprocess.run(command, check=True, capture_output=True)


def _writes(arguments: tuple[object, ...]) -> bool:
    flags = arguments[2]
    return isinstance(flags, int) and bool(flags & _WRITING)
