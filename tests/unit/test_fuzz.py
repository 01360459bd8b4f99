"""Whatever a file of a publication holds, it is read or refused, and the rest is built.

What a run with more examples finds becomes a case under `tests/golden/`.
"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossierpress.errors import Problem, codes
from dossierpress.library.articles import read_article
from dossierpress.library.decisions import parse_decisions
from dossierpress.library.dossiers import parse_dossier
from dossierpress.library.topics import read_topic
from dossierpress.matching.lexicon import Lexicon, build_lexicon
from dossierpress.matching.matcher import match
from dossierpress.model import ArticleId, ArticleRef, DossierId, TopicId
from dossierpress.registry import build_registry, parse_registry_file
from dossierpress.site.body import source
from dossierpress.site.clean import clean
from dossierpress.site.plain import plain
from dossierpress.text.effort import strain_of
from harness.build import DOSSIER
from harness.examples import FUZZ

ARTICLE = """---
title: "Two tankers: burn"
subtitle: A Gulf of Oman story
publisher: Gulf Post
authors: [A. Writer, 'B "C" D']
published: 2019-06-13T10:00:00Z
url: https://example.org/a?b=c#d
standfirst:
  - The first *line*
images: [{caption: A ship, credit: Reuters}]
rights: full
reliability: B2
topics: {gulf: none, sea: primary}
links: {Jordan: none, "the Kingdom": saudi-arabia}
corrections:
  - {kind: correction, date: 2019-06-14, text: "It was two, not three"}
ingest:
  file: a.txt
  sha256: abc
  dates: [{field: modified, raw: "Updated 1 min ago", status: unanchored}]
---
The tanker of Iran burned near [Fujairah](x.md), said `him`. Kata'ib Hezbollah denied it.

- one
- two <b>bold</b>[^1]

[^1]: note
"""
REGISTRY = """iran:
  name: Iran
  kind: place
  aliases: [Persia, {text: Tehran, use: metonym, needs: [x]}, {text: ایران, language: fa}]
  not: [Iran Air]
  location: [32.4, 53.7]
  relations: [{type: part-of, to: gulf, from: 2014, source: https://example.org}]
gulf: {name: The Gulf, kind: place, wikidata: Q1, replaced_by: iran}
"""
TOPIC = """---
title: Shipping
rule:
  scope: sentence
  all: [{any: [entity:iran, term:tanker]}, kind:vessel]
  none: ["term:Gulf of Mexico"]
---
Overview.
"""
OTHER = "title: The Gulf\neditors: [A]\nrights: full\nlanguage: en\ndate_order: dmy\n"
DECISIONS = "- {kind: alias, subject: X, verdict: accepted, reason: y, date: 2020-01-02, by: Z}\n"
PIECES = st.sampled_from(
    [
        "\n", "\n\n", " ", "  ", "\t", "---\n", "- ", ": ", "{", "}", "[", "]", "'", '"', "&a ",
        "!!x ", "#", "|", ">", "%", "@", "\\", "`", "<", "~", "title: x\n", "null", "0x", "1e999",
        "*a", "\u2028", "\ufeff", "\ud7ff", "é", "ایران", "Iran", "\U0001f600", "\ue000", "\x85",
        '"\\ud800"', "2019-99-99", "..", "/", "no", "2019-06-13/..",
    ]
)  # fmt: skip


def mangled(text: str) -> st.SearchStrategy[str]:
    """Return a text with a few cuts and insertions."""
    cut = st.tuples(st.integers(0, len(text)), st.integers(0, 40), st.lists(PIECES, max_size=4))

    def apply(cuts: list[tuple[int, int, list[str]]]) -> str:
        changed = text
        for at, length, pieces in cuts:
            changed = changed[:at] + "".join(pieces) + changed[at + length :]
        return changed

    return st.lists(cut, min_size=1, max_size=4).map(apply)


def told(problems: list[Problem]) -> None:
    """Check that problems can be shown."""
    for problem in problems:
        assert problem.code in codes()
        assert problem.line >= 1
        assert str(problem).isprintable()
        str(problem).encode("utf-8")


def lexicon() -> Lexicon:
    problems: list[Problem] = []
    return build_lexicon(build_registry(parse_registry_file(REGISTRY, "r.yml", problems), problems))


LEXICON = lexicon()


@FUZZ
@given(mangled(ARTICLE))
def test_an_article_is_read_or_refused_and_then_matched_and_shown(text: str) -> None:
    ref = ArticleRef(DOSSIER.id, ArticleId("story"))
    article, problems = read_article(text, ref, "a.md", DOSSIER)
    told(list(problems))
    assert article or problems
    if article is None:
        return
    for mention in match(article, LEXICON):
        words = next(field.text for field in article.fields if field.name == mention.field)
        assert words[mention.start : mention.end] == mention.surface
    source(article.body, ())
    plain(article.body)
    clean(article.body)
    strain_of(article.body)


@FUZZ
@given(mangled(REGISTRY))
def test_a_registry_is_read_or_refused_and_then_searched_for(text: str) -> None:
    problems: list[Problem] = []
    registry = build_registry(parse_registry_file(text, "r.yml", problems), problems)
    told(problems)
    article, _ = read_article(ARTICLE, ArticleRef(DOSSIER.id, ArticleId("x")), "a.md", DOSSIER)
    assert article is not None
    match(article, build_lexicon(registry))


@FUZZ
@given(mangled(TOPIC))
def test_a_topic_is_read_or_refused(text: str) -> None:
    topic, problems = read_topic(text, TopicId("t"), "t.md")
    told(list(problems))
    assert topic or problems


@pytest.mark.parametrize("kind", ["dossier", "decisions"])
def test_the_smaller_files_are_read_or_refused(kind: str) -> None:
    text = OTHER if kind == "dossier" else DECISIONS

    @FUZZ
    @given(mangled(text))
    def read(changed: str) -> None:
        problems: list[Problem] = []
        if kind == "dossier":
            parse_dossier(changed, DossierId("d"), "d.yml", "", problems)
        else:
            parse_decisions(changed, "decisions.yml", problems)
        told(problems)

    read()
