"""What the pages of one test asked for and complained about."""

from dataclasses import dataclass, field
from urllib.parse import urlsplit

from harness.server import PREFIX


@dataclass
class Traffic:
    """What the pages of one test asked for and complained about.

    Attributes:
        requests: the URL of every request, in order.
        errors: console errors, uncaught exceptions and requests that failed.
    """

    requests: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    @property
    def left_the_site(self) -> list[str]:
        """The requests that went anywhere but to the site under test."""
        return [url for url in self.requests if not stays(url)]


def stays(url: str) -> bool:
    """Say whether a URL is in the browser itself, or on loopback below the prefix."""
    parts = urlsplit(url)
    if parts.scheme in {"data", "blob", "about"}:
        return True
    return parts.hostname == "127.0.0.1" and parts.path.startswith(PREFIX)
