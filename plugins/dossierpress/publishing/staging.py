"""The repository of a run's own, in which a new state of the branch is put together.

It lies in the publication's cache, holds no more than the newest commit of the branch, and is gone
afterwards. What a killed run left there is removed by the next one; nothing else can be left, as
the remote takes a push whole or not at all.
"""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from dossierpress.errors import DossierError, UsageError
from dossierpress.files import locked
from dossierpress.publishing.git import Git, GitError, reaching_settings

FOLDER = ".cache/dossier/publishing"
LOCK = ".cache/dossier/publish-lock"
_NAME = "dossier-publish"
"""What a remote is called that has only an address."""
_QUIET = (("gc.auto", "0"), ("maintenance.auto", "false"))
"""No tidying in the background, in a folder that is about to go."""
_OLDEST = (2, 31)


@contextmanager
def staging(root: Path, remote: str) -> Iterator[tuple[Git, str]]:
    """Yield a bare repository, and the name under which it reaches a remote.

    It reaches what the publication's own repository reaches, in the same way.

    Args:
        root: the publication.
        remote: a remote of its repository, or an address; git leaves out files that are not wanted
            only where a remote has a name.

    Raises:
        UsageError: the publication is in no repository, or git is missing or too old.
        LockedError: another run publishes from here.
        DossierError: the cache cannot be written.
    """
    home = Git(root)
    format_ = _checked(home)
    with locked(root, "dossier publish", name=LOCK):
        parent = root / FOLDER
        try:
            shutil.rmtree(parent, ignore_errors=True)
            parent.mkdir(parents=True)
            folder = Path(tempfile.mkdtemp(dir=parent, suffix=".git"))
        except OSError as error:
            raise DossierError(f"cannot write {parent}: {error.strerror or error}") from error
        try:
            shape = ("--bare", "--template=", f"--object-format={format_}")
            Git(folder).run("init", "--quiet", *shape)
            # It runs where the publication's own git does, so that a relative address of a remote
            # means the same.
            top = Path(home.text("rev-parse", "--show-toplevel"))
            settings, name = (*reaching_settings(home), *_QUIET), remote
            if remote not in home.text("remote").splitlines():
                settings, name = ((*settings, (f"remote.{_NAME}.url", remote)), _NAME)
            yield Git(top, settings, {"GIT_DIR": str(folder.resolve())}), name
        finally:
            shutil.rmtree(parent, ignore_errors=True)


def _checked(home: Git) -> str:
    """Return the repository's format of objects."""
    try:
        version = home.text("version")
    except OSError as error:
        raise UsageError("publishing needs git; install it") from error
    numbers = tuple(int(part) for part in version.split()[2].split(".")[:2])
    if numbers < _OLDEST:
        raise UsageError(f"publishing needs git 2.31 or newer; this is {version}")
    try:
        return home.text("rev-parse", "--show-object-format")
    except GitError as error:
        raise UsageError(
            "the publication is in no git repository; run `git init` and add a remote"
        ) from error
