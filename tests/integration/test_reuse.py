"""Pages of the last build are used again, and the site is that of a clean build, byte for byte."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from click.testing import Result

from dossierpress.building.workshop import SPARE
from dossierpress.files import Stamp, seal, stamp
from dossierpress.mkdocs_plugin.press import key, record
from dossierpress.mkdocs_plugin.press.before import ASIDE
from dossierpress.publication import CACHE
from harness.building import Built, build, copy_small

Edit = Callable[[Path], None]
TANKER = "dossiers/gulf/articles/2019-06-14-tanker-burns.md"
EXCERPT = "dossiers/gulf/articles/2019-07-excerpt.md"
REGISTRY = "dossiers/entities/all.yml"


def replaced(file: str, old: str, new: str) -> Edit:
    def edit(root: Path) -> None:
        text = (root / file).read_text("utf-8")
        assert old in text
        (root / file).write_text(text.replace(old, new, 1), "utf-8")

    return edit


def added(file: str, text: str) -> Edit:
    def edit(root: Path) -> None:
        (root / file).parent.mkdir(parents=True, exist_ok=True)
        with (root / file).open("a", encoding="utf-8") as stream:
            stream.write(text)

    return edit


def removed(file: str) -> Edit:
    return lambda root: (root / file).unlink()


def moved(file: str, to: str) -> Edit:
    return lambda root: (root / file).replace(root / to)


def swapped(file: str, other: str) -> Edit:
    def edit(root: Path) -> None:
        texts = (root / file).read_bytes(), (root / other).read_bytes()
        (root / other).write_bytes(texts[0])
        (root / file).write_bytes(texts[1])

    return edit


def spoiled(root: Path) -> None:
    """Cut every file of what is kept, in the middle, as it would be on a disk that lost its end."""
    files = [file for file in (root / CACHE).iterdir() if file.suffix != ".seal"]
    for file in files:
        file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])
        seal(file)
    assert len(files) >= 4


OWN_BLOCK = (
    '{% extends "dossierpress/article.html" %}{% block cite %}<p>Cite us.</p>{{ super() }}'
    "{% endblock %}"
)
NEW = "---\ntitle: Hormuz again\npublished: 2020-02-02\nrights: full\n---\nIran and the tanker.\n"
EDITS: dict[str, Edit] = {
    "an article's text": replaced(TANKER, "on Thursday", "on Friday"),
    "an article's title": replaced(TANKER, "A tanker burns", "A tanker sinks"),
    "an article's date": replaced(TANKER, "2019-06-14", "2019-06-15"),
    "an article's rights": added(
        "dossiers/gulf/articles/2019-08-08-cut.md", NEW.replace("full", "metadata")
    ),
    "a new article": added("dossiers/gulf/articles/2020-02-02-again.md", NEW),
    "an article gone": removed("dossiers/gulf/articles/2020-02-02-again.md"),
    "an article broken": replaced(EXCERPT, "rights: excerpt", "rights: excerp"),
    "an article mended": replaced(EXCERPT, "rights: excerp", "rights: excerpt"),
    "an article renamed": moved(EXCERPT, EXCERPT.replace("2019-07-excerpt", "2019-07-cut")),
    "two articles swapped": swapped(TANKER, EXCERPT.replace("2019-07-excerpt", "2019-07-cut")),
    "two articles swapped again": swapped(
        TANKER, EXCERPT.replace("2019-07-excerpt", "2019-07-cut")
    ),
    "an article renamed again": moved(EXCERPT.replace("2019-07-excerpt", "2019-07-cut"), EXCERPT),
    "what is kept is broken": spoiled,
    "a file of the registry": added(
        "dossiers/entities/more.yml", "fog: {name: fog, kind: event}\n"
    ),
    "that file renamed": moved("dossiers/entities/more.yml", "dossiers/entities/a.yml"),
    "an alias": replaced(REGISTRY, "    - Hormuz\n", "    - Hormuz\n    - The Waterway\n"),
    "an entity's name": replaced(REGISTRY, "name: Blue Heron", "name: Grey Heron"),
    "a relation": replaced(REGISTRY, "from: 2014", "from: 2013"),
    "an entity merged": added(
        REGISTRY, "old-heron:\n  name: Heron\n  kind: vessel\n  replaced_by: blue-heron\n"
    ),
    "a topic's rule": replaced("dossiers/topics/shipping.md", "term:tanker", "term:crew"),
    "a topic's text": replaced("dossiers/topics/shipping.md", "happens to", "befalls"),
    "dossier.yml": replaced("dossiers/gulf/dossier.yml", "Ships in the Gulf", "Gulf ships"),
    "a dossier's introduction": added("dossiers/gulf/index.md", "\nOne more word.\n"),
    "a decision": added(
        "dossiers/decisions.yml",
        "- {kind: duplicate, subject: gulf/2019-06-14-tanker-burns gulf/2019-07-excerpt,"
        " verdict: rejected, reason: two ships}\n",
    ),
    "an option of mkdocs.yml": replaced("mkdocs.yml", "Small desk", "Smaller desk"),
    "the addresses": added("mkdocs.yml", "use_directory_urls: false\n"),
    "the addresses again": replaced("mkdocs.yml", "use_directory_urls: false\n", ""),
    "a template of ours": added("overrides/dossier/article.html", OWN_BLOCK),
    "a style": added("docs/more.css", "p { margin: 0 }\n"),
    "a page by hand": added("docs/about.md", "# About\n\nSee [Iran](entities/iran.md).\n"),
    "the navigation": replaced("mkdocs.yml", "  - Home: index.md\n", "  - Start: index.md\n"),
}


def unsearched(tmp_path: Path) -> Path:
    """Copy the small publication without Material's search, which would read every page."""
    publication = copy_small(tmp_path)
    replaced("mkdocs.yml", "[search, dossier]", "[dossier]")(publication)
    return publication


