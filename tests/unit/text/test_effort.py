"""Texts that a converter would spend minutes on are known by their signs, and no others."""

import markdown
import pytest

from dossierpress.site.plain import plain
from dossierpress.text.effort import strain_of
from dossierpress.text.markdown import mask

KB = 1024
NEVER_CLOSED = "too many brackets, tags or backticks that are not closed"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("[" * 4 * KB, NEVER_CLOSED),
        ("![" * 8 * KB, NEVER_CLOSED),
        ("[a](" * 8 * KB, NEVER_CLOSED),
        ("[a][" * 4 * KB, NEVER_CLOSED),
        ("[" * 5 * KB + "]" * 5 * KB, NEVER_CLOSED),
        ("<![CDATA[" * 2 * KB, NEVER_CLOSED),
        ("<a " * 20 * KB, NEVER_CLOSED),
        ("> " * 50 + "a", "nested 40 deep"),
        ("- " * 50 + "a", "nested 40 deep"),
        ("1. " * 50 + "a", "nested 40 deep"),
        ("".join("    " * deep + "- a\n" for deep in range(60)), "nested 40 deep"),
        ("[^a]" * 3 * KB + "\n\n[^a]: x\n", "footnotes"),
        ("a\n-\n" * 5 * KB, "underlined lines"),
        ("".join(f"*[A{n}]: x\n" for n in range(6 * KB)), "abbreviations"),
        ("# a\n\n" * 11 * KB, "headings"),
        ("\\" * 200 * KB, "signs of Markdown"),
    ],
)
def test_what_would_take_long_is_refused(text: str, reason: str) -> None:
    strain = strain_of(text)
    assert strain is not None
    assert reason in strain.reason


def test_the_line_is_that_of_the_block_which_costs_most() -> None:
    strain = strain_of("A word.\n\n[one](x)\n\n" + "[" * 5000 + "\n\nThe end.\n")
    assert strain is not None
    assert strain.line == 5


PLAIN = (
    "The tanker, owned by *Nord Line*, left [Fujairah](../places.md) on Thursday (see note)[^1]. "
)


@pytest.mark.parametrize(
    "text",
    [
        "",
        PLAIN * 50,
        f"{PLAIN * 8}\n\n" * 100,
        "- - - - - " * 30,
        "* " * 60,
        "> quoted\n" * 500,
        "[sic " * 20 + PLAIN,
        "".join(f"[{n}] Agency, [report](https://example.org/{n}), 2019.\n" for n in range(800)),
        "".join(f"A claim.[^{n}]\n\n[^{n}]: Source {n}\n\n" for n in range(800)),
        "| a | b |\n|---|---|\n" + "| 1 | [2](x) |\n" * 1500,
        "```json\n" + '[{"a": [1, 2, {"b": []}]}]\n' * 800 + "```\n",
        "x < y and y > z, `a < b`; " * 400,
    ],
)
def test_what_people_write_is_not(text: str) -> None:
    assert strain_of(text) is None


def test_what_is_let_through_is_converted() -> None:
    """The dearest texts that pass; a hang here would be a text that the estimate lacks."""
    for text in ("[" * KB, "*a_ " * KB, "[^a]" * KB + "\n\n[^a]: x", "<a " * 4 * KB):
        assert strain_of(text) is None
        assert markdown.markdown(text, extensions=["footnotes", "attr_list"])


@pytest.mark.parametrize("unit", ["*a ", "_a ", "*a_ ", "`", "``a", "<!--", "*", "~~~"])
def test_our_own_patterns_look_no_further_than_they_must(unit: str) -> None:
    """Where one of them searched to the end from each sign, this would take minutes."""
    text = unit * (60 * KB // len(unit))
    assert plain(text) is not None
    if strain_of(text) is None:
        assert len(mask(text).text) == len(text)
