"""Every problem of the catalogue is what a real run answers to the example on its page.

Those of content are the golden cases in `tests/golden/problems/`; here are those of clippings, of
builds and of releases.
"""

import io
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from pypdf import PdfReader, PdfWriter
from pypdf.generic import NameObject, StreamObject

from dossierpress.errors import codes
from dossierpress.mkdocs_plugin import host_page, time_limit
from harness.documented import CLIPPINGS, STORY
from harness.documents import make_pdf
from harness.layout import lay_out
from harness.releasing import commit

Dossier = Callable[..., Result]
FILES = {
    "mkdocs.yml": "site_name: Desk\ntheme: {name: material, font: false}\nplugins: [dossier]\n",
    "docs/index.md": "# Desk\n",
    "dossiers/gulf/dossier.yml": "title: The Gulf\nrights: full\n",
    "dossiers/gulf/articles/kept.md": "---\ntitle: A kept text\nrights: excerpt\n---\n{}\n".format(
        "\n\n".join(f"Sentence {n} of the story tells what the pilots did." for n in range(9))
    ),
    "dossiers/entities/all.yml": "iran: {name: Iran, kind: place}\n",
}


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    return lay_out(tmp_path / "desk", FILES)


def said(result: Result) -> str:
    return f"{result.stdout}{result.stderr}"


@pytest.mark.parametrize("code", CLIPPINGS)
def test_adding_the_example_is_answered_by_its_problem(
    code: str, dossier: Dossier, desk: Path, tmp_path: Path
) -> None:
    for name, content in CLIPPINGS[code].items():
        path = tmp_path / "clips" / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    result = dossier("-C", desk, "add", tmp_path / "clips", "-d", "gulf")
    assert f" {code} " in said(result)


def missing_source(dossier: Dossier, desk: Path) -> str:
    return said(dossier("-C", desk, "add", desk / "clipings.txt", "-d", "gulf"))


def unwritable(dossier: Dossier, desk: Path) -> str:
    (desk / "story.txt").write_text(STORY)
    shutil.rmtree(desk / "dossiers/gulf/articles")
    (desk / "dossiers/gulf/articles").write_text("a file in its place")
    return said(dossier("-C", desk, "add", desk / "story.txt", "-d", "gulf"))


def later_options(dossier: Dossier, desk: Path) -> str:
    (desk / "story.txt").write_text(STORY)
    add = ("-C", desk, "add", desk / "story.txt", "-d", "gulf")
    dossier(*add)
    return said(dossier(*add, "--publisher", "Arab News"))


def link_out(dossier: Dossier, desk: Path) -> str:
    (desk / "clips").mkdir()
    (desk.parent / "private.txt").write_text(STORY)
    (desk / "clips/private.txt").symlink_to("../../private.txt")
    return said(dossier("-C", desk, "add", desk / "clips", "-d", "gulf"))


def address_unasked(dossier: Dossier, desk: Path) -> str:
    return said(dossier("-C", desk, "add", "https://news.example/story", "-d", "gulf"))


def address_inside(dossier: Dossier, desk: Path) -> str:
    return said(dossier("-C", desk, "add", "--fetch", "http://localhost:8000/", "-d", "gulf"))


def broken_page(dossier: Dossier, desk: Path) -> str:
    lines = ["Harbour pilots end their strike", "Updated 5 December 2019", "They went to work."]
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(make_pdf([lines, lines]))))
    contents = StreamObject()
    contents.set_data(b"BT (x) Tj ET")
    contents[NameObject("/Filter")] = NameObject("/NoSuchFilter")
    writer.pages[1][NameObject("/Contents")] = contents
    writer.write(desk / "map.pdf")
    return said(dossier("-C", desk, "add", desk / "map.pdf", "-d", "gulf"))


def older_file(dossier: Dossier, desk: Path) -> str:
    with pytest.MonkeyPatch.context() as later:
        later.setattr("dossierpress.schema.CURRENT", 2)
        (desk / "dossiers/gulf/dossier.yml").write_text("schema_version: 1\ntitle: The Gulf\n")
        return said(dossier("-C", desk, "check"))


def unused_alias(dossier: Dossier, desk: Path) -> str:
    registry = desk / "dossiers/entities/all.yml"
    registry.write_text(
        "pmf: {name: PMF, kind: organization, aliases: [Popular Mobilsation Forces]}\n"
    )
    return said(dossier("-C", desk, "check", "--aliases"))


def twice_one_address(dossier: Dossier, desk: Path) -> str:
    lay_out(desk, {"docs/entities/iran.md": "# By hand\n"})
    return said(dossier("-C", desk, "build"))


def links_and_words(dossier: Dossier, desk: Path) -> str:
    """Four faults of a site in one build."""
    quoted = "Sentence 7 of the story tells what the pilots did."
    lay_out(
        desk,
        {
            "docs/about.md": "# About\n\n## Method\n",
            "docs/index.md": "# Desk\n\n[the report](files/report.pdf) [the method]"
            "(about.md#methods)\n\n![logo](https://example.org/logo.png)\n\n"
            f"They wrote: {quoted}\n",
        },
    )
    return said(dossier("-C", desk, "build"))


