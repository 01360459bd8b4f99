"""`make bench`: what it costs to publish a version, beside git alone on the same files.

A generated publication is built and released, then published from its built site to a remote on
this disk: as the first version, with the same bytes again, and as the next version after an article
was edited. Each run looks through the whole site again. The yardstick adds, commits and pushes
the same folder by git.

    python benchmarks/publish.py [--articles 1000] [--versions 30]

With `--versions`, so many versions of a real site are published, each with one page changed; the
last line says how many stayed whole within the limit.
"""

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

from generated import Generated, write_ours
from measured import Measure, measured

from dossierpress.publishing.publish import Where, publish
from dossierpress.publishing.versions import Version, parse

DOSSIER = Path(sys.executable).with_name("dossier")
ADDRESS = "https://desk.test/repo/"
_PERSON = ("-c", "user.name=Bench", "-c", "user.email=bench@desk.test")


def main() -> None:
    """Measure, and print a line for each run."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--versions", type=int, default=0)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        desk = Desk(Path(folder), given.articles)
        desk.measure()
        if given.versions:
            desk.publish_many(given.versions)


class Desk:
    """A publication of so many articles in a repository, and its remote."""

    def __init__(self, parent: Path, articles: int) -> None:
        self.root, self.remote = parent / "desk", parent / "remote.git"
        self.site, self.articles = parent / "site", articles
        write_ours(Generated(), articles, self.root)
        with (self.root / "mkdocs.yml").open("a") as file:
            file.write(f"site_url: {ADDRESS}\n")
        (self.root / ".gitignore").write_text(".cache/\n/site/\n")
        for remote in (self.remote, parent / "plain.git"):
            git(parent, "init", "--quiet", "--bare", remote)
            git(remote, "config", "uploadpack.allowFilter", "true")  # as GitHub allows it
        git(parent, "init", "--quiet", self.root)
        git(self.root, "remote", "add", "origin", self.remote)

    def measure(self) -> None:
        """Publish two versions and the second one again."""
        built = self.release("2026.1", "2026-01-31")
        files = [path for path in self.site.rglob("*") if path.is_file()]
        size = sum(path.stat().st_size for path in files) / 1e6
        print(f"publish, {self.articles} articles: {len(files)} files, {size:.1f} MB")
        tell("the build, for comparison", built)
        first = tell("first version", self.run("publish", "--site", self.site))
        tell("the same bytes again", self.run("publish", "--site", self.site))
        story = next((self.root / "dossiers/news/articles").iterdir())
        story.write_text(story.read_text("utf-8").replace("title: ", "section: News\ntitle: ", 1))
        self.release("2026.2", "2026-02-28")
        tell("next version, one article edited", self.run("publish", "--site", self.site))
        plain = self.git_alone()
        tell("git alone: add, commit, push", plain)
        print(f"  ratio, first version to git alone: {first.cpu / plain.cpu:.2f} (CPU)")

    def release(self, version: str, day: str) -> Measure:
        """Commit, release and build."""
        commit(self.root, "Work")
        self.run("release", version, "--date", day)
        commit(self.root, version)
        return self.run("build", "--versioned", "--site-dir", self.site)

    def run(self, *words: str | Path) -> Measure:
        """Measure a run of `dossier`."""
        quiet = 'exec "$0" "$@" 2> /dev/null'
        return measured(["sh", "-c", quiet, DOSSIER, "-C", self.root, *words])

    def git_alone(self) -> Measure:
        """Measure git on the folder of the site."""
        remote = self.remote.with_name("plain.git")
        script = (
            f"cd '{self.site}' && git init -q && git add -A && "
            f"git {' '.join(_PERSON)} commit -qm Site && git push -q '{remote}' HEAD:gh-pages"
        )
        return measured(["sh", "-c", script])

    def publish_many(self, number: int) -> None:
        """Publish version after version, each with one page changed."""
        where = Where("origin", "many", "Desk", ADDRESS)
        subprocess.run(["rm", "-rf", self.site / ".git"], check=True)
        for turn in range(number):
            (self.site / "index.html").write_text(f"<p>{turn}</p>")
            day = f"2027-{turn // 28 + 1:02}-{turn % 28 + 1:02}"
            done = publish(self.root, self.site, Version(f"v{turn}", day), where, keep=number)
        whole = sum(v.whole for v in parse(git(self.remote, "show", "many:versions.json")))
        print(f"  {number} versions: {whole} stayed whole, {done.plan.lines()[-1]}")


def git(folder: Path, *words: str | Path) -> str:
    """Run git, which must succeed."""
    return subprocess.run(
        ["git", "-C", folder, *words], capture_output=True, text=True, check=True
    ).stdout


def commit(folder: Path, message: str) -> None:
    """Commit all there is."""
    git(folder, "add", ".")
    git(folder, *_PERSON, "commit", "--quiet", "-m", message)


def tell(what: str, cost: Measure) -> Measure:
    """Print what a run cost."""
    print(f"  {what}: {cost.cpu:.1f} s CPU, {cost.wall:.1f} s", flush=True)
    return cost


if __name__ == "__main__":
    main()
