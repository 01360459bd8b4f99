"""`dossier candidates` and `dossier decide`, by options and in a terminal."""

import json
import os
import pty
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from dossierpress.library.load import load_library
from dossierpress.model import EntityId, Strength

REGISTRY = """\
# Hand-made.
kataib-hezbollah:
  name: Kata'ib Hezbollah   # of Iraq
  kind: organization
"""
DECISIONS = "# The desk's decisions.\n"
ARTICLES = (
    "He met Kataeb Hizballah at Samarra. He met Kataeb Hizballah again at Samarra and Balad.",
    "They drove from Samarra to Tikrit with Kataeb Hizballah.",
)

Run = Callable[..., Result]


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    folder = tmp_path / "dossiers"
    (folder / "entities").mkdir(parents=True)
    (folder / "d/articles").mkdir(parents=True)
    (tmp_path / "mkdocs.yml").write_text("site_name: x\n")
    (folder / "d/dossier.yml").write_text("title: D\nrights: full\n")
    (folder / "entities/organizations.yml").write_text(REGISTRY)
    (folder / "decisions.yml").write_text(DECISIONS)
    for number, body in enumerate(ARTICLES):
        text = f"---\ntitle: untitled\n---\n{body}\n"
        (folder / f"d/articles/a-{number}.md").write_text(text)
    return tmp_path


def names(dossier: Run, desk: Path, *options: str) -> list[str]:
    result = dossier("-C", desk, "candidates", "--json", *options)
    assert result.exit_code == 0, result.stderr
    return [json.loads(line)["name"] for line in result.stdout.splitlines()]


def test_candidates_come_best_first_with_their_reasons(desk: Path, dossier: Run) -> None:
    lines = dossier("-C", desk, "candidates", "--json").stdout.splitlines()
    first = json.loads(lines[0])
    assert first["name"] == "Kataeb Hizballah"
    assert (first["articles"], first["mentions"]) == (2, 3)
    assert first["alias_of"] == "kataib-hezbollah"
    assert "spelt much like" in first["alias_reason"]
    assert first["examples"][0]["text"] == "He met Kataeb Hizballah at Samarra."
    assert {json.loads(line)["name"] for line in lines} == {
        "Kataeb Hizballah",
        "Samarra",
        "Balad",
        "Tikrit",
    }


def test_candidates_can_be_limited(desk: Path, dossier: Run) -> None:
    assert names(dossier, desk, "--min-articles", "2") == ["Kataeb Hizballah", "Samarra"]
    assert names(dossier, desk, "--limit", "1") == ["Kataeb Hizballah"]


def test_candidates_are_readable(desk: Path, dossier: Run) -> None:
    text = dossier("-C", desk, "candidates", "--limit", "1").stdout
    assert "2 articles, 3 mentions" in text
    assert "may be kataib-hezbollah" in text


def test_a_rejected_candidate_never_comes_back(desk: Path, dossier: Run) -> None:
    arguments = ("--candidate", "Samarra", "--as", "reject", "--date", "2020", "--reason", "No.")
    assert dossier("-C", desk, "decide", *arguments).exit_code == 0
    assert "Samarra" not in names(dossier, desk)
    text = (desk / "dossiers/decisions.yml").read_text()
    assert text == DECISIONS + (
        "- kind: candidate\n  subject: Samarra\n  verdict: rejected\n"
        '  reason: No.\n  date: "2020"\n'
    )


@pytest.mark.parametrize("strength", ["strong", "weak"])
def test_an_alias_goes_into_the_registry(desk: Path, dossier: Run, strength: str) -> None:
    arguments = ("--candidate", "Kataeb Hizballah", "--as", strength, "--date", "2020")
    result = dossier("-C", desk, "decide", *arguments, "--entity", "kataib-hezbollah")
    assert result.exit_code == 0, result.stderr
    library, problems = load_library(desk)
    assert problems == ()
    (alias,) = library.registry.by_id[EntityId("kataib-hezbollah")].aliases
    assert (alias.text, alias.strength) == ("Kataeb Hizballah", Strength(strength))
    assert (desk / "dossiers/entities/organizations.yml").read_text().startswith(REGISTRY)
    assert "Kataeb Hizballah" not in names(dossier, desk)


def test_an_entity_goes_into_a_file_of_its_kind(desk: Path, dossier: Run) -> None:
    arguments = ("--candidate", "Samarra", "--as", "entity", "--kind", "place", "--date", "2020")
    assert dossier("-C", desk, "decide", *arguments).exit_code == 0
    text = (desk / "dossiers/entities/places.yml").read_text()
    assert text == "samarra:\n  name: Samarra\n  kind: place\n"
    library, _ = load_library(desk)
    assert library.decisions[-1].to == "samarra"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--as", "reject"), "go together"),
        (("--candidate", "Samarra", "--as", "strong"), "--entity"),
        (("--candidate", "Samarra", "--as", "entity"), "--kind"),
        (("--candidate", "Samarra", "--as", "weak", "--entity", "none"), "no entity 'none'"),
        (("--candidate", "كتائب", "--as", "entity", "--kind", "place"), "gives no id"),
        (
            ("--candidate", "Kataib Hezbollah", "--as", "weak", "--entity", "kataib-hezbollah"),
            "already",
        ),
    ],
)
def test_what_lacks_something_is_refused(
    desk: Path, dossier: Run, arguments: tuple[str, ...], words: str
) -> None:
    result = dossier("-C", desk, "decide", *arguments)
    assert result.exit_code == 2
    assert words in result.stderr
    assert (desk / "dossiers/decisions.yml").read_text() == DECISIONS


