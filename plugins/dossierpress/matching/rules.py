"""The linking rules, one function each, in the order in which they are asked.

A rule looks at an occurrence, the senses that are still possible and the article as a whole. It
returns a verdict, or the senses that remain for the rules after it. The first line of a rule's
docstring is its public name, the rest its explanation.
"""

from collections.abc import Callable
from typing import NamedTuple

from dossierpress.matching.context import Context
from dossierpress.matching.metonyms import acts
from dossierpress.matching.occurrences import Occurrence
from dossierpress.matching.senses import Sense, Senses
from dossierpress.model import EntityId, Strength


class Verdict(NamedTuple):
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
    return Verdict(f'"{occurrence.surface}" stands under not: of {occurrence.not_of}')


def case(occurrence: Occurrence, senses: Senses, context: Context) -> Verdict | Senses:
    """Capitals as the alias demands.

    `cap` (the default) wants a capital where the alias has one, and all capitals where the alias
    is an acronym of two or three letters; `acronym` wants all capitals, `exact` the alias as
    written, `any` nothing. "US" is not "us". Where a sentence begins, a capital says nothing: a
    word that the article also writes small, a function word or a month is not linked there, unless
    its entity is named elsewhere in the article; nor is a month that is part of a date.

    Of the wrong case only texts that somebody wrote into the registry are reported, and no
    function words but "us": "is" is no Islamic State, and nobody asks.
    """
    if occurrence.wrong_case:
        wanted = senses[0].alias
        return Verdict(f'"{wanted.text}" must stand in case {wanted.case}')
    if not senses or not occurrence.is_one_word or not senses.rests_on_capital:
        return senses
    if context.capitals.is_date(occurrence):
        return Verdict("it is part of a date")
    if not context.capitals.is_ordinary(occurrence):
        return senses
    return _named(senses, context) or Verdict("it begins a sentence and may be an ordinary word")


def dated_alias(occurrence: Occurrence, senses: Senses, context: Context) -> Verdict | Senses:
    """A name in its time.

    An alias with `from:` or `until:` counts only in articles whose date may lie between the two.
    The article's date is `published:`, else `modified:`; in an article without a date the alias
    counts.
    """
    kept = senses.only(lambda sense: context.is_in_time(sense.alias)) if senses.is_dated else senses
    if kept or not senses:
        return kept
    return Verdict(f'"{senses[0].alias.text}" was not its name at the date of the article')


def touching_capital(occurrence: Occurrence, senses: Senses, context: Context) -> Verdict | Senses:
    """A name inside a longer name is no mention.

    A one-word hit that touches another capitalised word ("Jordan Henderson") is not linked, nor is
    a place that ends a longer name ("Bank of Japan"), nor a place or person of several words
    before a word that makes another name of it ("New York Times"). Function words, titles, days,
    possessives ("Turkey's Erdogan"), the end of a sentence and other mentions do not count; a
    demonym may touch the word that it describes ("Iranian Foreign Ministry"). Two single words
    are one name where one of them is a person's, or one a place and one an organization
    ("Chelsea Clinton").

    Where the article has a longer name that ends in the word ("Michael Jordan"), the word alone is
    not linked either, unless it follows a preposition of place ("in Jordan").

    In a headline whose words all begin with a capital a one-word hit is linked only where its
    entity is named elsewhere in the article, an acronym always. In a line of capitals an acronym
    beside other words, and a name that touches one, need that support.
    """
    if not senses:
        return senses
    if not occurrence.is_one_word:
        word = context.longer.touched(occurrence)
        return Verdict(f'it touches "{word}"') if word else senses
    reason = context.capitals.say_nothing(occurrence)
    if reason:
        return _named(senses, context) or Verdict(reason)
    word = context.longer.touched(occurrence)
    if word:
        return Verdict(f'it touches "{word}"')
    longer = None if senses[0].derived else context.longer.borne_by_another(occurrence)
    if longer:
        return _named(senses, context) or Verdict(f'the article names "{longer}"')
    return senses


def needs(_: Occurrence, senses: Senses, context: Context) -> Verdict | Senses:
    """Words that must stand in the article.

    An alias with `needs:` counts only where all of these words or entities stand in the article.
    """
    if not senses.has_needs:
        return senses
    kept = senses.only(lambda sense: all(context.stands(need) for need in sense.alias.needs))
    if kept:
        return kept
    missing = [need for need in senses[0].alias.needs if not context.stands(need)]
    return Verdict(f"the article lacks {', '.join(missing)}")


