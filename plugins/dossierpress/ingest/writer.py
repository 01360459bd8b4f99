"""Articles written to disk: whole or not at all, and never over a file that is there."""

from pathlib import Path

from dossierpress import files
from dossierpress.errors import DossierError
from dossierpress.files import NameTakenError, clear, sync
from dossierpress.frontmatter import FrontMatterError, compose_document, parse_document
from dossierpress.ingest.draft import Draft
from dossierpress.library.files import MAX_FILE

__all__ = [
    "MAX_ARTICLE",
    "NameTakenError",
    "UnwritableError",
    "clear",
    "compose",
    "sync",
    "write_new",
]

MAX_ARTICLE = MAX_FILE
"""The largest article file, in bytes; the loader reads no larger one."""


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
    files.write_new(path, text.encode())
