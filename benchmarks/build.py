"""`make bench`: whole builds of generated publications, beside plain MkDocs on the same texts.

For each number of articles both sides are built in one run, in turn: ours cold, plain MkDocs with
Material and its search cold, and ours again after one article, one alias and one topic rule was
edited. The site after the last edit is compared with a clean build, byte for byte. Seconds depend
on the machine, ratios much less.

    python benchmarks/build.py [--sizes 100,1000] [--json FILE] [--rounds 1]
"""

import argparse
import json
import shutil
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from generated import Generated, write_ours, write_plain
from measured import Measure, best, measured
from same import differences

BIN = Path(sys.executable).parent
SIZES = "100,1000"
CACHES = (".cache", "site")


@dataclass(frozen=True)
class Figures:
    """What one build of one size cost.

    Attributes:
        output: megabytes in the site.
        html: kilobytes of an article's page beyond its own text, on average; None for plain.
    """

    articles: int
    build: str
    measure: Measure
    output: float
    html: float | None


def main() -> None:
    """Measure the sizes that were asked for, and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", default=SIZES, help=f"default {SIZES}")
    parser.add_argument("--rounds", type=int, default=1, help="cold builds; the best counts")
    parser.add_argument("--json", type=Path, help="a file for the figures")
    given = parser.parse_args()
    figures = []
    for size in map(int, given.sizes.split(",")):
        with tempfile.TemporaryDirectory() as folder:
            found = tuple(measure(Path(folder), size, given.rounds))
        print(table(found), flush=True)
        figures.extend(found)
    if given.json:
        records = [asdict(figure) for figure in figures]
        given.json.write_text(json.dumps(records, indent=1) + "\n", "utf-8")


def measure(folder: Path, size: int, rounds: int) -> Iterator[Figures]:
    """Yield the figures of one size; stop where an edit gives another site than a clean build."""
    content = Generated()
    ours, plain = folder / "ours", folder / "plain"
    write_ours(content, size, ours)
    write_plain(content, size, plain)
    cold: dict[Path, list[Measure]] = {ours: [], plain: []}
    for _ in range(rounds):
        for root, measures in cold.items():
            for name in CACHES:
                shutil.rmtree(root / name, ignore_errors=True)
            measures.append(build(root))
    yield Figures(size, "ours, cold", best(cold[ours]), megabytes(ours), overhead(ours))
    yield Figures(size, "plain, cold", best(cold[plain]), megabytes(plain), None)
    for name, edit in EDITS.items():
        edit(ours)
        yield Figures(size, f"ours, {name}", build(ours), megabytes(ours), overhead(ours))
    (ours / "site").rename(folder / "edited")
    for name in CACHES:
        shutil.rmtree(ours / name, ignore_errors=True)
    build(ours)
    different = differences(folder / "edited", ours / "site")
    if different:
        raise SystemExit(f"{size}: after the edits, not as a clean build: {different[:5]}")


def build(root: Path) -> Measure:
    """Build a site."""
    return measured([BIN / "mkdocs", "build", "--quiet", "--config-file", root / "mkdocs.yml"])


def edit_article(root: Path) -> None:
    """Add a sentence to an article from the middle of the list."""
    files = sorted((root / "dossiers/news/articles").glob("*.md"))
    file = files[len(files) // 2]
    file.write_text(file.read_text("utf-8") + "\nOne more sentence was added here.\n", "utf-8")


def edit_alias(root: Path) -> None:
    """Give the entity that is named most a further alias."""
    file = root / "dossiers/entities/all.yml"
    text = file.read_text("utf-8")
    head, mark, rest = text.partition("  aliases:\n")
    file.write_text(f'{head}{mark}    - {{"text": "Quite Another Name"}}\n{rest}', "utf-8")


def edit_topic(root: Path) -> None:
    """Have a topic take in the articles that name one more entity."""
    file = root / "dossiers/topics/topic-3.md"
    text = file.read_text("utf-8")
    file.write_text(text.replace("any: [", "any: [entity:entity-40, "), "utf-8")


EDITS = {
    "an article edited": edit_article,
    "an alias added": edit_alias,
    "a topic's rule edited": edit_topic,
}


def megabytes(root: Path) -> float:
    """Return the size of the built site."""
    files = (root / "site").rglob("*")
    return sum(file.stat().st_size for file in files if file.is_file()) / 1e6


def overhead(root: Path) -> float:
    """Return the kilobytes of an article's page that are not its own text."""
    texts = list((root / "dossiers/news/articles").glob("*.md"))
    pages = root / "site/dossiers/news"
    html = sum((pages / text.stem / "index.html").stat().st_size for text in texts)
    return (html - sum(text.stat().st_size for text in texts)) / len(texts) / 1000


def table(figures: tuple[Figures, ...]) -> str:
    """Return the figures of one size as a table of Markdown, with ratios to the plain build."""
    plain = next(figure.measure for figure in figures if figure.build.startswith("plain"))
    rows = [
        f"\n{figures[0].articles:,} articles\n",
        "| build | CPU s | wall s | memory MB | output MB | KB an article | CPU × | wall × |",
        "| --- | --- | --- | --- | --- | --- | --- | --- |",
    ]
    for figure in figures:
        done = figure.measure
        html = "" if figure.html is None else f"{figure.html:.1f}"
        cells = (
            figure.build,
            f"{done.cpu:.2f}",
            f"{done.wall:.2f}",
            f"{done.peak:.0f}",
            f"{figure.output:.0f}",
            html,
            f"{done.cpu / plain.cpu:.2f}",
            f"{done.wall / plain.wall:.2f}",
        )
        rows.append(f"| {' | '.join(cells)} |")
    return "\n".join(rows)


if __name__ == "__main__":
    main()
