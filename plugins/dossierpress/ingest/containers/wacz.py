"""WACZ: a ZIP archive of web archives. Source: https://specs.webrecorder.net/wacz/1.1.1/."""

import zipfile
from collections.abc import Iterator

from dossierpress.ingest.containers.zipped import Allowance, Found, Reader, read_zip

_WARCS = "archive/"


def is_wacz(archive: zipfile.ZipFile) -> bool:
    """Say whether an archive is a WACZ."""
    names = archive.namelist()
    return "datapackage.json" in names and any(name.startswith(_WARCS) for name in names)


def read_wacz(
    name: str, archive: zipfile.ZipFile, allowance: Allowance, web_archives: dict[str, Reader]
) -> Iterator[Found]:
    """Yield the pages of each web archive in it; its indexes and logs hold no page."""
    yield from read_zip(
        name, archive, allowance, web_archives, only=lambda path: path.startswith(_WARCS)
    )
