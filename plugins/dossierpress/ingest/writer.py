"""Articles written to disk: whole or not at all, and never over a file that is there."""

import os
import tempfile
from pathlib import Path
from types import ModuleType

from dossierpress.errors import DossierError
from dossierpress.frontmatter import FrontMatterError, compose_document, parse_document
from dossierpress.ingest.draft import Draft

fcntl: ModuleType | None
try:
    import fcntl
except ImportError:  # Windows, which keeps an open file from being removed
    fcntl = None

_PREFIX = ".adding-"
_SUFFIX = ".tmp"

MAX_ARTICLE = 2 * 1024 * 1024
"""The largest article file, in bytes; the loader reads no larger one."""


class NameTakenError(DossierError):
    """Another process wrote a file of this name first."""


class UnwritableError(DossierError):
    """The article cannot be a file that this program would read back."""


def compose(draft: Draft) -> str:
    """Return the article's file, which is sure to read back.

    Raises:
        UnwritableError: its front matter or its text is larger than an article may be.
    """
    text = compose_document(draft.front_matter, f"{draft.story.body}\n" if draft.story.body else "")
    if len(text.encode()) > MAX_ARTICLE:
        raise UnwritableError(f"the story is larger than {MAX_ARTICLE // 1024**2} MB")
    try:
        parse_document(text)
    except FrontMatterError as error:
        raise UnwritableError(f"its front matter is refused: {error}") from error
    return text


def write_new(path: Path, text: str) -> None:
    """Write a new file atomically: a kill leaves the whole file or none.

    Raises:
        NameTakenError: there is such a file.
        OSError: the folder cannot be written.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=_PREFIX, suffix=_SUFFIX, dir=path.parent)
    temporary = Path(name)
    try:
        # Open, and with that locked, until it has its name: `clear` leaves it alone.
        with os.fdopen(handle, "wb") as file:
            _lock(file.fileno())
            file.write(text.encode())
            file.flush()
            os.fsync(file.fileno())
            temporary.chmod(0o644)
            _name_once(temporary, path)
    finally:
        temporary.unlink(missing_ok=True)


def clear(folder: Path) -> None:
    """Remove what runs that were killed left half-written, and nothing of a run that goes on."""
    for leftover in folder.glob(f"{_PREFIX}*{_SUFFIX}"):
        try:
            with leftover.open("rb") as file:
                if _lock(file.fileno()):
                    leftover.unlink(missing_ok=True)
        except OSError:
            # It has just got its name, or is open elsewhere on a system that forbids removal.
            continue


def sync(folder: Path) -> None:
    """Make the names of new files last through a loss of power, where the system can."""
    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError:
        return
    try:
        os.fsync(handle)
    except OSError:
        return
    finally:
        os.close(handle)


def _lock(handle: int) -> bool:
    """Lock an open file for as long as it is open; False where another process has done so."""
    if fcntl is None:
        return True
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _name_once(temporary: Path, path: Path) -> None:
    """Give the file its name, which fails where the name is taken, even at the same moment."""
    try:
        path.hardlink_to(temporary)
    except FileExistsError as error:
        raise NameTakenError(f"{path.name} exists") from error
    except (OSError, NotImplementedError):
        if path.exists():
            raise NameTakenError(f"{path.name} exists") from None
        temporary.rename(path)
