"""How a browser copes with the heaviest pages of a site that `load.py` built.

    python benchmarks/reading.py SITE

Of each page: what it weighs, how many elements it has, when it was there, and the longest task of
its main thread, while it is loaded and then scrolled to its end. A task of more than 50 ms keeps a
reader waiting (W3C, Long Tasks). Tasks are measured in processor time, which a busy machine does
not change much; what passes until something is there is time of the clock, and does. A question is
typed into the box of the search, letter by letter, and asked on its page.
"""

import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, Page, sync_playwright

QUESTION = "harbour common word"
TRACED = ["__metadata", "toplevel"]
SCROLL = """async () => {
  const height = document.documentElement.scrollHeight
  for (let at = 0; at < height; at += height / 20) {
    scrollTo(0, at)
    await new Promise((resolve) => requestAnimationFrame(resolve))
  }
}"""
KEY = """(text) => new Promise((resolve) => {
  const field = document.querySelector("[data-md-component=search-query]")
  const output = document.querySelector(".md-search__output")
  const start = performance.now()
  const watch = new MutationObserver(() => {
    watch.disconnect()
    resolve(performance.now() - start)
  })
  watch.observe(output, { childList: true, subtree: true, characterData: true })
  field.value = text
  field.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true }))
})"""
LOADED = "performance.getEntriesByType('navigation')[0].loadEventEnd"
ELEMENTS = "document.querySelectorAll('*').length"
KINDS = (
    ("home", "index.html"),
    ("common entity", "entities/entity-0/index.html"),
    ("heaviest page of its list", "entities/entity-0/*/index.html"),
    ("common topic", "topics/topic-0/index.html"),
    ("heaviest page of its list", "topics/topic-0/*/index.html"),
    ("timeline", "timeline/index.html"),
    ("heaviest page of it", "timeline/**/index.html"),
    ("article list", "articles/index.html"),
    ("heaviest page of it", "articles/*/index.html"),
    ("entities", "entities/index.html"),
    ("dossier", "dossiers/dossier-*/index.html"),
    ("map", "map/index.html"),
    ("gaps", "gaps/index.html"),
    ("an article", "dossiers/dossier-0/*/index.html"),
)
"""The kinds of pages that may be heavy; of each the heaviest is opened."""


def read(site: Path) -> None:
    """Print a line a page."""
    with serving(site) as base, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium())
        for name, pattern in KINDS:
            path = max(site.glob(pattern), key=lambda path: path.stat().st_size)
            print(f"{name:26} {path.stat().st_size / 1024:4.0f} KB", end=" ")
            print(seen(browser, f"{base}{path.relative_to(site).parent.as_posix()}/"), flush=True)
        print(f"{'typing in the search box':26} {typed(browser, base)}")
        print(f"{'page of the search':26} {asked(browser, base)}")
        browser.close()


def seen(browser: Browser, url: str) -> str:
    """Return what became of one page, loaded in a browser that has nothing of it yet."""
    with traced(browser) as (page, tasks):
        page.goto(url, wait_until="load")
        page.wait_for_timeout(300)
        loaded, elements = page.evaluate(LOADED), page.evaluate(ELEMENTS)
        page.evaluate(SCROLL)
    return f"{elements:5} elements, loaded after {loaded:4.0f} ms; {longest(tasks)}"


def typed(browser: Browser, base: str) -> str:
    """Return how the box of the search answers while a question is typed, letter by letter."""
    with traced(browser) as (page, tasks):
        page.goto(base, wait_until="load")
        page.locator("[data-md-component=search-query]").focus()
        page.wait_for_timeout(500)
        waits = [page.evaluate(KEY, QUESTION[:end]) for end in range(3, len(QUESTION) + 1)]
    return (f"{len(waits)} keys, results after {median(waits):.0f} ms "
            f"(worst {max(waits):.0f}); {longest(tasks)}")  # fmt: skip


def asked(browser: Browser, base: str) -> str:
    """Return how the page of the search answers a question that most articles answer."""
    with traced(browser) as (page, tasks):
        page.goto(f"{base}search/?query={QUESTION.replace(' ', '+')}", wait_until="load")
        page.wait_for_selector(".dp-results li")
        first = page.evaluate("performance.now()")
        page.wait_for_selector(".dp-search-aside:not([hidden])")
        counted = page.evaluate("performance.now()")
        page.wait_for_timeout(300)
        said, elements = page.locator(".dp-search-status").inner_text(), page.evaluate(ELEMENTS)
    return (f"{said}; {elements} elements; results after {first:.0f} ms, "
            f"all counts after {counted:.0f} ms; {longest(tasks)}")  # fmt: skip


@contextmanager
def traced(browser: Browser) -> Iterator[tuple[Page, list[float]]]:
    """Yield a new page and, once it is over, its main thread's tasks in ms of the processor."""
    page = browser.new_context(viewport={"width": 1440, "height": 900}).new_page()
    tasks: list[float] = []
    browser.start_tracing(page=page, categories=TRACED)
    yield page, tasks
    events = json.loads(browser.stop_tracing())["traceEvents"]
    main = {
        (event["pid"], event["tid"])
        for event in events
        if event["name"] == "thread_name" and event["args"]["name"] == "CrRendererMain"
    }
    tasks += [
        event["tdur"] / 1000
        for event in events
        if event["name"].endswith("RunTask")
        and "tdur" in event
        and (event["pid"], event["tid"]) in main
    ]
    page.context.close()


def longest(tasks: list[float]) -> str:
    return f"longest task {max(tasks):3.0f} ms of {sum(tasks):4.0f} ms"


@contextmanager
def serving(site: Path) -> Iterator[str]:
    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            return

    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


def chromium() -> str:
    if os.environ.get("DOSSIER_BROWSER"):
        return os.environ["DOSSIER_BROWSER"]
    tool = Path(__file__).parent.parent / "tools" / "browser.py"
    command = [sys.executable, str(tool)]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


if __name__ == "__main__":
    read(Path(sys.argv[1]))
