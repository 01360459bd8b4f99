"""The matcher against a brute-force oracle, and what holds for any text."""

import re
from collections.abc import Iterator
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from dossierpress.matching.lexicon import build_lexicon
from dossierpress.matching.matcher import match
from dossierpress.matching.occurrences import find_occurrences
from dossierpress.matching.rules import RULES
from dossierpress.model import Article, ArticleId, ArticleRef, EntityId, LinkOverride, Registry
from dossierpress.text.prose import prose_of
from harness.build import DOSSIER, mentions_of, registry_of
from harness.examples import FUZZ

WORDS = ("Iran", "iran", "IRAN", "Iran's", "Gulf", "gulf", "the", "of", "Oman", "Oman’s", "Kata'ib")
GAPS = (" ", "\n", "  ", "-", ". ", ", ", "\n\n", " - ", "; ")
REGISTRY = registry_of(
    """
iran:
  name: Iran
  kind: place
  aliases: [{text: Iranian, use: demonym}, {text: Tehran, use: metonym}, ایران]
  not: [Iran Air]
tehran: {name: Tehran, kind: place, aliases: [{text: Tehran, default: true}]}
united-states: {name: United States, kind: place, aliases: [{text: US, case: acronym}]}
omar-varda: {name: Omar al-Varda, kind: person}
lina-varda: {name: Lina Varda, kind: person}
kataib: {name: Kata'ib Hezbollah, kind: organization, aliases: [{text: KH, needs: [militia]}]}
hezbollah: {name: Hezbollah, kind: organization, aliases: [{text: the Party, strength: weak}]}
"""
)
PIECES = st.sampled_from(
    [
        *("Iran", "Iranian", "Iran Air", "Tehran", "said", "'s", "’s", "US", "us", "United States"),
        *(
            "Omar al-Varda",
            "Varda",
            "Lina Varda",
            "KH",
            "militia",
            "Kata'ib Hezbollah",
            "the Party",
        ),
        *(
            " ",
            "\n",
            "\n\n",
            ". ",
            ", ",
            "-",
            "# ",
            "- ",
            "[",
            "](x)",
            "`",
            "<b>",
            "ایران",
            "🛢",
            "ﬁ",
        ),
    ]
)
TEXTS = st.lists(PIECES | st.text(max_size=3), max_size=30).map("".join)


def article(title: str, body: str, links: tuple[LinkOverride, ...] = ()) -> Article:
    ref = ArticleRef(DOSSIER.id, ArticleId("story"))
    return Article(ref, "story.md", title, DOSSIER.rights, body, standfirst=(body,), links=links)


def naive_hits(text: str, aliases: list[str]) -> Iterator[tuple[int, int, bool]]:
    """Yield start, end and "is it of the right case" of each alias at each word of a text."""
    words = [
        (m.start(), m.start() + len(bare), bare)
        for m in re.finditer(r"[^\W_]+(?:['’][^\W_]+)*", text)
        for bare in [re.sub(r"['’]s$", "", m[0])]
    ]
    for alias in aliases:
        wanted = re.split(r"[ -]", alias)
        for first in range(len(words) - len(wanted) + 1):
            run = words[first : first + len(wanted)]
            gaps = [
                re.sub(r"^['’]s", "", text[before[1] : after[0]]) for before, after in pairwise(run)
            ]
            same = [plain(word) for _, _, word in run] == [plain(word) for word in wanted]
            if same and all(re.fullmatch(r"-|[^\S\n]*\n?[^\S\n]*", gap) and gap for gap in gaps):
                capitals = all(
                    word[0].isupper() or pattern[0].islower()
                    for (_, _, word), pattern in zip(run, wanted, strict=True)
                )
                yield run[0][0], run[-1][1], capitals


def plain(word: str) -> str:
    return word.lower().replace("'", "").replace("’", "")


def naive_choice(hits: set[tuple[int, int, bool]]) -> list[tuple[int, int]]:
    """Choose the longest hits of the right case, then of the wrong, without overlaps."""
    chosen: list[tuple[int, int]] = []
    for start, end, _ in sorted(hits, key=lambda h: (not h[2], h[0] - h[1], h[0])):
        if all(end <= other[0] or other[1] <= start for other in chosen):
            chosen.append((start, end))
    return sorted(chosen)


@st.composite
def texts(draw: st.DrawFn) -> str:
    words = draw(st.lists(st.sampled_from(WORDS), min_size=1, max_size=12))
    gaps = draw(st.lists(st.sampled_from(GAPS), min_size=len(words), max_size=len(words)))
    return "".join(word + gap for word, gap in zip(words, gaps, strict=True))


@given(
    texts(),
    st.lists(
        st.lists(
            st.sampled_from([word for word in WORDS if not word.endswith("s")]),
            min_size=1,
            max_size=3,
        ).map(" ".join),
        min_size=1,
        max_size=6,
        unique_by=plain,
    ),
)
def test_the_spans_are_those_of_a_naive_gazetteer(text: str, aliases: list[str]) -> None:
    registry = registry_of(
        {f"e{number}": {"name": alias, "kind": "place"} for number, alias in enumerate(aliases)}
    )
    story = article("news", text)
    body = prose_of(story)[-1]

    found = find_occurrences(story, [body], build_lexicon(registry)).occurrences

    assert [(o.start, o.end) for o in found] == naive_choice(set(naive_hits(text, aliases)))


@FUZZ
@given(TEXTS, TEXTS, st.lists(PIECES, max_size=2))
def test_for_any_text_mentions_are_true_to_it(title: str, body: str, texts: list[str]) -> None:
    links = tuple(
        LinkOverride(text, EntityId("iran") if number else None, 1)
        for number, text in enumerate(texts)
    )
    story = article(title or "t", body, links)

    mentions = match(story, build_lexicon(REGISTRY))

    fields = {field.name: field.text for field in story.fields}
    rules = {rule for rule, _, _ in RULES}
    for mention in mentions:
        assert mention.surface == fields[mention.field][mention.start : mention.end] != ""
        assert mention.rule in rules
        assert mention.evidence
        assert mention.entity is None or mention.entity in REGISTRY.by_id
    for one, other in pairwise(mentions):
        assert one.field != other.field or one.end <= other.start
    linked = [mention.entity for mention in mentions if mention.linked]
    assert None not in linked
    assert len(linked) == len(set(linked))


def test_an_empty_registry_finds_nothing() -> None:
    assert mentions_of("Iran and Iraq.", Registry()) == ()


def test_an_override_that_names_no_entity_is_as_if_it_were_not_there() -> None:
    story = article("news", "In Iran.", (LinkOverride("Iran", EntityId("irna"), 3),))

    mentions = match(story, build_lexicon(REGISTRY))

    assert {mention.entity for mention in mentions} == {"iran"}
