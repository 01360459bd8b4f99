"""A kept-back sentence is found in whatever form a file holds it, and nothing else is."""

import json
from html import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossierpress.building.kept_back import kept_back, shown_texts
from dossierpress.model import Rights
from harness.making import article

OPEN = "The harbour master counted nineteen ships at anchor on Tuesday morning."
HIDDEN = "An officer's log said \"no pilot\" & named the *three* tugs < 9 m, Badr and Ra'ad."
ARTICLE = article("log", body=f"{OPEN}\n\n{HIDDEN}\nHe did not say more.\n", rights=Rights.EXCERPT)


def test_only_what_rights_keep_back_is_searched_for() -> None:
    kept = kept_back([ARTICLE])
    assert [words for _, words in kept.find(OPEN)] == [OPEN]
    assert list(kept.without(shown_texts([ARTICLE])).find(OPEN)) == []


@pytest.mark.parametrize(
    "text",
    [
        HIDDEN,
        f"<p>{escape(HIDDEN)}</p>",
        f'<meta content="{escape(HIDDEN)}">',
        "<p>An officer&#39;s log said “no pilot” &amp; named the <em>three</em> tugs &lt; 9 m,\n"
        ' <a href="/x/">Badr</a> and Ra’ad.</p>',
        json.dumps({"text": HIDDEN}),
        json.dumps({"html": f"<p>{escape(HIDDEN)}</p>"}),
        f"<summary>{escape(f'<p>{escape(HIDDEN)}</p>')}</summary>",
        HIDDEN.upper(),
    ],
)
def test_a_sentence_is_found_in_every_form(text: str) -> None:
    kept = kept_back([ARTICLE])
    assert [str(ref) for ref, _ in kept.find(text)] == ["gulf/log"]


def test_a_part_of_a_sentence_and_a_short_one_are_no_find() -> None:
    kept = kept_back([ARTICLE])
    assert list(kept.find(HIDDEN[:50])) == []
    assert list(kept.find("He did not say more.")) == []


def test_a_sentence_that_another_article_shows_is_no_find() -> None:
    other = article("copy", body=HIDDEN)
    kept = kept_back([ARTICLE, other]).without([HIDDEN])
    assert list(kept.find(HIDDEN)) == []


def test_an_article_shown_in_full_keeps_nothing_back() -> None:
    assert kept_back([article("copy", body=HIDDEN)]).sentences == ()


WORDS = st.text(alphabet="abcdeéعق ", min_size=1, max_size=8).filter(str.strip)


@given(st.lists(WORDS, min_size=8, max_size=20), st.text(max_size=40), st.booleans())
def test_any_sentence_is_found_between_any_texts(
    words: list[str], around: str, as_json: bool
) -> None:
    sentence = f"Thirty letters are the least here {' '.join(words)}."
    hidden = article("x", body=f"{'Open words ' * 45}.\n\n{sentence}\n", rights=Rights.EXCERPT)
    text = f"{around} {sentence} {around}"
    kept = kept_back([hidden])
    found = [found for _, found in kept.find(json.dumps(text) if as_json else text)]
    assert " ".join(sentence.split()) in found
