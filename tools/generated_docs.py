"""Write the pages of docs/ that are made from the package: problems, rules, data files.

With `--check` nothing is written; the exit status is 1 where a page is not what it would be.
"""

import sys
from pathlib import Path

import data_reference
import date_rule_page
import problem_pages
import rule_page
import settings_reference
from dossierpress.errors import codes

DOCS = Path(__file__).resolve().parent.parent / "docs"


def wanted() -> dict[str, str]:
    """Return every generated page's text, by its path in docs/."""
    problems = problem_pages.pages(codes().values())
    pages = {f"problems/{name}": text for name, text in problems.items()}
    return pages | {
        "reference/data.md": data_reference.page(),
        "reference/date-rules.md": date_rule_page.page(),
        "reference/linking-rules.md": rule_page.page(),
        "reference/settings.md": settings_reference.page(),
    }


def stale(pages: dict[str, str], docs: Path) -> list[str]:
    """Return the paths that are missing, out of date or of no problem any more."""
    there = {f"problems/{path.name}" for path in (docs / "problems").glob("*.md")}
    return sorted(path for path in pages.keys() | there if pages.get(path) != _text(docs / path))


def write(pages: dict[str, str], docs: Path) -> None:
    """Bring the pages up to date."""
    for path in stale(pages, docs):
        if path in pages:
            (docs / path).parent.mkdir(parents=True, exist_ok=True)
            (docs / path).write_text(pages[path], "utf-8")
        else:
            (docs / path).unlink()


def main(arguments: list[str]) -> int:
    """Write the pages, or with `--check` say which are out of date."""
    pages = wanted()
    changed = stale(pages, DOCS)
    if "--check" in arguments:
        for path in changed:
            print(f"docs/{path} is out of date; run `make docs`", file=sys.stderr)
        return 1 if changed else 0
    write(pages, DOCS)
    print(f"{len(pages)} generated pages in docs, {len(changed)} of them changed")
    return 0


def _text(path: Path) -> str | None:
    return path.read_text("utf-8") if path.is_file() else None


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
