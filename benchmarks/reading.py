"""How a browser copes with the heaviest pages of a site that `load.py` built.

    python benchmarks/reading.py SITE

Of each page: what it weighs, how many elements it has, when it was loaded, and for how long its
tasks kept the browser from answering; a task of more than 50 ms is a long one (W3C, Long Tasks).
Then the page is scrolled to its end. A question is typed into the box of the search, letter by
letter, and asked on its page.
"""

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
WATCH = """
window.tasks = []
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) window.tasks.push(entry.duration)
}).observe({ type: "longtask", buffered: true })
"""
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


def read(site: Path) -> None:
    """Print a line a page."""
    with serving(site) as base, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium())
        for name, path in heaviest(site):
            print(f"{name:28} {path:44} {seen(browser, base, site, path)}", flush=True)
        print(f"{'typing in the search box':28} {typed(browser, base)}")
        print(f"{'page of the search':28} {asked(browser, base)}")
        browser.close()


def heaviest(site: Path) -> Iterator[tuple[str, str]]:
    """Yield the heaviest page of each kind that may be heavy."""
    kinds = {
        "home": "index.html",
        "common entity": "entities/entity-0/index.html",
        "its heaviest list": "entities/entity-0/*/index.html",
        "common topic": "topics/topic-0/index.html",
        "its heaviest list ": "topics/topic-0/*/index.html",
        "timeline": "timeline/index.html",
        "heaviest page of it": "timeline/**/index.html",
        "article list": "articles/index.html",
        "heaviest page of it ": "articles/*/index.html",
        "entities": "entities/index.html",
        "dossier": "dossiers/dossier-*/index.html",
        "map": "map/index.html",
        "gaps": "gaps/index.html",
        "an article": "dossiers/dossier-0/*/index.html",
    }
    for name, pattern in kinds.items():
        found = max(site.glob(pattern), key=lambda path: path.stat().st_size)
        yield name, found.parent.relative_to(site).as_posix() + "/"


def seen(browser: Browser, base: str, site: Path, path: str) -> str:
    """Return what became of one page, loaded in a browser that has nothing of it yet."""
    page = opened(browser)
    page.goto(base + path.removeprefix("./"), wait_until="load")
    page.wait_for_timeout(300)
    loaded = page.evaluate("performance.getEntriesByType('navigation')[0].loadEventEnd")
    elements = page.evaluate("document.querySelectorAll('*').length")
    at_load = page.evaluate("window.tasks.splice(0)")
    page.evaluate(SCROLL)
    at_scroll = page.evaluate("window.tasks.splice(0)")
    page.context.close()
    weight = (site / path / "index.html").stat().st_size / 1024
    longest, later = max(at_load, default=0), max(at_scroll, default=0)
    return (f"{weight:4.0f} KB {elements:6} elements, loaded in {loaded:5.0f} ms; "
            f"longest task {longest:4.0f} ms, scrolling {later:4.0f} ms")  # fmt: skip


def typed(browser: Browser, base: str) -> str:
    """Return how the box of the search answers while a question is typed, letter by letter."""
    page = opened(browser)
    page.goto(base, wait_until="load")
    page.locator("[data-md-component=search-query]").focus()
    page.wait_for_timeout(500)
    page.evaluate("window.tasks.splice(0)")
    waits = [page.evaluate(KEY, QUESTION[:end]) for end in range(3, len(QUESTION) + 1)]
    tasks = page.evaluate("window.tasks.splice(0)")
    page.context.close()
    return (f"{len(waits)} keys, results after {median(waits):.0f} ms (worst {max(waits):.0f}); "
            f"longest task {max(tasks, default=0):.0f} ms")  # fmt: skip


def asked(browser: Browser, base: str) -> str:
    """Return how the page of the search answers a question that most articles answer."""
    page = opened(browser)
    page.goto(f"{base}search/?query={QUESTION.replace(' ', '+')}", wait_until="load")
    page.wait_for_selector(".dp-results li")
    first = page.evaluate("performance.now()")
    page.wait_for_selector(".dp-search-aside:not([hidden])")
    counted = page.evaluate("performance.now()")
    tasks = page.evaluate("window.tasks.splice(0)")
    said = page.locator(".dp-search-status").inner_text()
    page.context.close()
    return (f"{said}; results after {first:.0f} ms, all counts after {counted:.0f} ms; "
            f"longest task {max(tasks, default=0):.0f} ms")  # fmt: skip


def opened(browser: Browser) -> Page:
    page = browser.new_context(viewport={"width": 1440, "height": 900}).new_page()
    page.add_init_script(WATCH)
    return page


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