def files_of(site: Built) -> dict[str, bytes]:
    return {
        path.relative_to(site.folder).as_posix(): path.read_bytes()
        for path in site.folder.rglob("*")
        if path.is_file()
    }


def noted(publication: Path) -> dict[str, record.Made]:
    return dict(record.read_record(publication, publication / "site").files)


def lying(publication: Path) -> dict[str, Stamp]:
    """Return how each file of the site lies."""
    site = publication / "site"
    files = (path for path in site.rglob("*") if path.is_file())
    return {str(path.relative_to(site)): stamp(path.stat()) for path in files}


def test_after_each_kind_of_edit_the_site_is_that_of_a_clean_build(tmp_path: Path) -> None:
    publication = unsearched(tmp_path)
    build(publication)
    for name, edit in EDITS.items():
        edit(publication)
        again = files_of(build(publication))
        clean = tmp_path / name
        shutil.copytree(publication, clean, ignore=shutil.ignore_patterns("site", ".cache"))
        assert files_of(build(clean)) == again, name


APPENDED = """
markdown_extensions:
  - abbr
  - pymdownx.snippets:
      auto_append: [abbreviations.md]
      base_path: ["!relative $config_dir"]
"""


def test_what_an_extension_of_markdown_reads_is_read_in_each_build(tmp_path: Path) -> None:
    publication = unsearched(tmp_path)
    config = publication / "mkdocs.yml"
    text = APPENDED.replace("!relative $config_dir", str(publication))
    config.write_text(config.read_text().replace("markdown_extensions:", "ignored:") + text)
    abbreviations = publication / "abbreviations.md"
    page = "dossiers/gulf/2019-06-14-tanker-burns/index.html"
    for meaning in ("a sea", "a gulf"):
        abbreviations.write_text(f"*[Thursday]: {meaning}\n")
        assert f'title="{meaning}"' in build(publication).text(page)


