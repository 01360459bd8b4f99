"""A folder served as GitHub Pages would serve it: below a path, and nothing above."""

import gzip
import io
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


COMPRESSED = {".html", ".css", ".js", ".json", ".svg", ".xml"}
"""The endings of what GitHub Pages sends compressed."""


class Compressing(UnderPrefix):
    """Compresses text, and says how long it may be kept, as GitHub Pages does."""

    def send_head(self) -> io.BytesIO | None:
        """Send the head of an answer, and return its body."""
        path = Path(self.translate_path(self.path.partition("?")[0]))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(404)
            return None
        data = path.read_bytes()
        packed = path.suffix in COMPRESSED
        data = gzip.compress(data, 6, mtime=0) if packed else data
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Cache-Control", "max-age=600")
        if packed:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        return io.BytesIO(data)
