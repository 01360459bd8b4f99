"""`make bench`: what a release, the differences between two, and bundles cost.

`diff` of 10,000 articles is held against the time that reading the same two snapshots as plain JSON
takes, so that the ratio says something on any machine.
"""

import json
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from generated import Generated, write_ours
from measured import measured

ARTICLES, EDITED = 10_000, 500
BUNDLED = 300
BIN = Path(sys.executable).parent
_GIT = ("-c", "user.name=Bench", "-c", "user.email=bench@example.org", "-c", "commit.gpgsign=false")


def main(count: int, bundled: int) -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "desk"
        write_ours(Generated(), count, root)
        commit(root, first=True)
        released = measured([BIN / "dossier", "-C", root, "release", "1", "--date", "2026-01-31"])
        commit(root)
        edit(root)
        commit(root)
        measured([BIN / "dossier", "-C", root, "release", "2", "--date", "2026-02-28"])
        commit(root)
        compared = measured([BIN / "dossier", "-C", root, "diff", "1", "2", "--json"])
        plain = seconds_of_json(root)
        size = (root / "dossiers/releases/2.json").stat().st_size / 1e6
        print(f"release, {count} articles: {released.cpu:6.2f} s, a snapshot of {size:.1f} MB")
        print(f"diff, {count} articles, {EDITED} of them edited: {compared.cpu:6.2f} s")
        print(f"  reading both as plain JSON: {plain:6.2f} s; ratio: {compared.cpu / plain:.1f}")
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "desk"
        write_ours(Generated(), bundled, root)
        commit(root, first=True)
        measured([BIN / "dossier", "-C", root, "release", "1", "--date", "2026-01-31"])
        made = measured([BIN / "dossier", "-C", root, "bundle", "1"])
        size = (root / "bundles/news-1.zip").stat().st_size / 1e6
        checked = measured([BIN / "dossier", "verify", root / "bundles/news-1.zip"])
        print(
            f"bundle, {bundled} articles: {made.cpu:6.2f} s, {size:.1f} MB, {made.peak:.0f} MB peak"
        )
        print(f"verify: {checked.cpu:6.2f} s")


def edit(root: Path) -> None:
    """Change a word in some articles."""
    files = sorted((root / "dossiers/news/articles").glob("*.md"))
    for file in random.Random(3).sample(files, min(EDITED, len(files))):
        head, _, body = file.read_text("utf-8").rpartition("---\n")
        words = body.split(" ")
        words[len(words) // 2] = "elsewhere"
        file.write_text(f"{head}---\n{' '.join(words)}", "utf-8")


def commit(root: Path, *, first: bool = False) -> None:
    """Commit all of a folder."""
    if first:
        (root / ".gitignore").write_text(".cache/\nbundles/\n", "utf-8")
        subprocess.run(["git", "-C", root, "init", "--quiet"], check=True)
    subprocess.run(["git", "-C", root, "add", "--all"], check=True)
    subprocess.run(["git", "-C", root, *_GIT, "commit", "--quiet", "-m", "bench"], check=True)


def seconds_of_json(root: Path) -> float:
    """Return the seconds that reading both snapshots by the standard library takes."""
    begin = time.process_time()
    for version in ("1", "2"):
        json.loads((root / f"dossiers/releases/{version}.json").read_text("utf-8"))
    return time.process_time() - begin


if __name__ == "__main__":
    sizes = [int(number) for number in sys.argv[1:3]]
    main(*(sizes or [ARTICLES, BUNDLED]))
