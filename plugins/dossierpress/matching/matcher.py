"""Article in, mentions out: finds, chooses, decides, and marks what the page links."""

from collections.abc import Sequence

from dossierpress.matching.context import Context
from dossierpress.matching.decision import Decision
from dossierpress.matching.lexicon import MOST_KEPT, Lexicon, Sense
from dossierpress.matching.links import first_linkable
from dossierpress.matching.occurrences import Occurrence, find_occurrences
from dossierpress.matching.rules import PLAIN, RULES, Verdict, by_alias
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
    decided = tuple(zip(context.occurrences, _decisions(context, lexicon), strict=True))
    linked = first_linkable(article, decided)
    ref = article.ref
    return tuple(
        Mention(ref, o.prose.field.name, o.start, o.end, o.surface, *d, number in linked)
        for number, (o, d) in enumerate(decided)
    )


def _decisions(context: Context, lexicon: Lexicon) -> list[Decision]:
    """Return the decision on each occurrence.

    Where nothing beside a text matters, each of its occurrences in the article means the same. If
    it needs no support either, or if its capitals are wrong, it means the same in every article:
    no rule looks further than the text (`is_settled`), and the lexicon keeps the decision.
    """
    calm, always = context.calm, lexicon.decisions
    here: dict[tuple[str, str], Decision] = {}
    decided: list[Decision] = []
    for number, occurrence in enumerate(context.occurrences):
        if number not in calm and not occurrence.wrong_case:
            decided.append(decide(occurrence, context))
            continue
        key = (occurrence.key, occurrence.surface)
        decision = always.get(key) or here.get(key)
        if decision is None:
            if not is_settled(occurrence):
                decision = here[key] = decide(occurrence, context)
            else:
                decision = settled(occurrence, context)
                (always if len(always) < MOST_KEPT else here)[key] = decision
        decided.append(decision)
    return decided


def is_settled(occurrence: Occurrence) -> bool:
    """Say whether an occurrence means the same in every article where nothing touches it.

    So it is where its capitals are wrong, and where it has one sense that asks for no support.
    """
    if occurrence.is_special:
        return occurrence.wrong_case
    return len(occurrence.senses) == 1 and occurrence.senses[0].is_plain


def settled(occurrence: Occurrence, context: Context) -> Decision:
    """Return the decision on a settled occurrence, as `decide` does where nothing touches it."""
    if occurrence.wrong_case:
        return decide(occurrence, context)
    return _decision(occurrence, "longest-match", by_alias(occurrence.senses[0], context))


def decide(occurrence: Occurrence, context: Context) -> Decision:
    """Return what the first rule says that decides on an occurrence."""
    senses = occurrence.senses
    is_plain = is_settled(occurrence) and not occurrence.wrong_case
    for rule_id, _, rule in PLAIN if is_plain else RULES:
        outcome = rule(occurrence, senses, context)
        if isinstance(outcome, Verdict):
            return _decision(occurrence, rule_id, outcome)
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
