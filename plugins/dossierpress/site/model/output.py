"""A file of the site that is no page: a style sheet, data, a feed, a picture."""

from dataclasses import dataclass


@dataclass(frozen=True)
class OutputFile:
    """What is written beside the pages.

    Attributes:
        target: its path, relative to the site's root.
        content: its bytes.
    """

    target: str
    content: bytes
