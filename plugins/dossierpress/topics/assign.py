"""Assigns one article to topics: where does each rule hold, and which sentences satisfied it?

An assignment is primary where the rule holds in the headline, the standfirst or the first
paragraph, or in `PLACES` places or more; otherwise it is secondary. The curator's word in the
article's `topics:` wins over the rule. A place without evidence, where a rule holds only by what
is absent, does not count.
"""

from collections.abc import Iterable, Sequence

from dossierpress.model import (
    Article,
    Assignment,
    Evidence,
    Mention,
    Scope,
    Topic,
    TopicStrength,
)
from dossierpress.text.prose import Prose, prose_of
from dossierpress.topics.index import AtomIndex
from dossierpress.topics.rule import Found, Where, satisfied
from dossierpress.topics.units import units

PLACES = 3
"""A rule that holds in this many places makes an article primary, wherever they are."""


def assign(
    article: Article,
    mentions: Sequence[Mention],
    index: AtomIndex,
    proses: Sequence[Prose] | None = None,
) -> tuple[Assignment, ...]:
    """Return the article's assignments, in the order of the topics."""
    texts = tuple(proses) if proses is not None else prose_of(article)
    found = index.find(texts, mentions)
    overrides = {override.topic: override.strength for override in article.topics}
    assignments = []
    for topic in index.judged(found, overrides):
        strength, where = _judge(topic, texts, found)
        decided_by = "curator" if topic.id in overrides else "rule"
        strength = overrides.get(topic.id, strength)
        if strength is not None:
            evidence = tuple(_sentences(texts, where))
            assignments.append(Assignment(topic.id, article.ref, strength, evidence, decided_by))
    return tuple(assignments)


def _judge(
    topic: Topic, proses: Sequence[Prose], found: Found
) -> tuple[TopicStrength | None, tuple[Where, ...]]:
    """Say how strongly a rule holds, and where the parts stand that satisfied it."""
    whole = satisfied(topic.rule, found) if topic.scope is Scope.ARTICLE else ()
    if whole is None:
        return None, ()
    places = []
    for unit in units(proses, topic.scope):
        where = satisfied(topic.rule, unit.only(found))
        if where:
            places.append((unit, where))
    if not places and not whole:
        return None, ()
    is_primary = len(places) >= PLACES or any(unit.is_head for unit, _ in places)
    strength = TopicStrength.PRIMARY if is_primary else TopicStrength.SECONDARY
    return strength, whole or tuple(w for _, where in places for w in where)


def _sentences(proses: Sequence[Prose], where: Iterable[Where]) -> Iterable[Evidence]:
    """Yield each sentence that holds one of the places, once, in reading order."""
    spans = {(number, *proses[number].sentence_at(start)) for number, start, _ in where}
    for number, start, end in sorted(spans):
        field = proses[number].field
        yield Evidence(field.name, start, end, field.text[start:end])
