"""Shingles are the same numbers on any machine, whoever hashes them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossierpress.text import shingles
from dossierpress.text.shingles import Shingler, written_out

NUMBERS = st.lists(st.integers(0, (1 << 60) - 1), max_size=8).map(tuple)


@given(NUMBERS)
def test_the_hash_that_is_written_out_is_that_of_a_tuple(numbers: tuple[int, ...]) -> None:
    assert written_out(numbers) == hash(numbers)


def test_a_text_has_the_shingles_that_it_always_had(monkeypatch: pytest.MonkeyPatch) -> None:
    found = Shingler().shingles("One two three four five six.")
    assert sorted(found) == [13489431123932317393 - (1 << 64), 6204656013601338550]
    monkeypatch.setattr(shingles, "_hash", written_out)
    assert Shingler().shingles("One two three four five six.") == found