def test_runs_at_once_leave_what_is_right_or_nothing(tmp_path: Path) -> None:
    publication = unsearched(tmp_path)
    build(publication)
    command = [sys.executable, "-c", "from dossierpress.cli.main import run; run()"]
    for name in ("an article's text", "an alias"):
        EDITS[name](publication)
        # One knows the edit, one is asked for something else, and all write the same files.
        runs = [
            subprocess.Popen([*command, "-C", str(publication), *asked], stdout=subprocess.DEVNULL)
            for asked in (["check"], ["mentions"], ["check"], ["topics"])
        ]
        assert [run.wait() for run in runs] == [0, 0, 0, 0]
        again = files_of(build(publication))
        clean = tmp_path / name
        shutil.copytree(publication, clean, ignore=shutil.ignore_patterns("site", ".cache"))
        assert files_of(build(clean)) == again, name
    left = {file.name.removesuffix(".seal") for file in (publication / CACHE).iterdir()}
    assert not [name for name in left if name.startswith(".writing-")]


def test_what_is_kept_is_bounded_and_safe_to_delete(tmp_path: Path) -> None:
    publication = unsearched(tmp_path)
    expected = files_of(build(publication))
    kept = publication / CACHE
    sizes = {file.name: file.stat().st_size for file in kept.iterdir()}
    for number in range(4):
        EDITS["a new article"](publication)
        build(publication)
        EDITS["an article gone"](publication)
        assert files_of(build(publication)) == expected, number
    now = {file.name: file.stat().st_size for file in kept.iterdir()}
    assert {name for name in now if not name.endswith(".seal")} == {
        name for name in sizes if not name.endswith(".seal")
    }
    grown = {name for name in now if not name.endswith(".seal") and now[name] != sizes[name]}
    assert grown <= {"search"}  # which leaves terms of no text in its table for a while
    assert now["search"] < 2 * sizes["search"]
    shutil.rmtree(kept)
    assert files_of(build(publication)) == expected


def test_what_did_not_change_is_not_written_again(tmp_path: Path) -> None:
    publication = unsearched(tmp_path)
    build(publication)
    before = lying(publication)
    build(publication)
    kept = {name for name, lies in lying(publication).items() if before.get(name) == lies}
    shared = re.compile(r"(?:entities|dossiers/\w+)/[^/]+/index.html")
    pages = {name for name in before if shared.fullmatch(name)}
    assert len(pages) > 8
    assert pages <= kept
    plain = {"data/articles.json", "feed.xml", "search/root.gz"}
    assert plain <= kept

    EDITS["an article's text"](publication)
    build(publication)
    now = lying(publication)
    assert now["entities/nobody/index.html"] == before["entities/nobody/index.html"]
    tanker = "dossiers/gulf/2019-06-14-tanker-burns/index.html"
    assert now[tanker] != before[tanker]


def test_other_code_of_ours_makes_every_page_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    publication = unsearched(tmp_path)
    build(publication)
    first = noted(publication)
    monkeypatch.setattr(key, "code_key", lambda: b"another version")
    build(publication)
    second = noted(publication)
    pages = [name for name in first if name.endswith(".html")]
    assert len(pages) > 10
    assert not [name for name in pages if first[name].stamp == second[name].stamp]


def no_such_read(found: list[object]) -> bytes:
    """Return a record whose files name reads that it does not have."""
    _, files, *rest = found
    return msgspec.msgpack.encode([[], files, *rest])


def another_proof(found: list[object]) -> bytes:
    table, files, *rest = found
    assert isinstance(files, dict)
    changed = {name: [*made[:3], b"?", made[4]] for name, made in files.items()}
    return msgspec.msgpack.encode([table, changed, *rest])


BROKEN = {
    "empty": lambda _: b"",
    "no record": lambda _: msgspec.msgpack.encode([]),
    "cut off": lambda found: msgspec.msgpack.encode(found)[:-9],
    "of another form": lambda found: msgspec.msgpack.encode([*found[:3], 1]),
    "of another shape": lambda found: msgspec.msgpack.encode([found[0], {"a": [1]}, *found[2:]]),
    "without its reads": no_such_read,
    "with another proof": another_proof,
}


