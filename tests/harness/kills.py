"""A run that is killed at a moment of chance, with all that it started: nothing may come of it."""

import os
import signal
import time
from collections.abc import Callable

from harness.faults import started

_STEP = 0.005


def killed_after(seconds: float, do: Callable[[], object]) -> bool:
    """Run something in a child that is killed after so many seconds, and its children with it.

    Returns:
        Whether it was killed; it must succeed where it ends before.
    """
    child = started(do, apart=True)  # so that a git that it started is killed as well
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        done, status = os.waitpid(child, os.WNOHANG)
        if done:
            assert status == 0, status
            return False
        time.sleep(_STEP)
    try:
        os.killpg(child, signal.SIGKILL)
    except ProcessLookupError:  # it has come to nothing yet, a group of its own included
        os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return True
