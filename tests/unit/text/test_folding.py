"""Folding: what compares as equal, and the way back to the source."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossierpress.text.folding import fold, fold_key

LETTERS = "aAzéÉßıŞøﬁ½'’ʿ`-‐ ـ\u0301\u064e\u200c\u00a0\n\t.,يیکكأا٣𝓐\u0345\u0591ςΣ"
TEXTS = st.text(st.one_of(st.sampled_from(LETTERS), st.characters(exclude_categories=["Cs"])))


def has_no_space(letter: str) -> bool:
    """Say whether a letter is more than a mark on a space, as some presentation forms are."""
    return " " not in unicodedata.normalize("NFKD", letter)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kata'ib Hezbollah", "kataib hezbollah"),
        ("Kata’ib Hezbollah", "Kataʼib-Hezbollah"),
        ("Türkiye", "Turkiye"),
        ("Iran's", "Iran"),
        ("Iran’s", "Iran"),
        ("IRAN'S", "Iran"),
        ("Pele\u0301's", "Pelé"),
        ("Straße", "STRASSE"),
        ("Deir ez-Zor", "Deir ez Zor"),
        ("Deir ez‑Zor", "Deir ez-Zor"),
        ("Deir ez-\nZor", "Deir ez-Zor"),
        ("Islamic\u00a0State", "Islamic State"),
        ("Strait of\n  Hormuz", "Strait of Hormuz"),
        ("ﬁre", "fire"),
        ("Ｉｒａｎ＇ｓ", "Irans"),
        ("علي", "علی"),
        ("كتائب", "کتائب"),
        ("أربيل", "اربيل"),
        ("الحَشْد", "الحشد"),
        ("الحـــشد", "الحشد"),
        ("خامنه‌ای", "خامنهای"),
        ("الشعبى", "الشعبي"),
    ],
)
def test_spellings_of_one_name_fold_to_one_form(one: str, other: str) -> None:
    assert fold_key(one) == fold_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("US", "U.S."),
        ("Saudi\n\nArabia", "Saudi Arabia"),
        ("Saudi - Arabia", "Saudi Arabia"),
        ("Saudi, Arabia", "Saudi Arabia"),
        ("Kings", "King's"),
        ("داعش", "داع"),
    ],
)
def test_different_texts_stay_apart(one: str, other: str) -> None:
    assert fold_key(one) != fold_key(other)


def test_a_line_break_separates_where_lines_are_not_wrapped() -> None:
    assert fold("Saudi\nArabia", wrapped=False).text == "saudi\narabia"
    assert fold("ez-\nZor", wrapped=False).text == "ez\nzor"
    assert fold("Saudi\nArabia").text == "saudi arabia"


def test_a_span_leads_back_to_the_words_with_their_marks() -> None:
    folded = fold("In Kata’ib Ṭürkiye\u0301's sea")
    start = folded.text.index("kataib")

    source = slice(*folded.span(start, folded.text.index(" sea")))

    assert folded.source[source] == "Kata’ib Ṭürkiye\u0301"


def test_a_letter_that_grows_and_one_that_goes_do_not_shift_the_rest() -> None:
    folded = fold("ßIran b\u0591")
    start = folded.text.index("iran")

    assert folded.source[slice(*folded.span(start, start + 4))] == "Iran"


@given(TEXTS, st.booleans())
def test_each_folded_letter_comes_from_the_letter_it_leads_back_to(
    text: str, wrapped: bool
) -> None:
    folded = fold(text, wrapped=wrapped)

    previous = 0
    for position, letter in enumerate(folded.text):
        start, end = folded.span(position, position + 1)
        assert previous <= start < end <= len(text)
        assert letter in {" ", "\n"} or letter in fold(text[start]).text
        previous = start


@given(TEXTS, st.data())
def test_a_span_lies_inside_the_source(text: str, data: st.DataObject) -> None:
    folded = fold(text)
    if folded.text:
        start = data.draw(st.integers(0, len(folded.text) - 1))
        end = data.draw(st.integers(start + 1, len(folded.text)))
        source_start, source_end = folded.span(start, end)
        assert 0 <= source_start < source_end <= len(text)


@given(TEXTS)
def test_composed_and_decomposed_texts_fold_to_one_form(text: str) -> None:
    composed = fold(unicodedata.normalize("NFC", text)).text
    assert composed == fold(unicodedata.normalize("NFD", text)).text


@given(
    st.lists(
        st.text(st.characters(categories=["L", "N"]).filter(has_no_space), min_size=1).filter(
            fold_key
        )
    )
)
def test_folding_a_folded_name_changes_nothing(words: list[str]) -> None:
    key = fold_key("-".join(words))
    assert fold_key(key) == key
