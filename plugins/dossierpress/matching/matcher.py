"""Article in, mentions out: finds, chooses, decides, and marks what the page links."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from dossierpress.matching.context import Context
from dossierpress.matching.lexicon import Lexicon, Sense
from dossierpress.matching.links import first_linkable
from dossierpress.matching.occurrences import Occurrence, find_occurrences
from dossierpress.matching.rules import PLAIN, RULES, Verdict, by_alias
from dossierpress.model import Article, EntityId, Mention, Strength, Use
from dossierpress.text.prose import Prose, prose_of


class Decision(NamedTuple):
    """What a mention says, but for its place."""

    entity: EntityId | None
    candidates: tuple[EntityId, ...]
    alias: str
    rule: str
    evidence: str
    use: Use


def match(
    article: Article, lexicon: Lexicon, proses: Sequence[Prose] | None = None
) -> tuple[Mention, ...]:
    """Return every mention and every abstention of an article, in reading order.

    Args:
        article: the article.
        lexicon: what to look for.
        proses: the article's fields as prose, where the caller has them already.
    """
    texts = tuple(proses) if proses is not None else prose_of(article)
    found = find_occurrences(article, texts, lexicon)
    context = Context(texts, found.occurrences, found.small, article.date)
    decided = list(_decisions(context))
    linked = first_linkable(
        article,
        texts,
        [
            (o.prose.field.name, o.start, o.end, d.entity)
            for o, d in zip(context.occurrences, decided, strict=True)
        ],
    )
    return tuple(
        Mention(article.ref, o.prose.field.name, o.start, o.end, o.surface, *d, number in linked)
        for number, (o, d) in enumerate(zip(context.occurrences, decided, strict=True))
    )


def _decisions(context: Context) -> Iterable[Decision]:
    """Yield the decision on each occurrence.

    Where nothing beside a text matters, each of its occurrences in the article means the same;
    so it is where its capitals are wrong.
    """
    calm = context.calm
    settled: dict[tuple[str, str], Decision] = {}
    for number, occurrence in enumerate(context.occurrences):
        if number not in calm and not occurrence.wrong_case:
            yield _decision(occurrence, *_decide(occurrence, context))
            continue
        key = (occurrence.key, occurrence.surface)
        decision = settled.get(key)
        if decision is None:
            decision = _decision(occurrence, *_decide(occurrence, context, is_calm=True))
            settled[key] = decision
        yield decision


def _decide(
    occurrence: Occurrence, context: Context, *, is_calm: bool = False
) -> tuple[str, Verdict]:
    senses = occurrence.senses
    rules = RULES
    if len(senses) == 1 and senses[0].is_plain and not occurrence.is_special:
        if is_calm:
            return "longest-match", by_alias(senses[0], context)
        rules = PLAIN
    for rule_id, _, rule in rules:
        outcome = rule(occurrence, senses, context)
        if isinstance(outcome, Verdict):
            return rule_id, outcome
        senses = outcome
    raise AssertionError("the last rule always decides")


def _decision(occurrence: Occurrence, rule: str, verdict: Verdict) -> Decision:
    senses = occurrence.senses
    sense = verdict.sense
    if sense is None:
        sense = next((s for s in senses if verdict.entity in (None, s.entity)), None)
    return Decision(
        verdict.entity,
        _candidates(occurrence, verdict),
        sense.alias.text if sense else occurrence.surface,
        _rule_of(rule, sense),
        verdict.evidence,
        sense.alias.use if sense and verdict.entity else Use.NAME,
    )


def _rule_of(rule_id: str, sense: Sense | None) -> str:
    """Name the rule that made a weak alias or one with needs: acceptable, if it was one."""
    if rule_id != "longest-match" or sense is None:
        return rule_id
    if sense.alias.needs:
        return "needs"
    return "weak-alias" if sense.alias.strength is Strength.WEAK else rule_id


def _candidates(occurrence: Occurrence, verdict: Verdict) -> tuple[EntityId, ...]:
    senses = occurrence.senses
    if len(senses) == 1 and verdict.entity in (None, senses[0].entity):
        return (senses[0].entity,)
    found = {sense.entity for sense in senses}
    if verdict.entity:
        found.add(verdict.entity)
    if occurrence.not_of:
        found.add(occurrence.not_of)
    return tuple(sorted(found))
