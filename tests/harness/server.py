"""A folder served as GitHub Pages would serve it: below a path, and nothing above."""

from http.server import SimpleHTTPRequestHandler
from pathlib import Path

PREFIX = "/repo/"
"""Sites are served under this path, as a project's site on GitHub Pages is."""


class UnderPrefix(SimpleHTTPRequestHandler):
    """Serves a folder below `PREFIX` and nothing above it, so that root-absolute links break."""

    protocol_version = "HTTP/1.1"

    def translate_path(self, path: str) -> str:
        """Return the file that a URL path stands for."""
        if not path.startswith(PREFIX):
            return str(Path(self.directory) / "outside the site")
        return super().translate_path("/" + path.removeprefix(PREFIX))

    def log_message(self, *_: object) -> None:
        """Say nothing."""
