"""Near-duplicates: all of them, none else, in bounded time."""

import random

import pytest

from dossierpress.clusters.near import Pair, near_duplicates
from dossierpress.text.shingles import FEWEST, NEAR, Shingler, containment, packed


def text(draw: random.Random, words: int) -> list[str]:
    return [f"w{draw.randrange(5000)}" for _ in range(words)]


def shingled(texts: list[list[str]]) -> list:
    shingler = Shingler()
    return [packed(shingler.shingles(" ".join(words))) for words in texts]


def corpus(count: int) -> list[list[str]]:
    """Stories, and copies that were cut, changed and added to by any amount."""
    draw = random.Random(1)
    texts = [text(draw, draw.randrange(30, 300)) for _ in range(count)]
    for _ in range(count):
        words = list(draw.choice(texts))
        del words[: draw.randrange(len(words))]
        for _ in range(draw.randrange(8)):
            words.insert(draw.randrange(len(words) + 1), "changed")
        texts.append([*words, *text(draw, draw.randrange(60))])
    draw.shuffle(texts)
    return texts


def test_the_pairs_are_those_that_comparing_each_with_each_finds() -> None:
    texts = shingled(corpus(80))
    expected = {
        (one, other)
        for other in range(len(texts))
        for one in range(other)
        if min(len(texts[one]), len(texts[other])) >= FEWEST
        and containment(texts[one], texts[other]) >= NEAR
    }
    assert {(pair.first, pair.second) for pair in near_duplicates(texts)} == expected
    assert len(expected) > 20


def test_a_sample_finds_nearly_all_of_them() -> None:
    texts = shingled([[*words, *words[:1]] for words in corpus(80) if len(words) > 150])
    exact = set(near_duplicates(texts))
    sampled = set(near_duplicates(texts, exact_up_to=1))
    assert sampled <= exact
    assert len(sampled) >= 0.9 * len(exact)


def test_equal_texts_are_paired_with_the_first_only() -> None:
    words = text(random.Random(2), 60)
    found = list(near_duplicates(shingled([words] * 500)))
    assert found == [Pair(0, place, 1.0) for place in range(1, 500)]


def test_a_thousand_forms_with_one_wording_are_one_crowd_in_bounded_time() -> None:
    draw = random.Random(4)
    form = text(draw, 200)
    texts = shingled([[*form, f"x{number}", *text(draw, 20)] for number in range(1000)])
    found = list(near_duplicates(texts))
    assert {place for pair in found for place in (pair.first, pair.second)} == set(range(1000))
    assert len(found) < 1000 * 100


@pytest.mark.parametrize("words", ["", "one", "one two three", "one two three four five"])
def test_short_texts_have_shingles_and_no_neighbours(words: str) -> None:
    assert len(Shingler().shingles(words)) == bool(words)
    assert list(near_duplicates(shingled([words.split()] * 3))) == []


def test_addresses_of_links_do_not_count() -> None:
    shingler = Shingler()
    plain = shingler.shingles("The ships that left Fujairah (two of them) came")
    linked = "The [ships that](https://a.example/x_(y) 'z') left Fujairah (two of them) came"
    assert shingler.shingles(linked) == plain


def test_shingles_are_the_same_on_any_machine() -> None:
    assert Shingler().shingles("one two three four five") == {6204656013601338550}
