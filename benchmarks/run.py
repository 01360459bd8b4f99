"""`make bench`: how long adding takes, set beside a yardstick of the same run.

Seconds depend on the machine; the ratios much less. Each figure is the best of `ROUNDS` runs of
the whole command. `build.py` measures whole builds.
"""

import subprocess
import sys
import tempfile
import time
from pathlib import Path

import html_pages
from corpus import clipping

ROUNDS = 3
BIN = Path(sys.executable).parent


def main(count: int) -> None:
    """Measure with `count` stories and print the figures."""
    with tempfile.TemporaryDirectory() as folder:
        add(Path(folder), count)
    html_pages.main(count)


def add(folder: Path, count: int) -> None:
    """Add one file of many stories to a new publication."""
    (folder / "clippings.txt").write_text(clipping(count), "utf-8")
    times, start = [], []
    for turn in range(ROUNDS):
        desk = folder / f"desk-{turn}"
        run("dossier", "new", desk)
        command = ("-C", desk, "add", folder / "clippings.txt", "-d", "gulf-security")
        times.append(run("dossier", *command))
        start.append(run("dossier", "add", "--help"))
        written = len(list((desk / "dossiers/gulf-security/articles").glob("*.md"))) - 3
        if written != count:
            raise SystemExit(f"`dossier add` wrote {written} articles of {count}")
    print(f"add, a file of {count} stories: {min(times):6.2f} s")
    print(f"  `dossier add --help`: {min(start):6.2f} s, ratio: {min(times) / min(start):.2f}")


def run(program: str, *arguments: str | Path) -> float:
    """Run a command of this environment and return its seconds; stop where it fails."""
    begin = time.perf_counter()
    done = subprocess.run([BIN / program, *arguments], capture_output=True, text=True, check=False)
    seconds = time.perf_counter() - begin
    if done.returncode:
        raise SystemExit(f"{program} {' '.join(map(str, arguments))} failed:\n{done.stderr}")
    return seconds


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100)
