"""`make bench`: what it costs `dossier build` to look through a site, first and again.

The site of a generated publication is built by MkDocs. Then it is looked through: for the first
time, again, after one page was written anew, and after the rights of one article narrowed, so that
its sentences are looked for in every file. CPU seconds are those of all processes together.

    python benchmarks/gates.py [--articles 1000]
"""

import argparse
import os
import subprocess
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

from generated import Generated, write_ours

from dossierpress.building import allowed, kept_back, looks
from dossierpress.building.gates import look_through
from dossierpress.model import Article, Rights
from dossierpress.publication import CACHE, read_publication

MKDOCS = Path(sys.executable).with_name("mkdocs")


def main() -> None:
    """Measure, and print a line for each run."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=1000)
    count = parser.parse_args().articles
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "desk"
        write_ours(Generated(), count, root)
        subprocess.run([MKDOCS, "build", "-q", "-f", root / "mkdocs.yml"], check=True)
        publication = read_publication(root, cache=root / CACHE)
        articles, digests = publication.library.articles, dict(publication.digests)
        print(f"gates, {count:,} articles:", end=" ")
        look(root, articles, digests)
        print("  again:", end=" ")
        look(root, articles, digests)
        page = next((root / "site/dossiers/news").glob("*-story-*/index.html"))
        page.write_text(page.read_text("utf-8").replace("</body>", " </body>"), "utf-8")
        print("  a page written anew:", end=" ")
        look(root, articles, digests)
        shown = next(article for article in articles if article.rights is Rights.FULL)
        narrowed = replace(shown, rights=Rights.METADATA)
        changed = tuple([narrowed if one is shown else one for one in articles])
        print("  rights narrowed:", end=" ")
        look(root, changed, {**digests, shown.ref: b"narrowed"})


def look(root: Path, articles: tuple[Article, ...], digests: dict) -> None:
    """Look through the site as `dossier build` does, and print what it came to."""
    cache, before = root / CACHE, sum(os.times()[:4])
    sentences = kept_back.kept_back(articles, digests, cache / kept_back.FILE)
    kept = allowed.not_allowed(sentences, articles, digests, cache / allowed.FILE)
    found = look_through(root / "site", "", kept, store=cache / looks.FILE)
    print(
        f"{sum(os.times()[:4]) - before:.2f} CPU s, {found.files:,} files, {found.links:,} links,"
        f" {len(kept.sentences):,} sentences, {len(found.problems)} problems"
    )


if __name__ == "__main__":
    main()
