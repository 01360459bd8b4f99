"""Python's search for circles of dead objects, made rare for the time of a build.

A build makes millions of objects that all live to its end. To look through them again and again
cost a tenth of its time and found nothing.
"""

import gc

YOUNG = 100_000
"""So many new objects are waited for; Python's own 700 suit programs that make and drop them."""


def clear() -> None:
    """Look once through what an earlier build of this process has left."""
    if gc.get_freeze_count():
        gc.unfreeze()
        gc.collect()


def rest() -> None:
    """Look seldom, and never again at what is there already."""
    gc.freeze()
    gc.set_threshold(YOUNG, 20, 100)


def wake(threshold: tuple[int, int, int] = (700, 10, 10)) -> None:
    """Look as often as Python does by itself, but not at what the build has left.

    Most processes end with their build, and looked through all of it once more before they did.
    """
    gc.freeze()
    gc.set_threshold(*threshold)