@pytest.mark.parametrize("fault", BROKEN)
def test_a_broken_record_is_none(tmp_path: Path, fault: str) -> None:
    publication = unsearched(tmp_path)
    expected = files_of(build(publication))
    (file,) = (publication / record.FOLDER).glob("*.msgpack")
    file.write_bytes(BROKEN[fault](msgspec.msgpack.decode(file.read_bytes())))
    assert files_of(build(publication)) == expected


def test_a_page_that_someone_changed_or_replaced_is_made_anew(tmp_path: Path) -> None:
    publication = unsearched(tmp_path)
    expected = files_of(build(publication))
    page = publication / "site/entities/iran/index.html"
    found = page.stat()
    page.write_bytes(page.read_bytes().replace(b"Iran", b"Iraq"))  # of the same size
    os.utime(page, ns=(found.st_atime_ns, found.st_mtime_ns))
    (publication / "site/entities/nobody/index.html").unlink()
    (publication / "site/stray").mkdir()
    (publication / "site/stray/page.html").write_text("Not ours.")
    assert files_of(build(publication)) == expected


def test_a_link_in_the_old_site_leads_no_page_out_of_it(tmp_path: Path) -> None:
    publication = unsearched(tmp_path)
    build(publication)
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "file").write_text("untouched")
    shutil.rmtree(publication / "site/entities")
    (publication / "site/entities").symlink_to(tmp_path / "elsewhere")
    page = publication / "site/topics/shipping/index.html"
    page.unlink()
    page.symlink_to(tmp_path / "file")
    build(publication)
    assert list((tmp_path / "elsewhere").iterdir()) == []
    assert (tmp_path / "file").read_text() == "untouched"
    assert (publication / "site/entities/iran/index.html").is_file()


def test_a_page_with_a_second_name_keeps_it_unchanged(tmp_path: Path) -> None:
    publication = unsearched(tmp_path)
    build(publication)
    page = publication / "site/dossiers/gulf/2019-06-14-tanker-burns/index.html"
    (tmp_path / "second").hardlink_to(page)
    old = page.read_bytes()
    EDITS["an article's text"](publication)
    build(publication)
    assert (tmp_path / "second").read_bytes() == old
    assert page.read_bytes() != old


def test_the_site_of_a_build_that_was_killed_is_used_again_or_not_but_never_wrong(
    tmp_path: Path,
) -> None:
    publication = unsearched(tmp_path)
    expected = files_of(build(publication))
    aside = publication / ASIDE / "site"
    aside.parent.mkdir()
    (publication / "site").rename(aside)  # where the kill left it
    assert files_of(build(publication)) == expected
    assert not aside.exists()


def test_the_site_is_the_same_for_any_number_of_processes(tmp_path: Path) -> None:
    publication = unsearched(tmp_path)
    sites = []
    for number in ("1", "2", "3"):
        shutil.rmtree(publication / "site", ignore_errors=True)
        command = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
        environ = os.environ | {"DOSSIER_WORKERS": number}
        subprocess.run(command, cwd=publication, env=environ, check=True, capture_output=True)
        sites.append(files_of(Built(publication / "site")))
    assert sites[0] == sites[1] == sites[2]
    assert len(noted(publication)) > 10


def test_dossier_build_begins_from_the_site_that_it_swapped_out(
    dossier: Callable[..., Result], tmp_path: Path
) -> None:
    publication = unsearched(tmp_path)
    clean = copy_small(tmp_path / "clean")
    replaced("mkdocs.yml", "[search, dossier]", "[dossier]")(clean)
    assert "reused" not in dossier("-C", publication, "build").stderr
    dossier("-C", publication, "build")
    for root in (publication, clean):
        EDITS["an article's text"](root)
    last = dossier("-C", publication, "build").stderr.splitlines()[-1]
    assert re.search(r"4 articles, \d+ links, no problems, \d+\.\d s, (\d+) pages reused", last)
    assert dossier("-C", clean, "build").exit_code == 0
    assert files_of(Built(publication / "site")) == files_of(Built(clean / "site"))
    assert (publication / SPARE).is_dir()


