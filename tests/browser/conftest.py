"""A real browser, and a server that serves a folder as GitHub Pages would.

`browser` fails where there is none: a missing browser never turns into a skipped test. `page`
comes with `traffic`, which has seen every request and every console error of the test.
"""

import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, Route, sync_playwright

from harness.broad import broad, short_lists
from harness.building import Built, build
from harness.server import PREFIX, UnderPrefix
from harness.traffic import Traffic, stays

FLAGS = (
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@pytest.fixture(scope="session")
def browser(repository: Path) -> Iterator[Browser]:
    """A headless Chromium."""
    command = [sys.executable, str(repository / "tools" / "browser.py"), "--find"]
    found = subprocess.run(command, capture_output=True, text=True, check=False)
    if found.returncode:
        pytest.fail(f"{found.stderr.strip()} Run `make test`, which installs one.", pytrace=False)
    with sync_playwright() as playwright:
        # Playwright passes --no-sandbox by default; a test runs as root in many containers.
        launched = playwright.chromium.launch(
            executable_path=found.stdout.strip(), args=list(FLAGS)
        )
        yield launched
        launched.close()


@pytest.fixture
def traffic() -> Traffic:
    """What the pages of this test asked for and complained about."""
    return Traffic()


@pytest.fixture
def page(browser: Browser, traffic: Traffic) -> Iterator[Page]:
    """A page of a fresh profile; a request that leaves the site is recorded and blocked."""
    context = browser.new_context(locale="en-GB", timezone_id="UTC")
    context.set_default_timeout(15_000)

    def guard(route: Route, request: Request) -> None:
        traffic.requests.append(request.url)
        route.continue_() if stays(request.url) else route.abort()

    def heard(message: ConsoleMessage) -> None:
        if message.type == "error":
            traffic.errors.append(f"{message.text} ({message.location.get('url', '')})")

    def failed(request: Request) -> None:
        # A page that is left while it still loads drops its requests; that is no fault of it.
        if request.failure != "net::ERR_ABORTED":
            traffic.errors.append(f"failed: {request.url}")

    context.route("**/*", guard)
    context.on("console", heard)
    context.on("weberror", lambda error: traffic.errors.append(str(error.error)))
    context.on("requestfailed", failed)
    yield context.new_page()
    context.close()


@pytest.fixture(scope="session")
def serve() -> Iterator[Callable[[Path], str]]:
    """Serve a folder on loopback and return its base URL, which ends in `PREFIX`."""
    with ExitStack() as stack:

        def start(folder: Path) -> str:
            handler = partial(UnderPrefix, directory=str(folder))
            server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
            threading.Thread(target=server.serve_forever, daemon=True).start()
            stack.callback(server.server_close)
            stack.callback(server.shutdown)
            return f"http://127.0.0.1:{server.server_port}{PREFIX}"

        yield start


@pytest.fixture(scope="session")
def broad_site(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The site of a publication with every kind of page."""
    with short_lists():
        return build(broad(tmp_path_factory.mktemp("broad")))


@pytest.fixture(scope="session")
def broad_address(broad_site: Built, serve: Callable[[Path], str]) -> str:
    """Where that site is served."""
    return serve(broad_site.folder)
