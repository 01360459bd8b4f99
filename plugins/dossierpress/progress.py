"""How far long work has come, told to whoever waits for it."""

from collections.abc import Callable
from enum import StrEnum


class Stage(StrEnum):
    """What a build is at."""

    READING = "reading"
    MATCHING = "matching"
    MAKING = "making pages"
    LOOKING = "looking through the site"


Progress = Callable[[Stage, int, int], None]
"""Is told the stage, how many pieces of it are done, and how many there are; 0 of 0 where none are
counted. It is called often, and does not last."""

OFTEN = 100
"""After so many pieces of work it is told again."""


def silent(stage: Stage, done: int, total: int) -> None:
    """Tell no one."""
