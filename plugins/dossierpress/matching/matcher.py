"""Article in, mentions out: finds, chooses, decides, and marks what the page links."""

from collections.abc import Sequence

from dossierpress.matching.context import Context
from dossierpress.matching.decision import Decision
from dossierpress.matching.lexicon import MOST_KEPT, Lexicon
from dossierpress.matching.links import first_linkable
from dossierpress.matching.occurrences import Occurrence, find_occurrences
from dossierpress.matching.rules import BESIDE, MEANING, RULES, Rules, Verdict
from dossierpress.matching.senses import Sense
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
    decided = tuple(zip(context.occurrences, decisions(context, lexicon), strict=True))
    linked = first_linkable(article, decided)
    ref = article.ref
    return tuple(
        [
            Mention(ref, prose.field.name, start, end, surface, *decision, number in linked)
            for number, ((prose, _, start, end, surface, *_), decision) in enumerate(decided)
        ]
    )


def decisions(context: Context, lexicon: Lexicon) -> list[Decision]:
    """Return the decision on each occurrence: what all rules would say, without asking them all.

    Where nothing beside a text matters, only the rules of its meaning are asked, and once: each of
    its occurrences in the article means the same. If it needs no support either, or if its capitals
    are wrong, it means the same in every article, and the lexicon keeps the decision.
    """
    calm, always = context.calm, lexicon.decisions
    here: dict[tuple[str, str], Decision] = {}
    decided: list[Decision] = []
    for number, occurrence in enumerate(context.occurrences):
        is_calm = number in calm or occurrence.wrong_case
        settled = is_settled(occurrence)
        if not is_calm:
            decision = _ask(BESIDE if settled else RULES, occurrence, context)
            if decision:
                decided.append(decision)
                continue
        key = (occurrence.key, occurrence.surface)
        decision = always.get(key) or here.get(key)
        if decision is None:
            decision = decide(occurrence, context, RULES if occurrence.wrong_case else MEANING)
            (always if settled and len(always) < MOST_KEPT else here)[key] = decision
        decided.append(decision)
    return decided


def is_settled(occurrence: Occurrence) -> bool:
    """Say whether an occurrence means the same in every article where nothing touches it.

    So it is where its capitals are wrong, and where it has one sense that asks for no support.
    """
    if occurrence.is_special:
        return occurrence.wrong_case
    return occurrence.senses.is_plain


def decide(occurrence: Occurrence, context: Context, rules: Rules = RULES) -> Decision:
    """Return what the first rule says that decides on an occurrence; the last one always does."""
    decision = _ask(rules, occurrence, context)
    if decision is None:
        raise AssertionError("the last rule decides")
    return decision


def _ask(rules: Rules, occurrence: Occurrence, context: Context) -> Decision | None:
    senses = occurrence.senses
    for rule_id, _, rule in rules:
        outcome = rule(occurrence, senses, context)
        if isinstance(outcome, Verdict):
            return _decision(occurrence, rule_id, outcome)
        senses = outcome
    return None


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
    others = (verdict.entity, occurrence.not_of)
    more = [entity for entity in others if entity and entity not in senses.entities]
    return tuple(sorted({*senses.entities, *more})) if more else senses.entities
