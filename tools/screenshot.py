"""Build the repository's own site and photograph one of its pages for the README.

Usage: screenshot.py [PAGE]. PAGE is an address on the site; the default is an article.
"""

import os
import subprocess
import sys
import tempfile
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parent.parent
PICTURE = ROOT / "docs" / "assets" / "screenshot.png"
PAGE = "dossiers/gulf-shipping-2019/2019-06-14-two-tankers-attacked-in-the-gulf-of-oman/"
SIZE = (1440, 1000)


class Quiet(SimpleHTTPRequestHandler):
    """Serves a folder without a word."""

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def main(page: str) -> None:
    """Write the picture."""
    with tempfile.TemporaryDirectory() as site:
        mkdocs = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", site]
        subprocess.run(mkdocs, cwd=ROOT, check=True)
        server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=site))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        photograph(f"http://127.0.0.1:{server.server_port}/{page}")
        server.shutdown()
    print(f"{PICTURE.relative_to(ROOT)} shows /{page}")


def photograph(url: str) -> None:
    """Open a page in light colours and save what stands above the fold."""
    width, height = SIZE
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=os.environ["DOSSIER_BROWSER"], args=["--disable-gpu"]
        )
        page = browser.new_page(
            viewport={"width": width, "height": height}, color_scheme="light", locale="en-GB"
        )
        response = page.goto(url, wait_until="networkidle")
        if response is None or not response.ok:
            raise SystemExit(f"{url} is not on the site")
        PICTURE.parent.mkdir(exist_ok=True)
        page.screenshot(path=PICTURE)
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else PAGE)
