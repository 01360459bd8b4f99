"""A folder beside the site in which the new one is built, and the moment it takes its place.

Invariant: whenever a run is killed, the old site or the new one stands whole at the site's place,
or the next run puts it there. What a killed run leaves is removed by the next one.
"""

import ctypes
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from dossierpress.errors import DossierError
from dossierpress.files import locked

LOCK = ".cache/dossier/build-lock"
"""The file that a build holds, relative to the publication."""
PATIENCE = 5.0
"""How long to wait for another run, in seconds; so long may the helpers of a killed one live."""
SPARE = ".cache/dossier/spare-site"
"""The site that was swapped out last; the next build begins from it and makes what differs."""
_PREFIX = ".site-building-"
_AT_CWD = -100
_EXCHANGE = 2  # RENAME_EXCHANGE of renameat2(2)


@dataclass(frozen=True)
class Workshop:
    """Where one run builds.

    Attributes:
        site: where readers find the site; it is not touched before `swap`.
        folder: a folder of this run's own, on the same disk as the site.
    """

    site: Path
    folder: Path

    @property
    def new(self) -> Path:
        """The place of the new site."""
        return self.folder / "new"

    @property
    def old(self) -> Path:
        """The place of the old site where the system cannot exchange two folders at once."""
        return self.folder / "old"

    def swap(self) -> None:
        """Put the new site in the place of the old one.

        Raises:
            DossierError: the folder cannot be renamed; the old site stands.
        """
        try:
            if self.site.exists() and exchange(self.new, self.site):
                return
            if self.site.exists():
                self.site.rename(self.old)
            self.new.rename(self.site)
        except OSError as error:
            _restore(self.folder, self.site)
            raise DossierError(
                f"the new site cannot take its place at {self.site}: {error.strerror or error}"
            ) from error


@contextmanager
def workshop(site: Path, root: Path) -> Iterator[Workshop]:
    """Yield a workshop beside the site; it is gone afterwards, and so is what killed runs left.

    What it is not needed for any more, the old site or one that was not right, is kept as spare.

    Args:
        site: the folder of the site; it need not exist.
        root: the publication, of which no two sites are built at once.

    Raises:
        LockedError: another run is at work here.
        DossierError: the folder cannot be written.
    """
    site = site.resolve()
    with locked(root, "dossier build", name=LOCK, patience=PATIENCE):
        try:
            site.parent.mkdir(parents=True, exist_ok=True)
            clear(site)
            folder = Path(tempfile.mkdtemp(prefix=_PREFIX, dir=site.parent))
            # So that a killed run leaves nothing that git would show.
            (folder / ".gitignore").write_text("*\n", "utf-8")
            _take_spare(root / SPARE, folder / "new")
        except OSError as error:
            reason = error.strerror or error
            raise DossierError(f"cannot build beside {site}: {reason}") from error
        try:
            yield Workshop(site, folder)
        finally:
            _keep_spare(folder, root / SPARE)
            shutil.rmtree(folder, ignore_errors=True)


def clear(site: Path) -> None:
    """Remove what killed runs left beside a site; an old site they had moved away comes back."""
    for folder in sorted(site.parent.glob(f"{_PREFIX}*")):
        _restore(folder, site)
        shutil.rmtree(folder, ignore_errors=True)


def exchange(one: Path, other: Path) -> bool:
    """Exchange two folders at once; False where the system cannot, and nothing has changed."""
    if sys.platform != "linux":
        return False
    with suppress(OSError, AttributeError):
        call = ctypes.CDLL(None, use_errno=True).renameat2
        names = os.fsencode(one), os.fsencode(other)
        return bool(call(_AT_CWD, names[0], _AT_CWD, names[1], _EXCHANGE) == 0)
    return False


def _take_spare(spare: Path, new: Path) -> None:
    """Begin the new site from the spare one, or from nothing."""
    try:
        if spare.is_symlink():
            spare.unlink()
        spare.rename(new)
    except OSError:  # there is none, or it lies on another disk
        new.mkdir()


def _keep_spare(folder: Path, spare: Path) -> None:
    """Keep the site that no one sees for the next build, where it lies on the same disk."""
    left = next((path for path in (folder / "old", folder / "new") if path.is_dir()), None)
    if left is not None:
        shutil.rmtree(spare, ignore_errors=True)
        with suppress(OSError):
            left.rename(spare)


def _restore(folder: Path, site: Path) -> None:
    if not site.exists() and (folder / "old").is_dir():
        (folder / "old").rename(site)
