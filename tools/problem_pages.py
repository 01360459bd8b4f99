"""Write docs/problems, a page for each kind of problem, from the package's catalogue.

With `--check` nothing is written; the exit status is 1 where a page is not what it would be.
"""

import sys
from collections.abc import Iterable
from pathlib import Path

from dossierpress.errors import Code, Severity, codes

FOLDER = Path(__file__).resolve().parent.parent / "docs" / "problems"

FAMILIES = {
    "DP0": "Files and front matter",
    "DP1": "Registry",
    "DP2": "Dossiers and articles",
    "DP3": "Linking",
    "DP4": "Topics",
    "DP5": "Clippings",
}
"""What the codes that begin alike are about."""

INTRODUCTION = """\
# Problems

`dossier check` prints a line for each fault that it finds in the content:

    path:line: code message; what to do

An **error** keeps something out of the site, and `dossier check` ends with exit status 1. A
**warning** does not. Each code has a page here.
"""


def pages(catalogue: Iterable[Code]) -> dict[str, str]:
    """Return every page's text, by file name."""
    found = sorted(catalogue, key=lambda code: code.id)
    return {"index.md": index(found)} | {f"{code.id}.md": page(code) for code in found}


def index(catalogue: list[Code]) -> str:
    """Return the page that lists the codes by family."""
    parts = [INTRODUCTION]
    for prefix, title in FAMILIES.items():
        family = [code for code in catalogue if code.id.startswith(prefix)]
        if family:
            rows = [f"| [{c.id}]({c.id}.md) | {c.title} | {c.severity} |" for c in family]
            head = [f"## {title}", "", "| code | problem | severity |", "| - | - | - |"]
            parts.append("\n".join([*head, *rows, ""]))
    return "\n".join(parts)


def page(code: Code) -> str:
    """Return the page of one code."""
    says = {
        Severity.ERROR: "An error: what it stands in is kept out of the site.",
        Severity.WARNING: "A warning: the site is built all the same.",
    }
    return (
        f"# {code.id}: {code.title}\n\n*{says[code.severity]}*\n\n{code.why}\n\n"
        f"## Example\n\n```text\n{code.example.strip()}\n```\n\n## What to do\n\n{code.fix}\n"
    )


def differing(wanted: dict[str, str], folder: Path) -> list[str]:
    """Return the names of pages that are missing, out of date or of no code any more."""
    there = {path.name: path.read_text("utf-8") for path in folder.glob("*.md")}
    return sorted(name for name in wanted | there if wanted.get(name) != there.get(name))


def main(arguments: list[str]) -> int:
    """Bring the pages up to date, or say which are not."""
    wanted = pages(codes().values())
    stale = differing(wanted, FOLDER)
    if "--check" in arguments:
        for name in stale:
            print(f"docs/problems/{name} is out of date; run `make docs`", file=sys.stderr)
        return 1 if stale else 0
    FOLDER.mkdir(exist_ok=True)
    for name in stale:
        if name in wanted:
            (FOLDER / name).write_text(wanted[name], "utf-8")
        else:
            (FOLDER / name).unlink()
    print(f"{len(wanted)} pages in docs/problems, {len(stale)} of them changed")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
