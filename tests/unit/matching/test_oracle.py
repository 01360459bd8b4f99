"""The matcher against one that tries every text at every place."""

from collections.abc import Iterable

from hypothesis import given
from hypothesis import strategies as st

from dossierpress.matching.hits import find_hits
from dossierpress.matching.lexicon import Lexicon, build_lexicon
from dossierpress.matching.matcher import match
from dossierpress.matching.occurrences import find_occurrences
from dossierpress.model import Field
from dossierpress.text.folding import fold_key
from dossierpress.text.prose import Prose, prose_of
from harness.build import article_of, registry_of
from harness.examples import FUZZ

NAMES = (
    *("Alpha", "Beta", "Alpha Beta", "Beta Gamma", "Beta Gamma Delta", "Al-Gamma", "Gamma"),
    *("U.S.", "U.S. Alpha", "Ka'ib Beta", "Kaʿib", "is", "Élan", "Delta Alpha Beta Gamma"),
)
WORDS = (*" ".join(NAMES).split(), "alpha", "BETA", "the", "isle", "xAlpha", "Alphas", "Elan")
GAPS = (
    " ",
    "  ",
    "\n",
    "-",
    ", ",
    ". ",
    "'s ",
    "’s ",
    " \n",
    "\n\n",
    "/",
    "' ",
    "—",
    " - ",
    "",
    "\u00ad",
)

texts = st.lists(st.tuples(st.sampled_from(WORDS), st.sampled_from(GAPS)), max_size=25).map(
    lambda pairs: "".join(word + gap for word, gap in pairs)
)


def lexicon() -> Lexicon:
    entities = {
        f"entity-{number}": {"name": name, "kind": "event"} for number, name in enumerate(NAMES)
    }
    return build_lexicon(registry_of(entities))


LEXICON = lexicon()


def hits_by_force(prose: Prose, keys: Iterable[str]) -> set[tuple[str, int, int]]:
    text = prose.folded.text
    found = set()
    for key in keys:
        for start in range(len(text)):
            end = start + len(key)
            if text[start:end] != key:
                continue
            before = start == 0 or not text[start - 1].isalnum() or not key[0].isalnum()
            after = end == len(text) or not text[end].isalnum() or not key[-1].isalnum()
            after = after and not (key[-1] == "." and text[end : end + 1].isalpha())
            if before and after:
                found.add((key, *prose.folded.span(start, end)))
    return found


@FUZZ
@given(texts)
def test_every_hit_is_found_and_no_other(text: str) -> None:
    prose = Prose(Field("body", text, 1), "en")

    hits = list(find_hits(prose, LEXICON))

    assert {(key, start, end) for key, start, end, _ in hits} == hits_by_force(prose, LEXICON.keys)
    assert len(hits) == len(set(hits))
    assert all(surface == text[start:end] for _, start, end, surface in hits)
    assert all(fold_key(surface) == key for key, _, _, surface in hits)


@FUZZ
@given(texts)
def test_of_hits_that_overlap_the_longest_is_chosen(text: str) -> None:
    article = article_of(f"---\ntitle: x\n---\n{text}\n")
    chosen = find_occurrences(article, prose_of(article), LEXICON).occurrences
    spans = [(o.start, o.end) for o in chosen if not o.wrong_case and o.prose.is_body]

    free = sorted(
        {
            (start, end)
            for prose in prose_of(article)[1:]
            for key, start, end, surface in find_hits(prose, LEXICON)
            if LEXICON.read(key, surface).senses
        },
        key=lambda span: (span[0] - span[1], span[0]),
    )
    by_force: list[tuple[int, int]] = []
    for start, end in free:
        if all(end <= other or start >= last for other, last in by_force):
            by_force.append((start, end))
    assert spans == sorted(by_force)


@FUZZ
@given(texts)
def test_matching_twice_gives_the_same_and_places_are_in_order(text: str) -> None:
    article = article_of(f"---\ntitle: x\n---\n{text}\n")

    mentions = match(article, LEXICON)

    assert mentions == match(article, lexicon())
    places = [(mention.field, mention.start) for mention in mentions]
    assert places == sorted(places, key=lambda place: (place[0] != "title", place[1]))
    assert all(mention.evidence and mention.candidates for mention in mentions)
