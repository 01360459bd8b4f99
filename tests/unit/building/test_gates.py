"""What an earlier run knows of a site's files changes nothing of what is found wrong with it."""

import os
import tempfile
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dossierpress.building import looking
from dossierpress.building.gates import Findings, look_through
from dossierpress.building.kept_back import KeptBack, sentences_of
from dossierpress.building.looks import read_looks
from dossierpress.errors import Problem
from harness.making import article

ONE = "The harbour master counted nineteen ships at anchor on Tuesday."
TWO = "No pilot went aboard before the second tug had come alongside."
NONE = KeptBack(())
BOTH = sentences_of([article("log", body=f"{ONE}\n\n{TWO}")])
ABSENT = sentences_of([article("log", body="The ferry to the outer islands was not running.")])
FIRST = sentences_of([article("log", body=ONE)])
SITE = {
    "index.html": '<a href="a/">A</a> <a href="b/#there">B</a> <a href="#top">up</a>',
    "a/index.html": f'<h1 id="here">A</h1><p>{ONE}</p><a href="../b/">B</a><a href="#here">x</a>',
    "b/index.html": f'<h2 id="there">B</h2><p>{TWO[:20]}<b>{TWO[20:]}</b></p><img src="../i.png">',
    "i.png": "a picture\0",
    "s.css": "p { background: url(i.png) }",
}


def laid(site: Path, files: Mapping[str, str]) -> None:
    """Have a folder hold some files, and leave those alone that are as they shall be."""
    for name, text in files.items():
        file = site / name
        if not file.exists() or file.read_text("utf-8") != text:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.unlink(missing_ok=True)
            file.write_text(text, "utf-8")
    for file in [path for path in site.rglob("*") if path.is_file()]:
        if file.relative_to(site).as_posix() not in files:
            file.unlink()


def found(site: Path, kept: KeptBack = NONE, store: Path | None = None) -> Findings:
    return look_through(site, "https://desk.test/", kept, "site", store)


def shown(problems: tuple[Problem, ...]) -> list[str]:
    return [f"{problem.path} {problem.code}" for problem in problems]


def edited(**changes: str) -> dict[str, str]:
    names = {"index": "index.html", "a": "a/index.html", "b": "b/index.html", "css": "s.css"}
    return {**SITE, **{names[name]: text for name, text in changes.items()}}


def without(name: str) -> dict[str, str]:
    return {file: text for file, text in SITE.items() if file != name}


A, B = SITE["a/index.html"], SITE["b/index.html"]
EDITS: dict[str, tuple[Mapping[str, str], KeptBack, list[str]]] = {
    "nothing": (SITE, NONE, []),
    "a page gone that others link to": (
        without("a/index.html"), NONE, ["site/index.html DP750"]),
    "a picture gone": (without("i.png"), NONE, ["site/b/index.html DP750"]),
    "an anchor gone that another page links to": (
        edited(b=B.replace(' id="there"', "")), NONE, ["site/index.html DP751"]),
    "an anchor gone that its own page links to": (
        edited(a=A.replace(' id="here"', "")), NONE, ["site/a/index.html DP751"]),
    "a link to nothing": (edited(a=f'{A}<a href="c">'), NONE, ["site/a/index.html DP750"]),
    "a request of a page": (
        edited(a=f'{A}<img src="//x.test">'), NONE, ["site/a/index.html DP753"]),
    "a request of a style": (
        edited(css="@import 'https://x.test/';"), NONE, ["site/s.css DP753"]),
    "rights that keep one sentence back": (SITE, FIRST, ["site/a/index.html DP752"]),
    "rights that keep both back": (
        SITE, BOTH, ["site/a/index.html DP752", "site/b/index.html DP752"]),
    "a kept-back sentence that moved": (
        edited(a="A", css=ONE), FIRST, ["site/s.css DP752"]),
}  # fmt: skip


