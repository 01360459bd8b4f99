"""Paragraphs and sentences as offsets."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossierpress.text.sentences import Span, paragraphs, sentences

TEXTS = st.lists(
    st.sampled_from(
        ["Iran", "said", "J.", "U.S.", ".", "!", "؟", "۔", "\n", "\n\n", " ", '"', "🛢", "٣"]
    )
    | st.text(max_size=4),
    max_size=25,
).map("".join)
LANGUAGES = st.sampled_from(["en", "ar", "fa", "en-GB", "zz", "de"])


def texts(text: str, spans: tuple[Span, ...]) -> list[str]:
    return [text[start:end] for start, end in spans]


def test_a_blank_line_a_heading_and_a_list_item_begin_a_paragraph() -> None:
    text = "One\nline.\n \n\nTwo.\n# Three\n"
    assert texts(text, paragraphs(text)) == ["One\nline.", "Two.", "# Three"]


def test_each_line_is_a_paragraph_where_lines_are_not_wrapped() -> None:
    text = "One\n  two \n\nthree"
    assert texts(text, paragraphs(text, wrapped=False)) == ["One", "two", "three"]


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ("It rained. It stopped.", "en", ["It rained.", "It stopped."]),
        ("John F. Kennedy came. He left.", "en", ["John F. Kennedy came.", "He left."]),
        ("J. Smith came. He left.", "en", ["J. Smith came.", "He left."]),
        ("É. Varda came. He left.", "en", ["É. Varda came.", "He left."]),
        ("Gen. Varda spoke. He left.", "en", ["Gen. Varda spoke.", "He left."]),
        ("هل جاء؟ نعم جاء.", "ar", ["هل جاء؟", "نعم جاء."]),
        ("It\nrained. It\nstopped.", "en", ["It\nrained.", "It\nstopped."]),
        ("🛢 fell. 🛢 rose.", "en", ["🛢 fell.", "🛢 rose."]),
    ],
)
def test_a_paragraph_falls_into_sentences(text: str, language: str, found: list[str]) -> None:
    assert texts(text, sentences(text, (0, len(text)), language)) == found


@given(TEXTS, LANGUAGES, st.booleans())
def test_all_that_is_not_space_stands_in_one_sentence(
    text: str, language: str, wrapped: bool
) -> None:
    spans = [
        sentence
        for paragraph in paragraphs(text, wrapped=wrapped)
        for sentence in sentences(text, paragraph, language)
    ]

    end = 0
    for start, stop in spans:
        assert end <= start < stop
        assert not text[end:start].strip()
        assert text[start:stop] == text[start:stop].strip()
        end = stop
    assert not text[end:].strip()
