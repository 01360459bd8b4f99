"""A folder of files, written whole or not at all."""

import shutil
import tempfile
from collections.abc import Iterable
from pathlib import Path, PurePosixPath

from dossierpress.files.whole import PREFIX, SUFFIX, put, sync


def write_tree(target: Path, files: Iterable[tuple[PurePosixPath, bytes]]) -> None:
    """Write a folder of files to a place that is free, or fill an empty folder with them.

    The tree is built beside its place, or inside the empty folder, and moved into place; a failure
    takes back what was moved.

    Raises:
        OSError: the folder cannot be written.
    """
    fresh = not target.exists()
    beside = target.parent if fresh else target
    beside.mkdir(parents=True, exist_ok=True)
    aside = Path(tempfile.mkdtemp(prefix=PREFIX, suffix=SUFFIX, dir=beside))
    moved: list[Path] = []
    try:
        tree = aside / "tree"
        for path, data in files:
            file = tree / path
            file.parent.mkdir(parents=True, exist_ok=True)
            with file.open("wb") as stream:
                put(stream, data)
        if fresh:
            tree.rename(target)
        else:
            for child in sorted(tree.iterdir()):
                moved.append(child.rename(target / child.name))
    except BaseException:
        for child in moved:
            shutil.rmtree(child) if child.is_dir() else child.unlink()
        raise
    finally:
        shutil.rmtree(aside, ignore_errors=True)
    sync(beside)
