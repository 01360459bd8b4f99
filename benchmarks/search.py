"""`make bench`: the search of 1,000, 10,000 and 50,000 generated articles, in a real Chromium too.

CPU seconds and memory are those of making the index alone, from a publication that is read and
matched. Bytes are those that the browser got between the focus on the search box and the first
results; scripts are sent compressed, as static hosts send them, the index as it lies there.
A known item is an article of which four words of the headline are remembered.
"""

import gzip
import json
import random
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from statistics import median

from generated import Generated
from playwright.sync_api import Browser, Page, sync_playwright

from dossierpress.edtf import parse_when
from dossierpress.matching.lexicon import build_lexicon
from dossierpress.matching.matcher import match
from dossierpress.mkdocs_plugin import collector
from dossierpress.model import (
    Article,
    ArticleId,
    ArticleRef,
    Dossier,
    DossierId,
    Library,
    Registry,
    Rights,
)
from dossierpress.publication import Publication
from dossierpress.rights import published
from dossierpress.search.build import search_files
from dossierpress.search.terms import split, term
from dossierpress.site.index import Index

COUNTS = (1_000, 10_000, 50_000)
KNOWN, TIMED = 200, 20
NEWS = DossierId("news")
ASK = """async (queries) => {
  const worker = new Worker("search/worker.js")
  const found = []
  for (const query of queries) {
    const answer = new Promise((resolve) => { worker.onmessage = ({ data }) => resolve(data) })
    worker.postMessage({ id: 1, ask: "answer", with: [{ query }] })
    found.push((await answer).answer.hits.map(({ url }) => url))
  }
  return found
}"""
FIRST = """(query) => new Promise((resolve) => {
  const field = document.querySelector("[data-md-component=search-query]")
  const list = document.querySelector(".md-search-result__list")
  const meta = document.querySelector(".md-search-result__meta")
  const start = performance.now()
  new MutationObserver((_, watch) => {
    if (!list.querySelector(".md-search-result__link")) return
    watch.disconnect()
    resolve(performance.now() - start)
  }).observe(list, { childList: true })
  field.focus()
  field.value = query
  field.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true }))
})"""


def main(counts: list[int]) -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as folder:
        site = frame(Path(folder) / "frame")
        for count in counts:
            made = subprocess.run(
                [sys.executable, __file__, "--make", str(count), site],
                capture_output=True,
                text=True,
                check=True,
            )
            report(count, json.loads(made.stdout), site)


def report(count: int, made: dict, site: Path) -> None:
    print(f"search, {count:,} articles: made in {made['cpu']:.2f} CPU s,", end=" ")
    print(f"{made['cpu'] * 10_000 / count:.2f} for 10,000; {made['memory']:.0f} MB")
    print(
        f"  {made['files']:,} files of {made['bytes'] / 1e6:.2f} MB:"
        f" {made['bytes'] / made['text']:.2f} of the text's {made['text'] / 1e6:.2f} MB,"
        f" {made['bytes'] / made['published']:.2f} of what rights let it show"
    )
    base, sent = serve(site)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium())
        cold, warm, sizes = [], [], []
        for query in made["timed"]:
            page = open_page(browser, base)
            before = sum(sent)
            cold.append(page.evaluate(FIRST, query))
            sizes.append(sum(sent) - before)
            page.evaluate(FIRST, " ".join(query.split()[:1]))
            warm.append(page.evaluate(FIRST, query))
            page.context.close()
        print(f"  first results: {median(cold):.0f} ms cold (worst {max(cold):.0f}),", end=" ")
        print(f"{median(warm):.0f} ms warm (worst {max(warm):.0f})")
        print(f"  from focus to first results: {median(sizes) / 1e3:.1f} KB", end=" ")
        print(f"(worst {max(sizes) / 1e3:.1f})")
        page = open_page(browser, base)
        found = page.evaluate(ASK, [query for query, _ in made["known"]])
        ranks = [
            urls.index(url) + 1 if url in urls else 0
            for (_, url), urls in zip(made["known"], found, strict=True)
        ]
        recall = sum(rank > 0 for rank in ranks) / len(ranks)
        rank = sum(1 / rank for rank in ranks if rank) / len(ranks)
        print(f"  known items: recall@10 {recall:.3f}, MRR {rank:.3f}")
        browser.close()


def open_page(browser: Browser, base: str) -> Page:
    page = browser.new_context().new_page()
    page.goto(base)
    page.wait_for_load_state("networkidle")
    return page