@pytest.mark.parametrize("edit", EDITS)
def test_after_each_kind_of_edit_the_findings_are_those_of_a_first_look(
    tmp_path: Path, edit: str
) -> None:
    site, store = tmp_path / "site", tmp_path / "kept" / "looks"
    files, kept, expected = EDITS[edit]
    laid(site, SITE)
    assert found(site, NONE, store).problems == ()
    laid(site, files)
    again = found(site, kept, store)
    assert again == found(site, kept)
    assert shown(again.problems) == expected
    assert found(site, kept, store) == again
    laid(site, SITE)
    assert found(site, NONE, store) == found(site)


STATES = st.tuples(
    st.lists(st.sampled_from(sorted(SITE)), max_size=2),
    st.dictionaries(
        st.sampled_from(sorted(SITE)), st.sampled_from([ONE, TWO, *SITE.values()]), max_size=2
    ),
    st.sampled_from([NONE, FIRST, BOTH]),
    st.sampled_from(["site", "spare"]),
)


@settings(max_examples=40, deadline=None)
@given(st.lists(STATES, min_size=2, max_size=6))
def test_after_any_edits_of_two_sites_the_findings_are_those_of_a_first_look(
    states: list[tuple[list[str], dict[str, str], KeptBack, str]],
) -> None:
    with tempfile.TemporaryDirectory() as name:
        for gone, changed, kept, place in states:
            site = Path(name) / place
            files = {**SITE, **changed}
            laid(site, {file: text for file, text in files.items() if file not in gone})
            assert found(site, kept, Path(name) / "looks") == found(site, kept)


@pytest.fixture
def looked_at(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The files that are looked at anew, as it happens."""
    files: list[str] = []
    look_at = looking.look_at

    def noting(file: str, text: str | None) -> looking.Look:
        files.append(file)
        return look_at(file, text)

    monkeypatch.setattr(looking, "look_at", noting)
    return files


def test_only_what_has_other_bytes_is_looked_at_again(tmp_path: Path, looked_at: list[str]) -> None:
    site, store = tmp_path / "site", tmp_path / "looks"
    laid(site, SITE)
    found(site, ABSENT, store)
    assert sorted(looked_at) == sorted(SITE)
    laid(site, edited(a="A"))
    (site / "b/index.html").write_text(B, "utf-8")  # the same again, as of another time
    found(site, NONE, store)
    assert looked_at[len(SITE) :] == ["a/index.html"]


def test_a_page_that_someone_changed_without_a_trace_is_looked_at(tmp_path: Path) -> None:
    site, store = tmp_path / "site", tmp_path / "looks"
    laid(site, SITE)
    found(site, NONE, store)
    page = site / "a/index.html"
    times = page.stat()
    page.write_text(A.replace("../b/", "../c/"), "utf-8")
    os.utime(page, ns=(times.st_atime_ns, times.st_mtime_ns))
    assert shown(found(site, NONE, store).problems) == ["site/a/index.html DP750"]


def test_a_file_with_a_kept_back_sentence_is_never_known(tmp_path: Path) -> None:
    site, store = tmp_path / "site", tmp_path / "looks"
    laid(site, SITE)
    first = found(site, FIRST, store)
    assert shown(first.problems) == ["site/a/index.html DP752"]
    assert found(site, FIRST, store) == first
    (known,) = read_looks(store).sites.values()
    assert sorted(known) == sorted(without("a/index.html"))


@pytest.mark.parametrize("content", [b"", b"x", b"\0" * 100])
def test_a_broken_store_is_none(tmp_path: Path, content: bytes) -> None:
    site, store = tmp_path / "site", tmp_path / "looks"
    laid(site, SITE)
    first = found(site, FIRST, store)
    store.write_bytes(content)
    assert found(site, FIRST, store) == first


def test_no_more_than_the_last_three_sites_are_known(tmp_path: Path) -> None:
    store = tmp_path / "looks"
    for name in ("one", "two", "three", "four"):
        laid(tmp_path / name, {"index.html": name})
        found(tmp_path / name, NONE, store)
    known = read_looks(store)
    last = ("two", "three", "four")
    assert list(known.sites) == [(tmp_path / name).stat().st_ino for name in last]
    assert len(known.found) == 3
