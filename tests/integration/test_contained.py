"""No path leads out of the publication, and no text holds the build up."""

import os
from pathlib import Path

import pytest

from dossierpress.mkdocs_plugin import host_page, time_limit
from harness.building import Built, build, copy_small

KEPT = "words of a file elsewhere"


@pytest.fixture
def publication(tmp_path: Path) -> Path:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere/secret.md").write_text(f"# Secret\n\n{KEPT}\n")
    (tmp_path / "elsewhere/secret.png").write_text(KEPT)
    return copy_small(tmp_path)


def told(built: Built) -> list[str]:
    errors = [r.getMessage() for r in built.records if r.levelname == "ERROR"]
    return [message.removeprefix("dossierpress: ") for message in errors]


def test_links_in_docs_are_not_followed_out_of_the_publication(publication: Path) -> None:
    docs = publication / "docs"
    (docs / "secret.md").symlink_to("../../elsewhere/secret.md")
    (docs / "secret.png").symlink_to("../../elsewhere/secret.png")
    (docs / "folder").symlink_to("../../elsewhere")
    (docs / "own.md").symlink_to("index.md")
    built = build(publication)
    published = [path for path in built.folder.rglob("*") if path.is_file()]
    assert not [path for path in published if KEPT.encode() in path.read_bytes()]
    assert (built.folder / "own/index.html").is_file()
    assert {message.partition(":")[0] for message in told(built)} == {
        "docs/folder/secret.md",
        "docs/folder/secret.png",
        "docs/secret.md",
        "docs/secret.png",
    }
    assert all("DP011" in message for message in told(built))


@pytest.mark.parametrize("folder", ["../elsewhere", "/etc", "dossiers/../../elsewhere"])
def test_a_folder_of_dossiers_elsewhere_is_not_read(publication: Path, folder: str) -> None:
    plugins = ["search", {"dossier": {"dossiers_dir": folder}}]
    (message,) = told(build(publication, plugins=plugins))
    assert message.startswith("mkdocs.yml:1: DP011 ")


def test_a_text_that_is_never_converted_shows_as_it_stands_and_the_others_build(
    publication: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (publication / "slow.py").write_text(
        "import time\n"
        "from markdown.extensions import Extension\n"
        "from markdown.preprocessors import Preprocessor\n"
        "class Slow(Preprocessor):\n"
        "    def run(self, lines):\n"
        "        while any('never ends' in line for line in lines):\n"
        "            try:\n                time.sleep(0.01)\n"
        "            except Exception:\n                pass\n"
        "        return lines\n"
        "class SlowExtension(Extension):\n"
        "    def extendMarkdown(self, md):\n"
        "        md.preprocessors.register(Slow(md), 'slow', 1)\n"
    )
    monkeypatch.syspath_prepend(publication)
    limit = time_limit.time_limit
    monkeypatch.setattr(host_page, "time_limit", lambda: limit(0.2))
    articles = publication / "dossiers/gulf/articles"
    (articles / "slow.md").write_text("---\ntitle: Slow\n---\nA <b>text</b> that *never ends*.\n")
    built = build(publication, markdown_extensions=["slow:SlowExtension"])
    (message,) = told(built)
    assert message.startswith("dossiers/gulf/articles/slow.md:1: DP021 ")
    page = built.text("dossiers/gulf/slow/index.html")
    assert "A &lt;b&gt;text&lt;/b&gt; that *never ends*." in page
    assert "<em>" not in page
    assert (built.folder / "dossiers/gulf/2019-06-14-tanker-burns/index.html").is_file()


def test_a_text_nested_deeper_than_python_goes_shows_as_it_stands(publication: Path) -> None:
    text = "".join("    " * deep + "!!! note\n" for deep in range(960))
    (publication / "dossiers/gulf/articles/deep.md").write_text(f"---\ntitle: Deep\n---\n{text}")
    built = build(publication, markdown_extensions=["admonition"])
    (message,) = told(built)
    assert message.startswith("dossiers/gulf/articles/deep.md:1: DP021 ")
    assert "!!! note" in built.text("dossiers/gulf/deep/index.html")


def test_the_alarm_of_whoever_calls_is_kept() -> None:
    import signal

    rung: list[int] = []
    before = signal.signal(signal.SIGALRM, lambda number, _: rung.append(number))
    try:
        with time_limit.time_limit(60):
            pass
        os.kill(os.getpid(), signal.SIGALRM)
    finally:
        signal.signal(signal.SIGALRM, before)
    assert rung == [signal.SIGALRM]
