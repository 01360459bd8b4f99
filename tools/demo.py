"""`make demo`: a new publication from raw clippings, built, and where to look at it.

Everything happens in demo/. It is made afresh each time, but only what this program wrote is
ever deleted: where a file was added or changed by hand, it stops and says so.
"""

import hashlib
import os
import shlex
import shutil
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DEMO = Path("demo")
DESK = DEMO / "gulf-desk"
LISTING = DEMO / ".made-by-make-demo"
DOSSIER = "gulf-security"
CLIPPINGS = Path("tests/data/clippings")


class DemoError(Exception):
    """The demo cannot go on; the text says what to do."""


def digests() -> dict[str, str]:
    """Return what stands in demo/: the digest of each file by its path."""
    files = (path for path in sorted(DEMO.rglob("*")) if path.is_file() and path != LISTING)
    return {p.as_posix(): hashlib.sha256(p.read_bytes()).hexdigest() for p in files}


def remove_the_last_one() -> None:
    """Delete demo/ as the last run left it.

    Raises:
        DemoError: there is something in it that the last run did not write.
    """
    if not DEMO.exists():
        return
    lines = LISTING.read_text("utf-8").splitlines() if LISTING.is_file() else []
    made = {path: digest for digest, path in (line.split("  ", 1) for line in lines)}
    foreign = [path for path, digest in digests().items() if made.get(path) != digest]
    if foreign:
        raise DemoError(
            f"{foreign[0]} was not written by `make demo`, or changed since"
            + (f" (and {len(foreign) - 1} more)" if len(foreign) > 1 else "")
            + f"; move {DEMO} away or delete it, then run `make demo` again"
        )
    shutil.rmtree(DEMO)


def run(program: str, *arguments: str | Path, shown: int | None = None) -> None:
    """Show a command as a person would type it, and run it.

    Args:
        program: a program of this environment.
        arguments: what it is given.
        shown: of so many results, each a line with indented lines below it, the rest is counted.

    Raises:
        DemoError: it failed.
    """
    words = [program, *map(str, arguments)]
    print(f"\n$ {shlex.join(words)}", flush=True)
    executable = Path(sys.executable).with_name(program)
    results = subprocess.PIPE if shown is not None else None
    ended = subprocess.run([executable, *words[1:]], check=False, stdout=results, encoding="utf-8")
    if shown is not None:
        print(first_results(ended.stdout, shown), flush=True)
    if ended.returncode:
        raise DemoError(f"`{program}` failed; its message stands above")


def first_results(text: str, number: int) -> str:
    """Return the first results of a command, and how many more there are."""
    lines = text.splitlines()
    starts = [index for index, line in enumerate(lines) if not line.startswith(" ")]
    if len(starts) <= number:
        return "\n".join(lines)
    return "\n".join([*lines[: starts[number]], f"... and {len(starts) - number} more like it"])


def make() -> str:
    """Run the commands of a publication's first day, and say what came of it."""
    clippings = len(list(CLIPPINGS.glob("*.txt")))
    run("dossier", "new", DESK)
    examples = articles()
    # The clippings are our own words, so all of their text may be shown.
    pattern = CLIPPINGS / "*.txt"
    run("dossier", "-C", DESK, "add", pattern, "-d", DOSSIER, "--rights", "full", shown=3)
    run("dossier", "-C", DESK, "check")
    begun = time.monotonic()
    run("mkdocs", "build", "--strict", "--config-file", DESK / "mkdocs.yml")
    took = time.monotonic() - begun
    stories = articles() - examples
    return (
        f"{stories} stories from {clippings} files, {articles()} articles in the dossier, "
        f"built in {took:.0f} s."
    )


def articles() -> int:
    """Return how many articles the dossier has."""
    return len(list((DESK / "dossiers" / DOSSIER / "articles").glob("*.md")))


def main() -> int:
    """Make the demo and say where it lies."""
    os.chdir(ROOT)  # so that the commands are shown as a person would type them there
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")  # docs/architecture.md says what follows
    try:
        remove_the_last_one()
        try:
            totals = make()
        finally:
            if DEMO.exists():
                listing = [f"{digest}  {path}\n" for path, digest in digests().items()]
                LISTING.write_text("".join(listing), "utf-8")
    except DemoError as error:
        print(f"demo: {error}", file=sys.stderr)
        return 1
    python = Path(sys.executable)
    python = python.relative_to(ROOT) if python.is_relative_to(ROOT) else python
    mkdocs = python.with_name("mkdocs")
    print(f"""
{totals}
The site lies in {DESK / "site"}. To look at it:
  {python} -m http.server --directory {DESK / "site"} 8000    then http://127.0.0.1:8000/
To write in {DESK / "dossiers"} and see each change at once:
  {mkdocs} serve --config-file {DESK / "mkdocs.yml"}""")
    return 0


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")  # whatever the locale says, as the commands do
    sys.exit(main())
