"""A folder of files for a while: what another program or a reader looks at, and no one keeps."""

import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from dossierpress.errors import DossierError


class LeadsOutError(DossierError):
    """The name of a file leads out of its folder."""


@contextmanager
def scratch(files: Iterable[tuple[str, bytes]] = ()) -> Iterator[Path]:
    """Yield a temporary folder with some files; it is gone afterwards.

    Nothing of it has to last, so nothing waits for the disk.

    Args:
        files: their names relative to the folder, and their bytes.

    Raises:
        LeadsOutError: a name leads out of the folder.
        OSError: the disk cannot be written.
    """
    with tempfile.TemporaryDirectory(prefix="dossier-") as temporary:
        folder = Path(temporary).resolve()
        for name, data in files:
            path = (folder / name).resolve()
            if not path.is_relative_to(folder):
                raise LeadsOutError(f"a file that leads out of its folder: {name!r}")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        yield folder
