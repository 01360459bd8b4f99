"""`versions.json` is what mike writes and Material reads, and carries what we must know."""

import json

import pytest

from dossierpress.errors import DossierError
from dossierpress.publishing.versions import Version, parse, write

FULL = Version("2026.2", "2026-02-01", 3, 900, False, ("gulf/a",), "abc", "2026.2", ("stable",))


def test_what_is_written_is_read() -> None:
    plain = Version("2026.1", title="2026.1")
    assert parse(write([FULL, plain])) == (FULL, plain)


def test_the_first_version_alone_is_the_latest() -> None:
    first, second = json.loads(write([FULL, Version("2026.1")]))
    assert (first["aliases"], second["aliases"]) == (["latest", "stable"], [])


def test_a_file_that_mike_wrote_is_read() -> None:
    text = '[{"version": "1.0", "title": "First", "aliases": ["latest", "old"]}]'
    assert parse(text) == (Version("1.0", title="First", aliases=("old",)),)


@pytest.mark.parametrize("text", ["", "{}x", "[1]", '[{"title": "x"}]', '[{"version": 1}', "null"])
def test_anything_else_is_refused_and_never_written_over(text: str) -> None:
    with pytest.raises(DossierError, match=r"versions\.json on the branch cannot be read"):
        parse(text)
