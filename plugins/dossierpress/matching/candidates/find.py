"""Articles in, candidates out: read, settle, gather, judge, rank.

The score is `confidence² × (1 + log2(articles) + log2(mentions) / 4)`: a name that is surely one
stands before a doubtful one, among equally sure ones those that most articles use.
"""

import math
from collections.abc import Iterable, Mapping

from dossierpress.matching.candidates.acronyms import Pair
from dossierpress.matching.candidates.aliases import Names, alias_of, lay_out
from dossierpress.matching.candidates.candidate import Candidate, Example
from dossierpress.matching.candidates.gather import Group, gather
from dossierpress.matching.candidates.known import known_names
from dossierpress.matching.candidates.settle import INFLECTED
from dossierpress.matching.candidates.sightings import Sighting, read_corpus
from dossierpress.matching.candidates.signals import Facts, kind_of, signals_of
from dossierpress.matching.candidates.truecase import CaseCounts
from dossierpress.matching.lexicon import build_lexicon
from dossierpress.model import Article, ArticleRef, Decision, Registry
from dossierpress.text.folding import fold_key

EXAMPLES = 3
"""The most sentences that a candidate is shown with, each from another article where possible."""
_LEAST = 0.08
"""A candidate below this confidence is left out."""


def find_candidates(
    articles: Iterable[Article], registry: Registry, decisions: Iterable[Decision] = ()
) -> tuple[Candidate, ...]:
    """Return the names that the articles use and the registry lacks, best first.

    A name that a curator rejected, and a name that folds to a known alias, is none.
    """
    texts = {article.ref: article for article in articles}
    corpus = read_corpus(texts.values(), build_lexicon(registry))
    known = known_names(registry, decisions)
    names = lay_out(registry)
    pairs = {fold_key(pair.short): pair for pair in corpus.pairs}
    longs = {fold_key(pair.long) for pair in corpus.pairs}
    found = []
    for group in gather(corpus.sightings, corpus.pairs, known):
        facts = Facts(group, corpus.counts, group.key in longs or group.key in pairs)
        if _is_seen(group, corpus.counts):
            found.append(_candidate(facts, names, pairs, texts))
    kept = [candidate for candidate in found if _confidence(candidate) >= _LEAST]
    return tuple(sorted(kept, key=lambda candidate: (-candidate.score, candidate.name)))


def _is_seen(group: Group, counts: CaseCounts) -> bool:
    """Say whether a lone word stands anywhere but at the beginning of sentences, or is at least
    no common word by its ending and never written small.
    """
    several = " " in group.key or len(group.forms) > 1
    if several or any(not s.begins or s.is_titled for s in group.sightings):
        return True
    return not counts.lower[group.key] and not group.key.endswith(INFLECTED)


def _candidate(
    facts: Facts, names: Names, pairs: Mapping[str, Pair], texts: Mapping[ArticleRef, Article]
) -> Candidate:
    group = facts.group
    signals = signals_of(facts)
    articles = len({sighting.article for sighting in group.sightings})
    mentions = len(group.sightings)
    confidence = math.prod(signal.factor for signal in signals)
    weight = 1 + math.log2(articles) + math.log2(mentions) / 4
    return Candidate(
        group.name,
        group.forms,
        articles,
        mentions,
        round(confidence**2 * weight, 4),
        signals,
        _examples(group, texts),
        alias_of(group.forms, names, pairs),
        kind_of(facts),
    )


def _confidence(candidate: Candidate) -> float:
    return math.prod(signal.factor for signal in candidate.signals)


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
