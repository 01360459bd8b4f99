"""What is said of YAML that cannot be read: words of a person, not of a parser."""

import re

import pytest

from dossierpress.errors import codes
from dossierpress.frontmatter import FrontMatterError, parse_document, parse_yaml
from dossierpress.unreadable import unreadable

JARGON = re.compile(r"mapping|token|node|stream|expected|scalar|context|sequence|indicator")


def said_of(text: str) -> str:
    with pytest.raises(FrontMatterError) as found:
        parse_yaml(text)
    problem = unreadable(found.value, "a.yml")
    return f"{problem.message}; {problem.hint}"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("title: US says: no uptick", "put quotation marks round a text that holds a colon"),
        ("title: x\n  publisher: y", "indented too far"),
        ('title: "x', "a quotation mark is opened and not closed"),
        ("title: 'x", "a quotation mark is opened and not closed"),
        ("authors: [x", "a bracket is opened and not closed"),
        ("links: {x: y", "a bracket is opened and not closed"),
        ('title: "x" y', "does not fit the lines above it"),
        ("  title: x\n subtitle: y", "indent the keys of one level alike"),
        ("authors:\n  - x\n - y", "the items of a list likewise"),
        ("agency: @x", "a sign that YAML keeps for itself"),
        ("rule:\n\tall: x", "indent by spaces"),
        ("title: x\nsubtitle", "neither a key with its value"),
        ("authors: - x", "begin the list on the next line"),
        ("authors: [x, , y]", "a comma where a value belongs"),
        ("title: x\n---\ntitle: y", "a second line of ---"),
        ("title: |x", "a text that begins with | or >"),
        ('title: "\\q"', "write \\\\"),
        ("title: x\x07y", "a control character"),
    ],
)
def test_broken_yaml_is_told_by_what_to_do(text: str, words: str) -> None:
    said = said_of(text)

    assert words in said
    assert not JARGON.search(said)


def test_what_is_not_translated_keeps_the_parsers_words_and_says_where_to_look() -> None:
    said = said_of("%YAML 9\ntitle: x")

    assert said.startswith("broken YAML: ")
    assert "check this line and the one above it" in said


@pytest.mark.parametrize(
    ("text", "code", "hint"),
    [
        ("Body.\n", "DP002", "put title: and the other keys between two lines that hold only ---"),
        ("---\ntitle: x\ntitle: y\n---\n", "DP007", "keep one of the two"),
        ("---\n- x\n---\n", "DP003", "write keys with values"),
        ("---\nsection: 0x_\n---\n", "DP003", "put quotation marks round it"),
    ],
)
def test_every_refusal_says_what_to_do(text: str, code: str, hint: str) -> None:
    with pytest.raises(FrontMatterError) as found:
        parse_document(text)

    problem = unreadable(found.value, "a.md")

    assert problem.code == code
    assert problem.hint.startswith(hint)
    assert code in codes()
