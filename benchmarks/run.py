"""`make bench`: how long building and adding take, each set beside a yardstick of the same run.

Seconds depend on the machine; the ratios much less. Each figure is the best of `ROUNDS` runs of
the whole command, in turns, so that a busy moment hits both sides alike.
"""

import subprocess
import sys
import tempfile
import time
from pathlib import Path

import html_pages
from corpus import clipping, stories

ROUNDS = 3
BIN = Path(sys.executable).parent

PLAIN = """\
site_name: Plain
theme: {name: material, font: false}
plugins: [search]
nav: [{Home: index.md}]
validation: {omitted_files: ignore}
"""


def main(count: int) -> None:
    """Measure with `count` stories and print the figures."""
    with tempfile.TemporaryDirectory() as folder:
        build(Path(folder), count)
        add(Path(folder), count)
    html_pages.main(count)


def build(folder: Path, count: int) -> None:
    """Build the same articles as a publication and as plain pages of MkDocs with Material."""
    ours, plain = folder / "ours", folder / "plain"
    run("dossier", "new", ours)
    articles = ours / "dossiers" / "gulf-security" / "articles"
    pages = plain / "docs" / "articles"
    pages.mkdir(parents=True)
    (plain / "mkdocs.yml").write_text(PLAIN, "utf-8")
    (plain / "docs" / "index.md").write_text("# Home\n", "utf-8")
    for story in stories(count):
        body = "\n\n".join(story.paragraphs) + "\n"
        name = f"{story.day}-story-{story.number}.md"
        front = f'---\ntitle: "{story.title}"\npublished: {story.day}\nrights: full\n---\n'
        (articles / name).write_text(front + body, "utf-8")
        (pages / name).write_text(f"# {story.title}\n\n{body}", "utf-8")
    seconds = {"ours": [0.0] * ROUNDS, "plain": [0.0] * ROUNDS}
    for turn in range(ROUNDS):
        for name, times in seconds.items():
            config = folder / name / "mkdocs.yml"
            times[turn] = run("mkdocs", "build", "--config-file", config)
    mine, theirs = min(seconds["ours"]), min(seconds["plain"])
    made = len(list((ours / "site").rglob("*.html")))
    print(f"build, {count} articles: {mine:6.2f} s for {made} pages")
    print(f"  plain MkDocs with Material: {theirs:6.2f} s for {count + 2} pages")
    print(f"  ratio: {mine / theirs:.2f}")


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
