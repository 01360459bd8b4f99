"""The linking rules, one function each, in the order in which they are asked.

A rule looks at an occurrence, the senses that are still possible and the article as a whole. It
returns a verdict, or the senses that remain for the rules after it. The first line of a rule's
docstring is its public name, the rest its explanation.
"""

from collections.abc import Callable
from dataclasses import dataclass

from dossierpress.matching.context import Context
from dossierpress.matching.lexicon import Sense
from dossierpress.matching.occurrences import Occurrence
from dossierpress.model import EntityId, Strength, Use

Senses = tuple[Sense, ...]


@dataclass(frozen=True)
class Verdict:
    """What a rule decided; a sense of None, with no entity, is an abstention."""

    evidence: str
    entity: EntityId | None = None
    sense: Sense | None = None


def override(occurrence: Occurrence, senses: Senses, _: Context) -> Verdict | Senses:
    """The article's own word wins.

    `links:` in the article's front matter names the entity that a text means there, or `none`.
    """
    word = occurrence.override
    if word is None:
        return senses
    if word.entity is None:
        return Verdict("the article's links: says none")
    return Verdict(f"the article's links: says {word.entity}", word.entity)


def not_text(occurrence: Occurrence, senses: Senses, _: Context) -> Verdict | Senses:
    """A text that is something else.

    A `not:` text of the registry contains an alias and means something else; it consumes its
    span and links nothing.
    """
    if occurrence.not_of is None:
        return senses
    return Verdict(f'"{occurrence.hit.surface}" stands under not: of {occurrence.not_of}')


def case(occurrence: Occurrence, senses: Senses, _: Context) -> Verdict | Senses:
    """Capitals as the alias demands.

    `cap` (the default) wants a capital where the alias has one, `acronym` all capitals, `exact`
    the alias as written, `any` nothing. "US" is not "us".
    """
    if not occurrence.wrong_case:
        return senses
    wanted = senses[0].alias
    return Verdict(f'"{wanted.text}" must stand in case {wanted.case}')


def touching_capital(occurrence: Occurrence, senses: Senses, context: Context) -> Verdict | Senses:
    """A lone word inside a longer name is no mention.

    A one-word hit that touches another capitalised word ("Jordan Henderson") is not linked.
    Function words, titles, days and words of other mentions do not count; a demonym may touch
    the word that it describes ("Iranian Foreign Ministry"), and a possessive ends the name
    ("Iran's Guardian Council"). In a headline whose words all begin
    with a capital the hit is linked only where the entity is named elsewhere in the article.
    """
    if not senses:
        return senses
    if occurrence.is_one_word and context.is_headline_case(occurrence.prose):
        named = tuple(sense for sense in senses if sense.entity in context.named)
        return named or Verdict("every word of the headline has a capital")
    word = context.touches(occurrence, senses[0].alias.use)
    return Verdict(f'it touches "{word}"') if word else senses


def needs(_: Occurrence, senses: Senses, context: Context) -> Verdict | Senses:
    """Words that must stand in the article.

    An alias with `needs:` counts only where all of these words or entities stand in the article.
    """
    kept = tuple(s for s in senses if all(context.stands(need) for need in s.alias.needs))
    if kept or not senses:
        return kept
    missing = [need for need in senses[0].alias.needs if not context.stands(need)]
    return Verdict(f"the article lacks {', '.join(missing)}")


def weak_alias(_: Occurrence, senses: Senses, context: Context) -> Verdict | Senses:
    """A weak alias needs support.

    A surname alone, and any alias that the registry calls weak, links only where its entity is
    named by a strong alias somewhere in the article, or where its `needs:` stand there.
    """
    kept = tuple(sense for sense in senses if _is_supported(sense, context))
    if kept or any(sense.alias.default for sense in senses):
        return kept or senses
    names = ", ".join(_entities(senses))
    return Verdict(f"the article does not name {names} in full")


def shared_alias(occurrence: Occurrence, senses: Senses, context: Context) -> Verdict | Senses:
    """An alias of several entities.

    It links where exactly one of them is strongly named in the article by another name, else
    to the one for which the registry says `default: true`, else not at all. A capital stands
    for its government only where it acts: before a possessive or a verb ("Tehran's strategy",
    "Washington ruled out"); elsewhere it is the city.
    """
    places = tuple(sense for sense in senses if sense.alias.use is not Use.METONYM)
    if places and len(places) < len(senses) and not context.acts(occurrence):
        senses = places
        if len(_entities(places)) == 1:
            evidence = "no possessive or verb after it makes it a government"
            return Verdict(evidence, places[0].entity, places[0])
    if len(_entities(senses)) == 1 and not _rests_on_default(senses, context):
        return senses
    named = tuple(sense for sense in senses if sense.entity in context.named)
    if len(_entities(named)) == 1:
        words = context.named[named[0].entity]
        evidence = f"of its meanings only {named[0].entity} is named: {words}"
        return Verdict(evidence, named[0].entity, named[0])
    default = tuple(sense for sense in senses if sense.alias.default)
    if len(_entities(default)) == 1:
        return Verdict("the registry's default", default[0].entity, default[0])
    names = ", ".join(_entities(senses))
    return Verdict(f"it may mean {names}, and the article does not say which")


def longest_match(_: Occurrence, senses: Senses, context: Context) -> Verdict | Senses:
    """The longest alias that fits.

    Of overlapping hits the longest wins, of equally long ones the first. An alias that no other
    rule had to decide on links by itself.
    """
    if not senses:
        return Verdict("no alias fits")
    sense = senses[0]
    alias = f'the alias "{sense.alias.text}"'
    if sense.alias.strength is not Strength.WEAK:
        return Verdict(alias, sense.entity, sense)
    support = context.named.get(sense.entity) or f"needs: {', '.join(sense.alias.needs)}"
    return Verdict(f"{alias}, supported by {support}", sense.entity, sense)


Rule = Callable[[Occurrence, Senses, Context], Verdict | Senses]

RULES: tuple[tuple[str, int, Rule], ...] = (
    ("override", 1, override),
    ("not-text", 2, not_text),
    ("case", 3, case),
    ("touching-capital", 6, touching_capital),
    ("needs", 7, needs),
    ("weak-alias", 4, weak_alias),
    ("shared-alias", 5, shared_alias),
    ("longest-match", 2, longest_match),
)
"""Id, number in the order of the documentation, function; in the order of asking."""


def _is_supported(sense: Sense, context: Context) -> bool:
    weak = sense.alias.strength is Strength.WEAK
    return not weak or bool(sense.alias.needs) or sense.entity in context.named


def _rests_on_default(senses: Senses, context: Context) -> bool:
    return any(sense.alias.default and not _is_supported(sense, context) for sense in senses)


def _entities(senses: Senses) -> list[EntityId]:
    return sorted({sense.entity for sense in senses})
