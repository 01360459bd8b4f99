"""Articles in, candidates out: read, settle, gather, judge, rank.

The score is `confidence² × (1 + log2(articles) + log2(mentions) / 4)`: a name that is surely one
stands before a doubtful one, among equally sure ones those that most articles use.
"""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from dossierpress.matching.candidates.acronyms import Pair
from dossierpress.matching.candidates.aliases import Names, alias_of, lay_out
from dossierpress.matching.candidates.candidate import Candidate, Example, Signal
from dossierpress.matching.candidates.gather import Group, gather
from dossierpress.matching.candidates.known import known_names
from dossierpress.matching.candidates.settle import INFLECTED
from dossierpress.matching.candidates.sightings import Corpus, Sighting, read_corpus
from dossierpress.matching.candidates.signals import Facts, kind_of, signals_of
from dossierpress.matching.candidates.truecase import CaseCounts
from dossierpress.matching.lexicon import Lexicon, build_lexicon
from dossierpress.model import Article, ArticleRef, Decision, Registry
from dossierpress.text.folding import fold_key

EXAMPLES = 3
"""The most sentences that a candidate is shown with, each from another article where possible."""
_LEAST = 0.08
"""A candidate below this confidence is left out."""


@dataclass(frozen=True)
class _Ranked:
    """A name that is kept, and what is known of it before anyone asks for more."""

    facts: Facts
    signals: tuple[Signal, ...]
    articles: int
    score: float

    @property
    def order(self) -> tuple[float, str]:
        return (-self.score, self.facts.group.name)


class Best(NamedTuple):
    """The best candidates, and how many there are in all."""

    candidates: tuple[Candidate, ...]
    total: int


def find_candidates(
    articles: Iterable[Article], registry: Registry, decisions: Iterable[Decision] = ()
) -> tuple[Candidate, ...]:
    """Return the names that the articles use and the registry lacks, best first.

    A name that a curator rejected, and a name that folds to a known alias, is none.
    """
    texts = {article.ref: article for article in articles}
    lexicon = build_lexicon(registry)
    corpus = read_corpus(texts.values(), lexicon)
    return best_candidates(texts, corpus, registry, lexicon, decisions).candidates


def best_candidates(
    texts: Mapping[ArticleRef, Article],
    corpus: Corpus,
    registry: Registry,
    lexicon: Lexicon,
    decisions: Iterable[Decision],
    most: int | None = None,
) -> Best:
    """Return the best candidates of a corpus, all where no bound is given, and their number.

    Args:
        texts: the articles that the corpus was read from.
        lexicon: that of the registry.
        most: so many are returned at most.
    """
    known = known_names(lexicon, decisions)
    pairs = {fold_key(pair.short): pair for pair in corpus.pairs}
    longs = {fold_key(pair.long) for pair in corpus.pairs}
    found = []
    for group in gather(corpus.sightings, corpus.pairs, known):
        if _is_seen(group, corpus.counts):
            facts = Facts(group, corpus.counts, group.key in longs or group.key in pairs)
            ranked = _ranked(facts)
            if ranked is not None:
                found.append(ranked)
    names = lay_out(registry, lexicon)
    shown = sorted(found, key=lambda ranked: ranked.order)[:most]
    return Best(tuple(_candidate(ranked, names, pairs, texts) for ranked in shown), len(found))


def _is_seen(group: Group, counts: CaseCounts) -> bool:
    """Say whether a lone word stands anywhere but at the beginning of sentences, or is at least
    no common word by its ending and never written small.
    """
    several = " " in group.key or len(group.forms) > 1
    if several or any(not s.begins or s.is_titled for s in group.sightings):
        return True
    return not counts.lower[group.key] and not group.key.endswith(INFLECTED)


def _ranked(facts: Facts) -> _Ranked | None:
    """Return a candidate with its score; None for one of too little confidence."""
    signals = signals_of(facts)
    confidence = math.prod(signal.factor for signal in signals)
    if confidence < _LEAST:
        return None
    sightings = facts.group.sightings
    articles = len({sighting.article for sighting in sightings})
    weight = 1 + math.log2(articles) + math.log2(len(sightings)) / 4
    return _Ranked(facts, signals, articles, round(confidence**2 * weight, 4))


def _candidate(
    ranked: _Ranked, names: Names, pairs: Mapping[str, Pair], texts: Mapping[ArticleRef, Article]
) -> Candidate:
    group = ranked.facts.group
    return Candidate(
        group.name,
        group.forms,
        ranked.articles,
        len(group.sightings),
        ranked.score,
        ranked.signals,
        _examples(group, texts),
        alias_of(group.forms, names, pairs),
        kind_of(ranked.facts),
    )


def _examples(group: Group, texts: Mapping[ArticleRef, Article]) -> tuple[Example, ...]:
    """Return the first sentences with the name, the full name before other forms."""
    order = sorted(group.sightings, key=lambda s: (s.key != group.key, s.begins))
    first: dict[ArticleRef, Sighting] = {}
    for sighting in order:
        first.setdefault(sighting.article, sighting)
    return tuple(_example(s, texts[s.article]) for s in list(first.values())[:EXAMPLES])


def _example(sighting: Sighting, article: Article) -> Example:
    text = next(field.text for field in article.fields if field.name == sighting.field)
    start, end = sighting.sentence
    sentence = " ".join(text[start:end].split())
    return Example(sighting.article, sighting.field, start, end, sentence)
