"""Rules of topics against a naive evaluator."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossierpress.model import (
    Article,
    ArticleId,
    ArticleRef,
    Atom,
    Clause,
    Registry,
    Scope,
    Topic,
    TopicId,
)
from dossierpress.text.prose import prose_of
from dossierpress.topics import terms
from dossierpress.topics.assign import PLACES, assign
from dossierpress.topics.index import build_index
from dossierpress.topics.terms import find_term, term_pattern, terms_of
from harness.build import DOSSIER

TERMS = ("alpha", "beta", "gamma", "delta")
ATOMS = st.sampled_from(TERMS).map(lambda term: Atom("term", term, 1))


def clauses(parts: st.SearchStrategy[Atom | Clause]) -> st.SearchStrategy[Clause]:
    some = st.lists(parts, max_size=2).map(tuple)
    return st.builds(Clause, all=some, any=some, none=some)


RULES = clauses(st.recursive(ATOMS, clauses, max_leaves=6))
PARAGRAPHS = st.lists(
    st.sets(st.sampled_from(TERMS)).map(lambda words: " ".join(["news", *sorted(words)])),
    min_size=1,
    max_size=5,
)


def evidence(part: Atom | Clause, words: set[str]) -> set[str] | None:
    """Return the words that satisfy a part of a rule, None where it does not hold."""
    if isinstance(part, Atom):
        return {part.value} if part.value in words else None
    alls = [evidence(inner, words) for inner in part.all]
    anys = [found for inner in part.any if (found := evidence(inner, words)) is not None]
    excluded = any(evidence(inner, words) is not None for inner in part.none)
    if excluded or None in alls or (part.any and not anys):
        return None
    return {word for found in (*alls, *anys) if found for word in found}


@given(RULES, PARAGRAPHS, PARAGRAPHS)
def test_a_rule_holds_where_a_naive_evaluator_says_so(
    rule: Clause, standfirst: list[str], body: list[str]
) -> None:
    article = Article(
        ArticleRef(DOSSIER.id, ArticleId("story")),
        "story.md",
        "news",
        DOSSIER.rights,
        "\n\n".join(body),
        standfirst=tuple(standfirst),
    )
    topic = Topic(TopicId("topic"), "Topic", "topic.md", 1, Scope.PARAGRAPH, rule)

    found = assign(article, (), build_index([topic], Registry()))

    holding = [bool(evidence(rule, set(text.split()))) for text in (*standfirst, *body)]
    head = any(holding[: len(standfirst) + 1])
    wanted = ["primary" if head or sum(holding) >= PLACES else "secondary"] if any(holding) else []
    assert [assignment.strength for assignment in found] == wanted


@given(RULES, PARAGRAPHS)
def test_with_the_scope_of_an_article_its_words_are_taken_together(
    rule: Clause, body: list[str]
) -> None:
    ref = ArticleRef(DOSSIER.id, ArticleId("story"))
    article = Article(ref, "story.md", "news", DOSSIER.rights, "\n\n".join(body))
    topic = Topic(TopicId("topic"), "Topic", "topic.md", 1, Scope.ARTICLE, rule)

    found = assign(article, (), build_index([topic], Registry()))

    assert bool(found) == bool(evidence(rule, set(" ".join(body).split())))


SIGNS = "aeysibc é-+'."


@given(
    st.text(SIGNS, min_size=1, max_size=6).filter(lambda term: term.strip()),
    st.lists(st.sampled_from(["", "s", "es", "ies"]) | st.text(SIGNS, max_size=6), max_size=4),
    st.sampled_from([0, terms.FEW]),
)
def test_no_term_is_missed_where_only_texts_with_its_first_word_are_searched(
    term: str, others: list[str], few: int
) -> None:
    text = " ".join(f"{stem}{other}" for other in others for stem in (term, term[:-1], " "))
    ref = ArticleRef(DOSSIER.id, ArticleId("story"))
    proses = prose_of(Article(ref, "story.md", "news", DOSSIER.rights, text))
    everywhere = [s for prose in proses for s in find_term(prose, term_pattern(term))]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(terms, "FEW", few)
        assert not everywhere or term in terms_of([term]).possible(proses)


def test_only_topics_whose_words_an_article_has_are_judged() -> None:
    topics = [
        Topic(TopicId(f"t{n}"), "T", "t.md", 1, Scope.PARAGRAPH,
              Clause(any=(Atom("term", term, 1),), none=(Atom("term", "never", 1),)))
        for n, term in enumerate(("tanker", "no such word", "company"))
    ]  # fmt: skip
    ref = ArticleRef(DOSSIER.id, ArticleId("story"))
    article = Article(ref, "story.md", "news", DOSSIER.rights, "Tankers of two companies.")
    index = build_index(topics, Registry())
    found = index.find(prose_of(article), ())

    assert [topic.id for topic in index.judged(found, [])] == ["t0", "t2"]
    assert [topic.id for topic in index.judged(found, ["t1", "gone"])] == ["t0", "t1", "t2"]