def test_the_second_dossier_build_begins_with_second_names_of_the_first_one_s_files(
    dossier: Callable[..., Result], tmp_path: Path
) -> None:
    publication = unsearched(tmp_path)
    site = publication / "site"
    dossier("-C", publication, "build")
    first, lay = files_of(Built(site)), lying(publication)
    EDITS["an article's text"](publication)
    removed(EXCERPT)(publication)
    (publication / "docs" / "plain.txt").write_text("Copied as it is.")
    assert "pages reused" in dossier("-C", publication, "build").stderr
    clean = tmp_path / "clean"
    shutil.copytree(publication, clean, ignore=shutil.ignore_patterns("site", ".cache"))
    assert dossier("-C", clean, "build").exit_code == 0
    assert files_of(Built(site)) == files_of(Built(clean / "site"))
    assert files_of(Built(publication / SPARE)) == first  # nothing of it was written over
    now = lying(publication)
    same = {name for name, lies in now.items() if name in lay and lies[0] == lay[name][0]}
    assert "entities/nobody/index.html" in same
    assert "dossiers/gulf/2019-06-14-tanker-burns/index.html" not in same
    tanker = "dossiers/gulf/2019-06-14-tanker-burns/index.html"
    for _ in range(2):  # and from the one that was swapped out, as ever
        replaced(TANKER, "on Friday", "on Friday, on Friday")(publication)
        assert "pages reused" in dossier("-C", publication, "build").stderr
        assert b"on Friday, on Friday" in (site / tanker).read_bytes()


def test_a_build_that_is_not_right_changes_no_file_of_the_site_that_it_began_from(
    dossier: Callable[..., Result], tmp_path: Path
) -> None:
    publication = unsearched(tmp_path)
    site = publication / "site"
    dossier("-C", publication, "build")
    bytes_before, lay = files_of(Built(site)), lying(publication)
    EDITS["an article's text"](publication)
    added("docs/index.md", "\nThe heron paragraph about Iran must stay unseen too.\n")(publication)
    assert dossier("-C", publication, "build").exit_code == 1
    assert files_of(Built(site)) == bytes_before
    assert {name: lies[:3] for name, lies in lying(publication).items()} == {
        name: lies[:3] for name, lies in lay.items()
    }


@pytest.mark.parametrize("fault", ["no links", "an edited page", "a link"])
def test_what_cannot_have_a_second_name_is_made_anew(
    dossier: Callable[..., Result], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fault: str
) -> None:
    publication = unsearched(tmp_path)
    dossier("-C", publication, "build")
    site = publication / "site"
    first = files_of(Built(site))
    if fault == "no links":

        def refused(*_: object, **__: object) -> None:
            raise OSError(1, "Operation not permitted")

        monkeypatch.setattr(os, "link", refused)
    else:
        page = site / "entities/iran/index.html"
        text = page.read_text("utf-8").replace("Iran", "Irak")
        if fault == "a link":
            page.unlink()
            page.symlink_to(tmp_path / "elsewhere")
            (tmp_path / "elsewhere").write_text(text, "utf-8")
        else:
            page.write_text(text, "utf-8")
    assert dossier("-C", publication, "build").exit_code == 0
    assert files_of(Built(site)) == first
    assert not (site / "entities/iran/index.html").is_symlink()


def test_without_a_terminal_a_build_says_its_stages_a_line_each(
    dossier: Callable[..., Result], tmp_path: Path
) -> None:
    lines = dossier("-C", unsearched(tmp_path), "build").stderr.splitlines()
    assert lines[0] == "dossier: reading"
    assert lines[1] == "dossier: matching (4)"
    assert re.fullmatch(r"dossier: making pages \(\d+\)", lines[2])
    assert lines[3] == "dossier: looking through the site"
