"""`make load`: builds the publication of `heavy.py`, weighs its pages and opens the heaviest ones.

python benchmarks/load.py [ARTICLES] [FOLDER]
"""

import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from heavy import FULL, write
from measured import measured
from reading import read

HEAVIEST = 300 * 1024
"""The most that a page may weigh, in bytes."""


def main(articles: int, folder: Path) -> int:
    """Write, build, and print what came of it; 1 where a page is too heavy."""
    begin = time.perf_counter()
    write(folder, articles)
    print(f"{articles} articles written in {time.perf_counter() - begin:.0f} s", flush=True)
    command = [sys.executable, "-m", "mkdocs", "build", "-q", "-f", str(folder / "mkdocs.yml")]
    used = measured(command)
    print(f"built in {used.wall:.0f} s: {used.cpu:.0f} s of processors, "
          f"at most {used.peak:.0f} MB in all processes", flush=True)  # fmt: skip
    sizes = sorted(
        ((path.stat().st_size, path.relative_to(folder / "site")) for path in pages(folder)),
        reverse=True,
    )
    total = sum(size for size, _ in sizes)
    print(f"{len(sizes)} pages, {total / 1024**2:.0f} MB; the heaviest:")
    for size, path in sizes[:12]:
        print(f"  {size / 1024:7.0f} KB  {path.as_posix()}")
    heavy = [path for size, path in sizes if size > HEAVIEST]
    print(f"{len(heavy)} pages over {HEAVIEST // 1024} KB", flush=True)
    read(folder / "site")
    return 1 if heavy else 0


def pages(folder: Path) -> Iterator[Path]:
    """Yield the pages of the site."""
    return (folder / "site").rglob("*.html")


if __name__ == "__main__":
    count = int(sys.argv[1]) if len(sys.argv) > 1 else FULL
    if len(sys.argv) > 2:
        sys.exit(main(count, Path(sys.argv[2])))
    with tempfile.TemporaryDirectory() as temporary:
        sys.exit(main(count, Path(temporary)))
