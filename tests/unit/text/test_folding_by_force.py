"""Folding against the plainest way to do it: one character after the other."""

from hypothesis import given
from hypothesis import strategies as st

from dossierpress.text.folding import fold
from dossierpress.text.letters import APOSTROPHES, LETTERS

LETTERS_AND_SIGNS = st.text("aB ’'é\u0301ßİﬁکيیةأ١۲\u200c\u00adŁœĲ½…—“x\u0640ﷲ", max_size=40)


@given(LETTERS_AND_SIGNS)
def test_each_character_becomes_what_it_becomes_alone(text: str) -> None:
    folded = fold(text)
    alone = "".join("" if character in APOSTROPHES else fold(character).text for character in text)

    assert folded.text.replace(" ", "") == alone.replace(" ", "")


@given(LETTERS_AND_SIGNS)
def test_each_character_leads_back_to_the_one_it_was_made_of(text: str) -> None:
    folded = fold(text)

    for place, character in enumerate(folded.text):
        start, end = folded.span(place, place + 1)
        assert 0 <= start < end <= len(text)
        source = text[start]
        assert (
            character == " " or character in fold(source).text or character in LETTERS[ord(source)]
        )
