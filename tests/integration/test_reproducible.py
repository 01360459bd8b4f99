"""The repository's own publication gives the same bytes, whoever builds it, where and when.

The host is told the day of the build by SOURCE_DATE_EPOCH, in place of a clock.
"""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

from dossierpress.workers import NUMBER

PARTS = ("docs", "dossiers", "overrides", "mkdocs.yml", "CHANGELOG.md")
HERE = {
    "TZ": "Asia/Tehran",
    "LC_ALL": "C",
    "PYTHONHASHSEED": "1",
    "SOURCE_DATE_EPOCH": "1000000000",
    NUMBER: "1",
}
THERE = {
    "TZ": "America/Los_Angeles",
    "LC_ALL": "C.UTF-8",
    "PYTHONHASHSEED": "4242",
    "SOURCE_DATE_EPOCH": "1700000000",
    NUMBER: "3",
}


def laid_out(repository: Path, folder: Path, *, backwards: bool, age: int) -> Path:
    """Copy the publication file by file, in one order or the other, as old as is said."""
    files = sorted(
        file
        for part in PARTS
        for file in (repository / part, *(repository / part).rglob("*"))
        if file.is_file()
    )
    for file in reversed(files) if backwards else files:
        place = folder / file.relative_to(repository)
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, place)
        os.utime(place, (age, age))
    return folder


def built(publication: Path, environment: dict[str, str], cwd: Path) -> dict[str, str]:
    """Build a publication in a process of its own, and return the digest of each file."""
    kept = {name: value for name, value in os.environ.items() if name not in ("LANG", "LANGUAGE")}
    subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "-q", "-f", str(publication / "mkdocs.yml")],
        env={**kept, **environment, "SITE_URL": "https://desk.example.org/"},
        cwd=cwd,
        check=True,
        capture_output=True,
    )
    site = publication / "site"
    files = (path for path in sorted(site.rglob("*")) if path.is_file())
    return {
        path.relative_to(site).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in files
    }


def differing(one: dict[str, str], other: dict[str, str]) -> set[str]:
    """Return the files that are not the same in both."""
    return {name for name in one.keys() | other.keys() if one.get(name) != other.get(name)}


def test_place_zone_locale_hashes_order_age_day_and_workers_make_no_difference(
    repository: Path, tmp_path: Path
) -> None:
    one = laid_out(repository, tmp_path / "a", backwards=False, age=1_000_000_000)
    other = laid_out(repository, tmp_path / "other/place", backwards=True, age=1_600_000_000)
    first = built(one, HERE, tmp_path)
    assert len(first) > 500
    assert differing(first, built(other, THERE, other)) == set()
    # And once more on what the first build left: its cache and its site.
    assert differing(first, built(one, THERE, one)) == set()
