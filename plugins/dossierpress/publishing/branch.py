"""The branch as the remote has it, and as it shall be."""

import re
from dataclasses import dataclass

from dossierpress.errors import DossierError, UsageError
from dossierpress.publishing import versions
from dossierpress.publishing.git import Git, GitError
from dossierpress.publishing.tree import Entry, entries
from dossierpress.publishing.versions import Version

_FETCHED = "refs/heads/fetched"
_MOVED = re.compile(
    r"fetch first|non-fast-forward|stale info|cannot lock ref|failed to update ref|"
    r"incorrect old value|reference already exists|failed to lock"
)
"""What a remote says where another publisher was faster; what else it says is final."""


@dataclass(frozen=True)
class Branch:
    """The newest state of a branch.

    Attributes:
        commit: its id; empty where there is no such branch yet.
        date: when it was committed, in seconds since 1970.
        entries: what lies in its root, by name.
        versions: what it has published, newest first.
    """

    commit: str
    date: int
    entries: tuple[Entry, ...]
    versions: tuple[Version, ...]

    def entry(self, name: str) -> Entry | None:
        """Return what bears a name in the root."""
        return next((entry for entry in self.entries if entry.name == name), None)

    def version(self, name: str) -> Version | None:
        """Return a published version."""
        return next((version for version in self.versions if version.name == name), None)


@dataclass(frozen=True)
class Source:
    """What is published, and by whom.

    Attributes:
        commit: the newest commit of the publication; empty where it has none.
        date: when that was committed, in seconds since 1970.
        author: who publishes, as "Name <address>".
    """

    commit: str
    date: int
    author: str


def source_of(home: Git) -> Source:
    """Return what the publication's own repository says of it."""
    try:
        author = home.text("var", "GIT_AUTHOR_IDENT").rsplit(" ", 2)[0]
    except GitError:
        author = "DossierPress <dossierpress@localhost>"
    try:
        commit, date = home.text("show", "-s", "--format=%H %ct", "HEAD").split(" ")
    except GitError:
        return Source("", 0, author)
    return Source(commit, int(date), author)


def fetch(git: Git, remote: str, name: str, *, whole: bool = False) -> Branch:
    """Return the newest state of a branch, as the remote has it now.

    Only the newest commit is fetched; its files only where they are wanted (`whole`), or where the
    remote cannot leave them out.

    Raises:
        DossierError: the remote cannot be reached, or the branch holds something else than we made.
    """
    listed = git.text("ls-remote", remote, f"refs/heads/{name}")
    if not listed:
        return Branch("", 0, (), ())
    lean = ("--quiet", "--no-tags", "--depth=1", "--no-write-fetch-head")
    part = () if whole else ("--filter=blob:none",)
    git.run("fetch", *lean, *part, remote, f"+refs/heads/{name}:{_FETCHED}")
    commit, date = git.text("show", "-s", "--format=%H %ct", _FETCHED).split(" ")
    found = entries(git, commit)
    listing = next((entry for entry in found if entry.name == versions.NAME), None)
    if listing is None:
        if any(entry.name == "index.html" for entry in found):
            raise UsageError(
                f"the branch {name} holds a site that has no {versions.NAME}; "
                "empty it, or name another one with --branch"
            )
        return Branch(commit, int(date), found, ())
    text = git.run("cat-file", "blob", listing.id).decode("utf-8", "replace")
    return Branch(commit, int(date), found, versions.parse(text))


def commit(
    git: Git, tree: str, parent: Branch, source: Source, message: str, *, anew: bool = False
) -> str:
    """Store a commit that follows on a state of the branch, and return its id.

    The same tree on the same state is the same commit: its date is that of what is published.

    Args:
        anew: whether it follows on nothing, so that the history before it is forgotten.
    """
    name, _, address = source.author.rstrip(">").partition(" <")
    when = f"@{max(source.date, parent.date)} +0000"
    made = Git(
        git.folder,
        git.settings,
        {
            **git.environment,
            **{f"GIT_{who}_NAME": name for who in ("AUTHOR", "COMMITTER")},
            **{f"GIT_{who}_EMAIL": address for who in ("AUTHOR", "COMMITTER")},
            **{f"GIT_{who}_DATE": when for who in ("AUTHOR", "COMMITTER")},
        },
    )
    parents = ("-p", parent.commit) if parent.commit and not anew else ()
    stdin = message.encode("utf-8")
    return made.run("commit-tree", tree, *parents, "--no-gpg-sign", stdin=stdin).decode().strip()


def push(git: Git, remote: str, name: str, new: str, old: Branch, *, anew: bool = False) -> bool:
    """Give a branch its new state; False where another publisher was faster.

    Args:
        new: the commit.
        old: the state that it follows on.
        anew: whether the new state forgets the history of the branch; it is still only taken where
            the old state is what the remote has.

    Raises:
        DossierError: the remote will not take it.
    """
    reference = f"refs/heads/{name}"
    lease = (f"--force-with-lease={reference}:{old.commit}",) if anew else ()
    # Hooks of its user are meant for what people commit, and would look for a working tree.
    plain = ("--porcelain", "--no-thin", "--no-verify")
    done = git.start("push", *plain, *lease, remote, f"{new}:{reference}")
    if not done.returncode:
        return True
    told = (done.stdout + done.stderr).decode("utf-8", "replace")
    refused = [line for line in told.splitlines() if line.startswith("!")]
    if any(_MOVED.search(line) for line in refused):
        return False
    try:
        raise GitError("push", told)
    except GitError as error:
        raise DossierError(f"{error}; nothing was published") from error
