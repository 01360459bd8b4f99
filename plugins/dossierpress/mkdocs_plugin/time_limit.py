"""A bound on how long one text may be converted.

The core refuses what is known to take long (`dossierpress.text.effort`), by a rule that no machine
changes. This is for what is not known yet, and for the Markdown extensions of a publication.
"""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager

LIMIT = 10.0
"""How long one text may be converted, in seconds."""


class OutOfTimeError(BaseException):
    """The time is over; no `except Exception` of an extension must hold it up."""


@contextmanager
def time_limit(seconds: float = LIMIT) -> Iterator[None]:
    """End what runs inside after some seconds; where the system has no alarm it runs on.

    Raises:
        OutOfTimeError: the time is over.
    """
    if (
        not hasattr(signal, "setitimer")
        or threading.current_thread() is not threading.main_thread()
    ):
        yield
        return

    def ring(*_: object) -> None:
        raise OutOfTimeError

    before = signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
