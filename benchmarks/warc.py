"""How much memory a web archive of 1 GB takes, and how long reading it does.

The archive is generated: nine tenths of its bytes are pictures and scripts, as in a real crawl,
the rest pages. Reading is measured without the HTML reader, whose pace has its own figure.
"""

import gzip
import random
import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from corpus import stories

from dossierpress.errors import Problem
from dossierpress.ingest.sources import Source, read_source

MB = 1024 * 1024
LIMIT = 500


def main(megabytes: int) -> None:
    """Read a generated archive of so many megabytes and print the figures."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "crawl.warc.gz"
        pages = write(path, megabytes * MB)
        size = path.stat().st_size / MB
        begin = time.perf_counter()
        found = 0
        for clipping in read_source(Source(str(path)), sys.stdin.buffer):
            if isinstance(clipping, Problem):
                raise SystemExit(str(clipping))
            found += 1
        seconds = time.perf_counter() - begin
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"web archive, {size:.0f} MB: {seconds:6.2f} s, {found} pages, {size / seconds:.0f} MB/s")
    print(f"  memory at the peak: {peak:.0f} MB (bound: {LIMIT} MB)")
    if found != pages or peak > LIMIT:
        raise SystemExit(f"{pages} pages are in the archive")


def write(path: Path, size: int) -> int:
    """Write an archive and return how many pages are in it."""
    pages = 0
    with path.open("wb") as file:
        for is_page, record in records():
            file.write(gzip.compress(record, compresslevel=1, mtime=0))
            pages += is_page
            if file.tell() >= size:
                break
    return pages


def records() -> Iterator[tuple[bool, bytes]]:
    """Yield records without end: a page, then its pictures."""
    draw = random.Random(5)
    for story in stories(10**9):
        body = "".join(f"<p>{paragraph}</p>" for paragraph in story.paragraphs)
        page = f"<!doctype html><title>{story.title}</title>{body}".encode()
        yield True, _record(f"https://news.example/{story.number}", "text/html", page)
        for number in range(3):
            url = f"https://news.example/{story.number}/{number}.jpg"
            yield False, _record(url, "image/jpeg", draw.randbytes(draw.randrange(20_000, 90_000)))


def _record(url: str, media: str, body: bytes) -> bytes:
    http = f"HTTP/1.1 200 OK\r\nContent-Type: {media}\r\n\r\n".encode() + body
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\n"
        f"WARC-Date: 2020-01-24T10:00:00Z\r\nContent-Length: {len(http)}\r\n\r\n"
    )
    return head.encode() + http + b"\r\n\r\n"


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1024)
