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


def run(program: str, *arguments: str | Path) -> None:
    """Show a command as a person would type it, and run it.

    Raises:
        DemoError: it failed.
    """
    words = [program, *map(str, arguments)]
    print(f"\n$ {shlex.join(words)}", flush=True)
    executable = Path(sys.executable).with_name(program)
    if subprocess.run([executable, *words[1:]], check=False).returncode:
        raise DemoError(f"`{program}` failed; its message stands above")


def make() -> None:
    """Run the commands of a publication's first day."""
    clippings = sorted(CLIPPINGS.glob("*.txt"))
    run("dossier", "new", DESK)
    # The clippings are our own words, so all of their text may be shown.
    run("dossier", "-C", DESK, "add", *clippings, "-d", DOSSIER, "--rights", "full")
    run("dossier", "-C", DESK, "check")
    run("mkdocs", "build", "--strict", "--config-file", DESK / "mkdocs.yml")


def main() -> int:
    """Make the demo and say where it lies."""
    os.chdir(ROOT)  # so that the commands are shown as a person would type them there
    try:
        remove_the_last_one()
        try:
            make()
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
The site lies in {DESK / "site"}. To look at it:
  {python} -m http.server --directory {DESK / "site"} 8000    then http://127.0.0.1:8000/
To write in {DESK / "dossiers"} and see each change at once:
  {mkdocs} serve --config-file {DESK / "mkdocs.yml"}""")
    return 0


if __name__ == "__main__":
    sys.exit(main())
