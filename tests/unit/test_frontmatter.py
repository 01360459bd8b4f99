"""Strict front matter: what is read, what is refused, and the way back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossierpress.frontmatter import (
    FrontMatterError,
    compose_document,
    parse_document,
    parse_yaml,
    plain,
)
from harness.examples import FUZZ

TEXTS = st.text(st.characters(exclude_categories=["Cs"]))
PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
    max_leaves=8,
)
YAML_PIECES = st.sampled_from(
    [
        *"a: \n\t[]{}|>'\"#?%~=🛢\x07\ufeff\u2028",
        "---\n",
        "- ",
        "&a",
        "*a",
        "!!t",
        "0x_",
        "...",
        "<<",
    ]
)


def test_each_value_knows_its_line() -> None:
    document = parse_document("---\ntitle: t\nauthors:\n  - a\n  - b\n---\n\nBody.\n")

    assert [(entry.key, entry.line) for entry in document.metadata.entries] == [
        ("title", 2),
        ("authors", 3),
    ]
    assert document.body == "\nBody.\n"
    assert document.body_line == 7


@pytest.mark.parametrize("sign", ["\u0085", "\u2028", "\u2029"])
def test_a_line_is_what_editors_count_not_what_yaml_does(sign: str) -> None:
    document = parse_document(f"---\ntitle: 'a{sign}b'\nsection: c\n---\nBody.\n")

    assert [entry.line for entry in document.metadata.entries] == [2, 3]
    assert document.body_line == 5


@pytest.mark.parametrize("text", ["\u00a0", "a\u00a0", "\u00a0a", " a "])
def test_spaces_at_the_ends_of_a_value_come_back(text: str) -> None:
    document = parse_document(compose_document({text: text}, ""))
    assert plain(document.metadata) == {text: text}


@pytest.mark.parametrize("text", ["2019-12-05", "no", "on", "12:30x", "<<", "="])
def test_dates_and_short_words_stay_text(text: str) -> None:
    assert plain(parse_yaml(f"key: {text}")) == {"key": text}


def test_a_line_of_hyphens_in_the_body_is_the_bodys() -> None:
    document = parse_document("---\ntitle: t\n---\nOne.\n---\nTwo.\n")
    assert document.body == "One.\n---\nTwo.\n"


def test_front_matter_may_end_the_file_without_a_line_end() -> None:
    assert parse_document("---\ntitle: t\n---").body == ""


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("", "DP002", 1),
        ("\n---\ntitle: t\n---\n", "DP002", 1),
        ("---\ntitle: t\n", "DP002", 1),
        ("---\ntitle: 'x\n---\n", "DP003", 3),
        ("---\n? [a]\n: b\n---\n", "DP003", 2),
        ("---\na: 1\nb: 2\na: 3\n---\n", "DP007", 4),
        ("---\na:\n  b: 1\n  b: 2\n---\n", "DP007", 4),
        ("---\na: &x 1\n---\n", "DP008", 2),
        ("---\na: !t 1\n---\n", "DP008", 2),
        ("---\na: " + "[" * 30 + "]" * 30 + "\n---\n", "DP009", 2),
        ("---\na: " + "x" * 70_000 + "\n---\n", "DP009", 2),
    ],
)
def test_what_cannot_be_read_has_a_code_and_a_line(text: str, code: str, line: int) -> None:
    with pytest.raises(FrontMatterError) as caught:
        parse_document(text)
    assert (caught.value.code, caught.value.line) == (code, line)


def test_keys_are_written_in_the_order_given_and_dates_without_quotes() -> None:
    text = compose_document({"title": "t", "published": "2019-12-05", "a": "no"}, "Body.\n")
    assert text == "---\ntitle: t\npublished: 2019-12-05\na: 'no'\n---\nBody.\n"


@FUZZ
@given(st.dictionaries(TEXTS, PLAIN, max_size=5), TEXTS)
def test_what_was_composed_is_parsed_to_the_same(metadata: dict[str, object], body: str) -> None:
    document = parse_document(compose_document(metadata, body))

    assert plain(document.metadata) == metadata
    assert document.body == body


@FUZZ
@given(st.one_of(TEXTS, st.lists(YAML_PIECES, max_size=30).map("".join)), st.booleans())
def test_any_text_is_a_document_or_a_front_matter_error(text: str, fenced: bool) -> None:
    try:
        document = parse_document(f"---\n{text}\n---\n" if fenced else text)
    except FrontMatterError as refused:
        code, line = refused.code, refused.line
    else:
        code, line = "DP000", document.body_line
    assert code.startswith("DP00")
    assert 1 <= line <= text.count("\n") + 4
