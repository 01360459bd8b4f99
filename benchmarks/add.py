"""How long `dossier add` takes for 10,000 text stories: a folder of files, and one large file.

A yardstick of the same run stands beside the seconds: the machine may be busy or slow.
"""

import sys
import tempfile
import time
from pathlib import Path

from corpus import clipping, stories
from run import run

LIMIT = 60.0
PER_FILE = 2500
"""Stories in one large file, which may have 16 MB."""


def main(count: int) -> None:
    """Add `count` stories in both ways, and the folder once more, and print the figures."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        one_each, large = folder / "files", folder / "large"
        one_each.mkdir()
        large.mkdir()
        for story in stories(count):
            body = "\n\n".join(story.paragraphs)
            text = (
                f"{story.title}\n\nUpdated {story.day:%d %B %Y}\n\n{story.title}\n\nBASRA: {body}\n"
            )
            (one_each / f"{story.number:06}.txt").write_text(text, "utf-8")
        parts = clipping(count).split("\n---\n\n")
        for start in range(0, count, PER_FILE):
            text = "\n---\n\n".join(parts[start : start + PER_FILE])
            (large / f"{start:06}.txt").write_text(text, "utf-8")
        print(f"yardstick: {yardstick():.2f} s for 20,000,000 additions")
        for what, source in (("a folder of files", one_each), ("large files", large)):
            desk = folder / f"desk-{source.name}"
            run("dossier", "new", desk)
            told = f"add, {count} stories in {what}:"
            print(f"{told} {add(desk, source):6.2f} s (bound for 10,000: {LIMIT:.0f} s)")
            written = len(list((desk / "dossiers/gulf-security/articles").glob("*.md"))) - 3
            if written != count:
                raise SystemExit(f"`dossier add` wrote {written} articles of {count}")
            print(f"  once more: {add(desk, source):6.2f} s")
            print(f"  once more, --resume: {add(desk, source, '--resume'):6.2f} s")


def add(desk: Path, source: Path, *options: str) -> float:
    """Add a source and return the seconds."""
    return run("dossier", "-C", desk, "add", source, "-d", "gulf-security", *options)


def yardstick() -> float:
    """Return the seconds of a loop, by which machines can be compared."""
    begin = time.perf_counter()
    total = 0
    for number in range(20_000_000):
        total += number
    return time.perf_counter() - begin


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