def german(dossier: Dossier, desk: Path, words: str = "") -> str:
    config = (desk / "mkdocs.yml").read_text()
    (desk / "mkdocs.yml").write_text(config.replace("font: false", "font: false, language: de"))
    if words:
        head = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\n'
        lay_out(desk, {"overrides/dossier/words/de.po": head + words})
    return said(dossier("-C", desk, "build"))


def older_words(dossier: Dossier, desk: Path) -> str:
    wrong = 'msgid "Read it at {publisher}"\nmsgstr "Bei {verlag} lesen"\n'
    return german(dossier, desk, f'msgid "Gaps"\nmsgstr "Lücken"\n\n{wrong}')


def never_ends(dossier: Dossier, desk: Path) -> str:
    (desk / "endless.py").write_text(
        "from markdown.extensions import Extension\n"
        "from markdown.preprocessors import Preprocessor\n"
        "class Endless(Preprocessor):\n"
        "    def run(self, lines):\n"
        "        while any('never ends' in line for line in lines):\n"
        "            pass\n"
        "        return lines\n"
        "class EndlessExtension(Extension):\n"
        "    def extendMarkdown(self, md):\n"
        "        md.preprocessors.register(Endless(md), 'endless', 1)\n"
    )
    config = (desk / "mkdocs.yml").read_text()
    (desk / "mkdocs.yml").write_text(f"{config}markdown_extensions: ['endless:EndlessExtension']\n")
    text = "---\ntitle: A *text*\nrights: full\n---\nIt *never ends*.\n"
    (desk / "dossiers/gulf/articles/endless.md").write_text(text)
    limit = time_limit.time_limit
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(desk)
        patch.setattr(host_page, "time_limit", lambda: limit(0.2))
        return said(dossier("-C", desk, "build"))


def released(dossier: Dossier, desk: Path) -> None:
    commit(desk)
    assert dossier("-C", desk, "release", "2026.06", "--date", "2026-06-30").exit_code == 0


def mended_release(dossier: Dossier, desk: Path) -> str:
    released(dossier, desk)
    snapshot = desk / "dossiers/releases/2026.06.json"
    snapshot.write_text(snapshot.read_text().replace("A kept text", "A better text"))
    return said(dossier("-C", desk, "check"))


def renamed_release(dossier: Dossier, desk: Path) -> str:
    released(dossier, desk)
    (desk / "dossiers/releases/2026.06.json").rename(desk / "dossiers/releases/old.json")
    return said(dossier("-C", desk, "check"))


def deleted_article(dossier: Dossier, desk: Path) -> str:
    released(dossier, desk)
    (desk / "dossiers/gulf/articles/kept.md").unlink()
    return said(dossier("-C", desk, "check"))


RUNS: dict[tuple[str, ...], Callable[[Dossier, Path], str]] = {
    ("DP021",): never_ends,
    ("DP024",): older_file,
    ("DP111",): unused_alias,
    ("DP515",): missing_source,
    ("DP516",): unwritable,
    ("DP517",): later_options,
    ("DP530",): link_out,
    ("DP540",): address_unasked,
    ("DP541",): address_inside,
    ("DP557",): broken_page,
    ("DP601",): twice_one_address,
    ("DP630",): german,
    ("DP631", "DP632"): older_words,
    ("DP700",): mended_release,
    ("DP701",): renamed_release,
    ("DP702",): deleted_article,
    ("DP750", "DP751", "DP752", "DP753"): links_and_words,
}
"""What a run says to each example that is more than a file to add."""


@pytest.mark.parametrize("shown", RUNS, ids=" ".join)
def test_a_run_on_the_example_is_answered_by_its_problem(
    shown: tuple[str, ...], dossier: Dossier, desk: Path
) -> None:
    told = RUNS[shown](dossier, desk)
    assert [code for code in shown if f" {code} " not in told] == [], told


def test_a_library_that_is_not_installed_is_named(
    dossier: Dossier, desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in [name for name in sys.modules if name.split(".")[0] == "trafilatura"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    for name in [name for name in sys.modules if name.startswith("dossierpress.ingest.web")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.delitem(sys.modules, "dossierpress.ingest.readers.html", raising=False)
    (desk / "page.html").write_text("<html><body><h1>Strike</h1><p>It ended.</p></body></html>")
    told = said(dossier("-C", desk, "add", desk / "page.html", "-d", "gulf"))
    assert " DP520 " in told
    assert "pip install 'dossierpress[html]'" in told


ELSEWHERE = {
    "DP520": "above",
    "DP542": "tests/unit/ingest/fetch/test_page.py, by a server that a command may not ask",
    "DP543": "tests/unit/ingest/fetch/test_page.py, by a server that a command may not ask",
}


def test_no_problem_is_left_without_its_example(repository: Path) -> None:
    content = {path.name[:5] for path in (repository / "tests/golden/problems").glob("DP*.yml")}
    runs = {code for shown in RUNS for code in shown}
    assert {*content, *CLIPPINGS, *runs, *ELSEWHERE} == codes().keys()
