"""The words that changed between two texts."""

import hypothesis.strategies as st
from hypothesis import given

from dossierpress.release.words import AROUND, compare

TEXTS = st.lists(st.sampled_from(["sea", "ship", "port", "a", "the"]), max_size=60).map(" ".join)


@given(TEXTS, TEXTS)
def test_the_pieces_that_are_not_gone_are_the_new_text_where_nothing_is_cut(
    before: str, after: str
) -> None:
    pieces = compare(before, after)
    if before.split() == after.split():
        assert pieces == ()
    elif all(piece.is_ != "cut" for piece in pieces):
        old = "".join(p.text if p.is_ != "gone" else "" for p in pieces).split()
        assert old == after.split()
        new = [w for p in pieces if p.is_ in ("same", "gone") for w in p.text.split()]
        assert new == before.split()


@given(TEXTS, TEXTS)
def test_pieces_hold_no_word_that_neither_text_has(before: str, after: str) -> None:
    for piece in compare(before, after):
        source = {"gone": before.split(), "new": after.split()}.get(
            piece.is_, before.split() + after.split()
        )
        assert set(piece.text.split()) <= set(source)


def test_of_a_long_run_that_is_the_same_only_what_is_near_a_change_is_kept() -> None:
    long = " ".join(f"w{number}" for number in range(100))
    pieces = compare(f"old {long} end", f"new {long} end")
    assert [piece.is_ for piece in pieces] == ["gone", "new", "same", "cut"]
    assert len(pieces[2].text.split()) == AROUND


def test_other_white_space_is_no_change() -> None:
    assert compare("a  ship\nsails", "a ship sails\n") == ()
