"""The form of a snapshot, and what reading one refuses."""

import json
from pathlib import Path

import pytest

from dossierpress.errors import UsageError
from dossierpress.publication import read_publication
from dossierpress.release.form import SnapshotError, canonical, read_snapshot, seal
from dossierpress.release.shelf import Entry, check_version, order
from harness.building import SMALL, copy_small
from harness.releasing import snapshot_at

SNAPSHOT = snapshot_at(SMALL, "2026.1")


def test_a_snapshot_reads_back_as_it_was() -> None:
    assert read_snapshot(canonical(SNAPSHOT)) == SNAPSHOT


def test_the_form_is_canonical() -> None:
    text = canonical(SNAPSHOT).decode()
    known = json.loads(text)
    assert text == json.dumps(known, ensure_ascii=False, sort_keys=True, indent=1) + "\n"


def test_no_text_that_rights_keep_back_is_in_a_snapshot() -> None:
    text = canonical(SNAPSHOT).decode()
    assert "Pilots of the Strait of Hormuz would not sail at night." in text
    for word in ("unseen", "albatross", "Gannet", "clippings.txt", "burned in the Strait"):
        assert word not in text


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (lambda text: text.replace("2026.1", "2026.2"), "changed after the release"),
        (lambda text: text.replace('"format": 1', '"format": 9'), "has the format 9"),
        (lambda text: text.replace('"format": 1', '"form": 1'), "unknown field `form`"),
        (lambda text: text[: len(text) // 2], "is no snapshot"),
        (lambda text: "[" * 100_000, "is no snapshot"),
        (lambda _: "", "is no snapshot"),
    ],
)
def test_a_file_that_is_not_what_was_written_is_refused(change, says: str) -> None:
    with pytest.raises(SnapshotError, match=says):
        read_snapshot(change(canonical(SNAPSHOT).decode()).encode())


@pytest.mark.parametrize(
    "version", ["", "a/b", "..", ".a", "a\\b", "a\nb", "a:b", "con", "x" * 101, "-a"]
)
def test_what_cannot_be_a_file_or_an_address_is_no_version(version: str) -> None:
    with pytest.raises(UsageError):
        check_version(version)


@pytest.mark.parametrize("version", ["2026.06", "v1.0-rc.1", "spring edition", "الأول"])
def test_a_version_is_free(version: str) -> None:
    assert check_version(version) == version


def test_releases_are_ordered_by_date_and_then_by_the_numbers_in_their_versions() -> None:
    rows = [("10", "2026-01-02"), ("9", "2026-01-02"), ("z", "2026-01-01"), ("a", "2026-02")]
    entries = [Entry(version, date, Path(version)) for version, date in rows]
    assert [entry.version for entry in sorted(entries, key=order)] == ["z", "9", "10", "a"]


def test_a_broken_snapshot_is_a_problem_and_the_others_are_read(tmp_path: Path) -> None:
    root = copy_small(tmp_path)
    folder = root / "dossiers" / "releases"
    folder.mkdir()
    good = canonical(SNAPSHOT)
    (folder / "2026.1.json").write_bytes(good)
    (folder / "other.json").write_bytes(good)
    (folder / "2026.2.json").write_bytes(good.replace(b'"2026.1"', b'"2026.2"'))
    (folder / "cut.json").write_bytes(good[:100])
    of = read_publication(root, releases=True)
    assert [release.version for release in of.chronicle.releases] == ["2026.1"]
    assert [(p.path, p.code) for p in of.problems] == [
        ("dossiers/releases/2026.2.json", "DP700"),
        ("dossiers/releases/cut.json", "DP700"),
        ("dossiers/releases/other.json", "DP701"),
    ]


def test_the_digest_covers_the_version_and_the_date() -> None:
    other = snapshot_at(SMALL, "2026.1", "2026-02-01")
    assert other.digest != SNAPSHOT.digest
    assert seal(other) == other
