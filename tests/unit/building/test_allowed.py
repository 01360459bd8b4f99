"""What an earlier run found in shown texts changes nothing of which sentences are kept back."""

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from dossierpress.building.allowed import not_allowed
from dossierpress.building.kept_back import kept_back, sentences_of, shown_texts
from dossierpress.model import Article, Rights
from harness.making import article

SENTENCES = [
    f"The pilot boat number {word} came back to the quay before the evening tide."
    for word in ("one", "two", "three")
]


def made(name: str, rights: Rights, sentences: list[str]) -> Article:
    return article(name, body=f"{'Open words. ' * 40}\n\n{' '.join(sentences)}", rights=rights)


ONE, TWO, THREE = ([sentence] for sentence in SENTENCES)
POOL = [
    made("a", Rights.METADATA, SENTENCES),
    made("b", Rights.EXCERPT, ONE + TWO),
    made("c", Rights.FULL, TWO),
    made("d", Rights.FULL, THREE + ONE),
    made("a", Rights.EXCERPT, THREE),
    made("c", Rights.METADATA, TWO),
]
STATES = st.lists(st.lists(st.sampled_from(POOL), unique_by=id), min_size=2, max_size=5)


@settings(max_examples=100, deadline=None)
@given(STATES)
def test_after_any_edits_the_sentences_are_those_of_a_first_run(
    states: list[list[Article]],
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "allowed"
        for state in states:
            articles = list({one.ref: one for one in state}.values())
            digests = {one.ref: repr(one).encode() for one in articles}
            kept = kept_back(articles)
            expected = kept.without(shown_texts(articles))
            assert not_allowed(kept, articles, digests, file) == expected
            assert not_allowed(kept, articles) == expected


def test_a_sentence_that_two_articles_have_is_kept_back_while_neither_shows_it(
    tmp_path: Path,
) -> None:
    file = tmp_path / "allowed"
    hidden, shown = (
        made("a", Rights.METADATA, SENTENCES[:2]),
        made("b", Rights.FULL, SENTENCES[1:2]),
    )
    kept = sentences_of([hidden])
    digests = {hidden.ref: b"a", shown.ref: b"b"}
    left = not_allowed(kept, [hidden, shown], digests, file)
    assert [words for *_, words in left.sentences] == SENTENCES[:1]
    gone = not_allowed(kept, [hidden], digests, file)
    assert [words for *_, words in gone.sentences] == SENTENCES[:2]