def test_the_walk_asks_for_each_and_writes_at_once(desk: Path, dossier: Run) -> None:
    # An alias of the suggested entity; a place; later; then away.
    answers = "s\n\nAnother spelling.\ne\n\nplace\n\nl\nq\n"
    result = dossier("-C", desk, "decide", "--date", "2020", stdin=answers)
    assert result.exit_code == 0, result.stderr
    library, problems = load_library(desk)
    assert problems == ()
    assert [(d.subject, d.verdict, d.to) for d in library.decisions] == [
        ("Kataeb Hizballah", "merged", "kataib-hezbollah"),
        ("Samarra", "accepted", "samarra"),
    ]
    assert library.decisions[0].reason == "Another spelling."


def test_the_walk_asks_again_after_a_wrong_answer(desk: Path, dossier: Run) -> None:
    answers = "s\nnobody\n\nr\nNo.\nq\n"
    result = dossier("-C", desk, "decide", "--date", "2020", stdin=answers)
    assert "no entity 'nobody'" in result.stderr
    library, _ = load_library(desk)
    assert [(d.subject, d.verdict) for d in library.decisions] == [("Kataeb Hizballah", "rejected")]


def test_the_walk_works_in_a_terminal(desk: Path) -> None:
    program = [sys.executable, "-c", "from dossierpress.cli.main import run; run()"]
    pid, terminal = pty.fork()
    if pid == 0:
        os.execv(sys.executable, [*program, "-C", str(desk), "decide", "--date", "2020"])  # noqa: S606
    shown = b""
    for prompt, answer in (
        (b"uit [l]: ", b"r\n"),
        (b"reason: ", b"None.\n"),
        (b"uit [l]: ", b"q\n"),
    ):
        while not shown.endswith(prompt):
            shown += os.read(terminal, 1)
        os.write(terminal, answer)
        shown += b"|"
    while True:
        try:
            if not os.read(terminal, 1024):
                break
        except OSError:  # the terminal closes with the program
            break
    assert os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) == 0
    assert b"may be kataib-hezbollah" in shown
    library, _ = load_library(desk)
    assert [d.verdict for d in library.decisions] == ["rejected"]


def test_one_of_a_thing_is_counted_as_one(desk: Path, dossier: Run) -> None:
    text = dossier("-C", desk, "candidates").stdout
    assert "Balad  1 article, 1 mention" in text


def test_examples_are_plain_words(desk: Path, dossier: Run) -> None:
    body = "They sold the \\*million\\* at [Qasr Dibna](https://a.example/) for &lt; 9 dinars."
    article = desk / "dossiers/d/articles/b.md"
    article.write_text(f"---\ntitle: untitled\n---\n{body}\n")
    text = dossier("-C", desk, "candidates").stdout
    assert "    They sold the *million* at Qasr Dibna for < 9 dinars.\n" in text


def test_words_of_picture_credits_are_no_candidates(desk: Path, dossier: Run) -> None:
    images = "[{caption: The harbour of Umm Dorba, credit: Omar Varda}]"
    article = desk / "dossiers/d/articles/b.md"
    article.write_text(f"---\ntitle: untitled\nimages: {images}\n---\n")
    found = names(dossier, desk)
    assert "Umm Dorba" in found
    assert "Omar Varda" not in found


@pytest.mark.parametrize("options", [("reject",), ("weak", "--entity", "kataib-hezbollah")])
@pytest.mark.parametrize(
    ("name", "hint"),
    [("Samara", "did you mean Samarra?"), ("Nonsense", "`dossier candidates` lists them")],
)
def test_a_name_that_is_no_candidate_is_not_recorded(
    desk: Path, dossier: Run, options: tuple[str, ...], name: str, hint: str
) -> None:
    result = dossier("-C", desk, "decide", "--candidate", name, "--as", *options)
    assert result.exit_code == 2
    assert f"{name!r} is no candidate; {hint}" in result.stderr
    assert (desk / "dossiers/decisions.yml").read_text() == DECISIONS
    assert (desk / "dossiers/entities/organizations.yml").read_text() == REGISTRY


def test_a_name_of_the_texts_can_be_accepted_though_the_list_lacks_it(
    desk: Path, dossier: Run
) -> None:
    arguments = ("--candidate", "drove", "--as", "weak", "--entity", "kataib-hezbollah")
    assert dossier("-C", desk, "decide", *arguments).exit_code == 0
