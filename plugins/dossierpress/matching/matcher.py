"""Article in, mentions out: finds, chooses, decides, and marks what the page links."""

from collections.abc import Sequence

from dossierpress.matching.context import Context
from dossierpress.matching.lexicon import Lexicon, Sense
from dossierpress.matching.links import first_linkable
from dossierpress.matching.occurrences import Occurrence, find_occurrences
from dossierpress.matching.rules import PLAIN, RULES, Verdict
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
    decided = [(occurrence, *_decide(occurrence, context)) for occurrence in context.occurrences]
    places = [(o.prose.field.name, o.start, o.end, v.entity) for o, _, v in decided]
    linked = first_linkable(article, texts, places)
    return tuple(
        _mention(article, *decision, is_linked=number in linked)
        for number, decision in enumerate(decided)
    )


def _mention(
    article: Article, occurrence: Occurrence, rule: str, verdict: Verdict, *, is_linked: bool
) -> Mention:
    sense = verdict.sense or _sense_of(verdict, occurrence.senses)
    return Mention(
        article=article.ref,
        field=occurrence.prose.field.name,
        start=occurrence.start,
        end=occurrence.end,
        surface=occurrence.surface,
        entity=verdict.entity,
        candidates=_candidates(occurrence, verdict),
        alias=sense.alias.text if sense else occurrence.surface,
        rule=_rule_of(rule, sense),
        evidence=verdict.evidence,
        use=sense.alias.use if sense and verdict.entity else Use.NAME,
        linked=is_linked,
    )


def _decide(occurrence: Occurrence, context: Context) -> tuple[str, Verdict]:
    senses = occurrence.senses
    is_plain = len(senses) == 1 and senses[0].is_plain
    is_decided = occurrence.override or occurrence.not_of or occurrence.wrong_case
    for rule_id, _, rule in PLAIN if is_plain and not is_decided else RULES:
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
    return next((s for s in senses if verdict.entity in (None, s.entity)), None)


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