def weak_alias(_: Occurrence, senses: Senses, context: Context) -> Verdict | Senses:
    """A weak alias needs support.

    A surname alone, and any alias that the registry calls weak, links only where its entity is
    named by a strong alias somewhere in the article, or where its `needs:` stand there. A surname
    behind the office of its one bearer ("President Rouhani") counts as such a name, where the
    registry's description of the person names that office.
    """
    if not senses.is_weak:
        return senses
    kept = senses.only(lambda sense: _is_supported(sense, context))
    if kept or senses.has_default:
        return kept or senses
    names = ", ".join(senses.entities)
    return Verdict(f"the article does not name {names} in full")


def shared_alias(occurrence: Occurrence, senses: Senses, context: Context) -> Verdict | Senses:
    """An alias of several entities.

    It links where exactly one of them is strongly named in the article by another name, else
    to the one for which the registry says `default: true`, else not at all. A capital stands
    for its government only where it acts: before a possessive or a verb ("Tehran's strategy",
    "Washington quietly ruled out", "Tehran was testing"); elsewhere it is the city, as before what
    only a city has ("Tehran's streets"), behind "in", and where it merely "saw" things happen.
    """
    if senses.is_seat and not acts(occurrence):
        senses = senses.places
        if len(senses.entities) == 1:
            evidence = "no possessive or verb after it makes it a government"
            return Verdict(evidence, senses[0].entity, senses[0])
    if len(senses.entities) == 1 and not _rests_on_default(senses, context):
        return senses
    named = _named(senses, context)
    if len(named.entities) == 1:
        words = context.named[named[0].entity]
        evidence = f"of its meanings only {named[0].entity} is named: {words}"
        return Verdict(evidence, named[0].entity, named[0])
    default = senses.only(lambda sense: sense.alias.default)
    if len(default.entities) == 1:
        return Verdict("the registry's default", default[0].entity, default[0])
    names = ", ".join(senses.entities)
    return Verdict(f"it may mean {names}, and the article does not say which")


def longest_match(_: Occurrence, senses: Senses, context: Context) -> Verdict | Senses:
    """The longest alias that fits.

    Of overlapping hits the longest wins, of equally long ones the first. An alias that no other
    rule had to decide on links by itself.
    """
    if not senses:
        return Verdict("no alias fits")
    return by_alias(senses[0], context)


def by_alias(sense: Sense, context: Context) -> Verdict:
    """Link by an alias alone, or by what supports it."""
    alias = f'the alias "{sense.alias.text}"'
    if sense.alias.strength is not Strength.WEAK:
        return Verdict(alias, sense.entity, sense)
    support = context.named.get(sense.entity) or f"needs: {', '.join(sense.alias.needs)}"
    return Verdict(f"{alias}, supported by {support}", sense.entity, sense)


Rule = Callable[[Occurrence, Senses, Context], Verdict | Senses]

Rules = tuple[tuple[str, int, Rule], ...]

RULES: Rules = (
    ("override", 1, override),
    ("not-text", 2, not_text),
    ("case", 3, case),
    ("dated-alias", 7, dated_alias),
    ("touching-capital", 6, touching_capital),
    ("needs", 7, needs),
    ("weak-alias", 4, weak_alias),
    ("shared-alias", 5, shared_alias),
    ("longest-match", 2, longest_match),
)
"""Id, number in the order of the documentation, function; in the order of asking."""

BESIDE = tuple(row for row in RULES if row[2] in (case, touching_capital))
"""The rules that look beside a text, and may decide where it has one sense without support."""
MEANING = tuple(
    row for row in RULES
    if row[2] in (dated_alias, needs, weak_alias, shared_alias, longest_match)
)  # fmt: skip
"""The rules that may decide where nothing stands beside a text."""


def _named(senses: Senses, context: Context) -> Senses:
    """Return the senses whose entity is strongly named in the article."""
    return senses.only(lambda sense: sense.entity in context.named)


def _is_supported(sense: Sense, context: Context) -> bool:
    weak = sense.alias.strength is Strength.WEAK
    return not weak or bool(sense.alias.needs) or sense.entity in context.named


def _rests_on_default(senses: Senses, context: Context) -> bool:
    return senses.has_default and any(
        sense.alias.default and not _is_supported(sense, context) for sense in senses
    )
