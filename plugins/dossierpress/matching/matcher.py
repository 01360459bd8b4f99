"""Article in, mentions out: finds, chooses, decides, and marks what the page links."""

from collections.abc import Sequence
from dataclasses import replace

from dossierpress.matching.context import Context
from dossierpress.matching.lexicon import Lexicon, Sense
from dossierpress.matching.links import first_linkable
from dossierpress.matching.occurrences import Occurrence, find_occurrences
from dossierpress.matching.rules import RULES, Verdict
from dossierpress.model import Article, EntityId, Mention, Strength, Use
from dossierpress.text.prose import Prose, prose_of


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
    mentions = [_mention(article, occurrence, context) for occurrence in context.occurrences]
    chosen = first_linkable(article, texts, mentions)
    return tuple(
        replace(mention, linked=True) if number in chosen else mention
        for number, mention in enumerate(mentions)
    )


def _mention(article: Article, occurrence: Occurrence, context: Context) -> Mention:
    rule, verdict = _decide(occurrence, context)
    sense = verdict.sense or _sense_of(verdict, occurrence.senses)
    hit = occurrence.hit
    return Mention(
        article=article.ref,
        field=occurrence.prose.field.name,
        start=hit.start,
        end=hit.end,
        surface=hit.surface,
        entity=verdict.entity,
        candidates=_candidates(occurrence, verdict),
        alias=sense.alias.text if sense else hit.surface,
        rule=_rule_of(rule, sense),
        evidence=verdict.evidence,
        use=sense.alias.use if sense and verdict.entity else Use.NAME,
    )


def _decide(occurrence: Occurrence, context: Context) -> tuple[str, Verdict]:
    senses = occurrence.senses
    for rule_id, _, rule in RULES:
        outcome = rule(occurrence, senses, context)
        if isinstance(outcome, Verdict):
            return rule_id, outcome
        senses = outcome
    raise AssertionError("the last rule always decides")


def _rule_of(rule_id: str, sense: Sense | None) -> str:
    """Name the rule that made a weak alias or one with needs: acceptable, if it was one."""
    if rule_id != "longest-match" or sense is None:
        return rule_id
    if sense.alias.needs:
        return "needs"
    return "weak-alias" if sense.alias.strength is Strength.WEAK else rule_id


def _sense_of(verdict: Verdict, senses: tuple[Sense, ...]) -> Sense | None:
    fitting = [s for s in senses if verdict.entity in (None, s.entity)]
    return fitting[0] if fitting else None


def _candidates(occurrence: Occurrence, verdict: Verdict) -> tuple[EntityId, ...]:
    found = {sense.entity for sense in occurrence.senses}
    if verdict.entity:
        found.add(verdict.entity)
    if occurrence.not_of:
        found.add(occurrence.not_of)
    return tuple(sorted(found))
