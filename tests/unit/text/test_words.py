"""Words are the same for two copies of one text, and its short way is no other way."""

import re
import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from dossierpress.text.words import words_of


def test_case_marks_and_punctuation_do_not_count() -> None:
    assert (
        words_of("Résumé: the «Café»!") == words_of("resume the cafe") == ["resume", "the", "cafe"]
    )
    assert words_of("ناقِلات") == words_of("ناقلات")


@given(st.text())
def test_composed_and_decomposed_text_has_the_same_words(text: str) -> None:
    assert words_of(unicodedata.normalize("NFC", text)) == words_of(
        unicodedata.normalize("NFD", text)
    )


@given(st.text(st.characters(max_codepoint=127)))
def test_plain_letters_have_the_same_words_beside_an_accent(text: str) -> None:
    assert words_of(f"{text} é") == [*words_of(text), "e"]


@given(st.text(st.one_of(st.characters(), st.sampled_from("‘’“”–—… éيَﷺ_\x1c"))))
def test_words_are_runs_of_letters_and_digits_once_marks_are_gone(text: str) -> None:
    bare = (c for c in unicodedata.normalize("NFKD", text).casefold())
    unmarked = "".join(c for c in bare if not unicodedata.combining(c))
    assert words_of(text) == re.findall(r"\w+", unmarked)
