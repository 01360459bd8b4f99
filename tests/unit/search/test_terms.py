"""A text's words become the terms that it is found by."""

import pytest

from dossierpress.search.terms import split, term


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("The tankers were burning", ["tanker", "burn"]),
        ("tries, tried; TRY!", ["tri", "tri", "tri"]),
        ("a day-long siege", ["day", "long", "sieg"]),
        ("“Hezbollah’s” men", ["hezbollah'", "men"]),
        ("Ankara—Erdoğan said", ["ankara", "erdogan"]),
        ("كتائب حزب الله", ["كتايب", "حزب", "الله"]),
        ("والكتائب الكتائب", ["كتايب", "كتايب"]),
        ("می‌شود ميشود", ["ميشود", "ميشود"]),
        ("— & …", []),
    ],
)
def test_words_are_found_by_their_terms(text: str, terms: list[str]) -> None:
    assert [found for word in split(text) if (found := term(word))] == terms


def test_spellings_of_one_arabic_word_have_one_term() -> None:
    assert len({term(word) for word in ("إيران", "ايران", "ایران")}) == 1