def make(count: int, site: Path) -> None:
    """Make the index of so many articles, put it into a site and print what it took, as JSON."""
    publication = read(count)
    index = Index(publication, directory_urls=True)
    warm_up(index)
    collector.rest()  # as a build does
    Path("/proc/self/clear_refs").write_text("5")  # the peak of memory begins anew
    before, start = peak(), time.process_time()
    files = search_files(index)
    cpu, memory = time.process_time() - start, peak() - before
    for file in files:
        target = site / file.target
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(file.content)
    articles = publication.library.articles
    print(
        json.dumps(
            {
                "cpu": cpu,
                "memory": memory,
                "files": len(files),
                "bytes": sum(len(file.content) for file in files),
                "text": sum(len(f.text.encode()) for a in articles for f in a.fields),
                "published": sum(len(f.text.encode()) for a in articles for f in published(a)),
                "known": list(known(articles, index, KNOWN, 4)),
                "timed": [query for query, _ in known(articles, index, TIMED, 3)],
            }
        )
    )


def read(count: int) -> Publication:
    """Return a publication of generated articles, with what its registry finds in them."""
    content = Generated()
    registry = Registry(tuple(sorted(content.entities, key=lambda entity: entity.id)))
    articles = tuple(
        Article(
            ArticleRef(NEWS, ArticleId(story.name.removesuffix(".md"))),
            f"news/articles/{story.name}",
            story.title,
            Rights(story.rights),
            story.body,
            publisher=story.publisher,
            published=parse_when(str(story.day)),
        )
        for story in content.stories(count)
    )
    lexicon = build_lexicon(registry)
    mentions = {article.ref: match(article, lexicon) for article in articles}
    library = Library((Dossier(NEWS, "news/dossier.yml", "News"),), articles, registry)
    return Publication(library, mentions, (), ())


def warm_up(index: Index) -> None:
    """Look up what the site's pages have looked up before the search is made."""
    for article in index.articles:
        index.named_in(article)
        dict(index.texts[article.ref].shown)


def known(
    articles: tuple[Article, ...], index: Index, count: int, words: int
) -> Iterator[tuple[str, str]]:
    """Yield queries, each with the address of the article that it means."""
    draw = random.Random(count)
    for article in draw.sample(articles, k=len(articles)):
        remembered = [word for word in split(article.title) if term(word.strip("“”,.’"))]
        if len(remembered) >= words and count:
            count -= 1
            query = " ".join(word.strip("“”,.’") for word in draw.sample(remembered, k=words))
            yield query, f"dossiers/news/{article.ref.article}/"


def frame(folder: Path) -> Path:
    """Build a site of one page, to which the index of each size is added."""
    docs = folder / "docs"
    (folder / "dossiers" / "news").mkdir(parents=True)
    docs.mkdir()
    (folder / "dossiers/news/dossier.yml").write_text("title: News\n", "utf-8")
    (docs / "index.md").write_text("# Home\n", "utf-8")
    (folder / "mkdocs.yml").write_text(
        "site_name: Search\ntheme: {name: material, font: false}\nplugins: [search, dossier]\n",
        "utf-8",
    )
    subprocess.run(
        [Path(sys.executable).with_name("mkdocs"), "build", "-q", "-f", folder / "mkdocs.yml"],
        check=True,
        capture_output=True,
    )
    return folder / "site"


class Handler(SimpleHTTPRequestHandler):
    """Serves a folder, scripts compressed; counts the bytes of its answers."""

    sent: list[int] = []  # noqa: RUF012  # one server runs at a time

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(404)
            return
        data = path.read_bytes()
        text = path.suffix in {".js", ".css", ".html", ".json", ".svg"}
        self.send_response(200)
        if text:
            data = gzip.compress(data, 6)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)
        self.sent.append(len(data))

    def log_message(self, *_: object) -> None:
        pass


def serve(folder: Path) -> tuple[str, list[int]]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return f"http://127.0.0.1:{server.server_port}/", Handler.sent


def chromium() -> str:
    tool = Path(__file__).parent.parent / "tools" / "browser.py"
    command = [sys.executable, str(tool)]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


def peak() -> float:
    """Return the most memory that this process has had, in MB."""
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) / 1e3 for line in lines if line.startswith("VmHWM"))


if __name__ == "__main__":
    if sys.argv[1:2] == ["--make"]:
        make(int(sys.argv[2]), Path(sys.argv[3]))
    else:
        main([int(argument) for argument in sys.argv[1:]] or list(COUNTS))
