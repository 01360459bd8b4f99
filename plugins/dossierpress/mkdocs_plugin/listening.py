"""What the host and we say to its log, heard instead of printed."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager

LOG = "mkdocs"
Said = tuple[str, int, str]
"""The name of a logger, a level, and a message."""


@contextmanager
def heard(level: int) -> Iterator[list[logging.LogRecord]]:
    """Collect what is logged meanwhile, instead of having it printed.

    Args:
        level: the least that counts.
    """
    logger = logging.getLogger(LOG)
    before, handlers, propagate = logger.level, logger.handlers[:], logger.propagate
    listener = _Listener(level)
    logger.handlers, logger.propagate = [listener], False
    logger.setLevel(level)
    try:
        yield listener.records
    finally:
        logger.handlers, logger.propagate = handlers, propagate
        logger.setLevel(before)


def said(record: logging.LogRecord) -> Said:
    """Return what was said, in a form that another process can be sent."""
    return record.name, record.levelno, record.getMessage()


def say(what: Said) -> None:
    """Say again what was heard."""
    name, level, message = what
    logging.getLogger(name).log(level, "%s", message)


class _Listener(logging.Handler):
    def __init__(self, level: int) -> None:
        super().__init__(level)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)
