"""Real git repositories on disk: a publication's own, and the remote that it publishes to."""

import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dossierpress.publishing.publish import Published, Where, publish
from dossierpress.publishing.versions import Version

ADDRESS = "https://desk.test/repo/"
_PERSON = ("-c", "user.name=A", "-c", "user.email=a@desk.test")
WHERE = Where("origin", "gh-pages", "Small desk", ADDRESS, "https://bundles.test/{version}/")


def git(folder: Path, *arguments: object) -> str:
    """Run git in a folder and return what it printed; it must succeed."""
    command = ["git", "-C", folder, *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


@dataclass(frozen=True)
class Desk:
    """A publication in a repository, with a remote beside it.

    Attributes:
        folder: the working tree.
        remote: the bare repository that is its `origin`.
    """

    folder: Path
    remote: Path

    @classmethod
    def make(cls, parent: Path, folder: Path | None = None) -> "Desk":
        """Make both below a folder; the publication is a file unless one is given."""
        desk, remote = folder or parent / "desk", parent / "remote.git"
        git(parent, "init", "--quiet", "--bare", remote)
        git(parent, "init", "--quiet", desk)
        (desk / ".gitignore").write_text(".cache/\n/site/\n")
        git(desk, "remote", "add", "origin", remote)
        made = cls(desk, remote)
        made.commit("Begin")
        return made

    def other(self, name: str = "other") -> "Desk":
        """Return another clone, of another person."""
        folder = self.folder.with_name(name)
        git(self.folder.parent, "clone", "--quiet", self.folder, folder)
        git(folder, "remote", "set-url", "origin", self.remote)
        return Desk(folder, self.remote)

    def commit(self, message: str) -> None:
        """Commit all that lies in the working tree."""
        git(self.folder, "add", ".")
        git(
            self.folder,
            "-c",
            "user.name=A",
            "-c",
            "user.email=a@desk.test",
            "commit",
            "-qm",
            message,
        )

    def publish(self, version: str, site: Path, day: str = "", **options: Any) -> Published:
        """Publish a folder as a version."""
        return publish(self.folder, site, Version(version, day), WHERE, **options)

    def shown(self, path: str) -> str:
        """Return a file of the branch."""
        return git(self.remote, "show", f"gh-pages:{path}")

    def root(self) -> dict[str, str]:
        """Return the ids of what lies in the root of the branch, by name."""
        lines = git(self.remote, "ls-tree", "gh-pages").splitlines()
        return {line.split("\t")[1]: line.split()[2] for line in lines}

    def commits(self) -> list[str]:
        """Return the first lines of the branch's commits, newest first."""
        return git(self.remote, "log", "--format=%s", "gh-pages").splitlines()

    def is_sound(self) -> bool:
        """Say whether both repositories are whole and the publication's is untouched."""
        for folder in (self.folder, self.remote):
            if git(folder, "fsck", "--strict", "--no-dangling").strip():
                return False
        branches = git(self.folder, "for-each-ref", "--format=%(refname)").split()
        return git(self.folder, "status", "--porcelain") == "" and len(branches) == 1


def site_of(folder: Path, text: str, pages: int = 3) -> Path:
    """Make a folder that looks like a built site, with a text on each page."""
    for number in range(pages):
        page = folder / "articles" / str(number) / "index.html"
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(f"<p>{text} {number}</p>\n")
    (folder / "index.html").write_text(f"<p>{text}</p>\n")
    (folder / "404.html").write_text(f"<p>missing in {text}</p>\n")
    (folder / "sitemap.xml").write_text(f"<urlset>{text}</urlset>\n")
    return folder
