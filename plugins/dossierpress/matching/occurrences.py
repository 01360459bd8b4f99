"""Chooses among overlapping hits (rules 2 and 3): the spans that the later rules decide on."""

from collections.abc import Sequence
from typing import NamedTuple

from dossierpress.matching.case import agrees
from dossierpress.matching.hits import Hit, find_hits, find_override
from dossierpress.matching.lexicon import Lexicon, Sense
from dossierpress.matching.words import UNREMARKABLE
from dossierpress.model import Article, CaseRule, EntityId, LinkOverride
from dossierpress.text.prose import Prose


class Occurrence(NamedTuple):
    """A span that may mean one of its senses.

    Attributes:
        override: the article's own word on it.
        not_of: the entity whose `not:` says that this text is something else.
        wrong_case: whether every sense was refused by its case rule.
    """

    prose: Prose
    hit: Hit
    senses: tuple[Sense, ...]
    override: LinkOverride | None = None
    not_of: EntityId | None = None
    wrong_case: bool = False

    @property
    def is_one_word(self) -> bool:
        """Whether the text is a single word."""
        return " " not in self.hit.key


class Found(NamedTuple):
    """What stands in an article.

    Attributes:
        occurrences: in reading order, without overlaps.
        small: the folded words that stand in the wrong case in the body: ordinary words, perhaps.
    """

    occurrences: tuple[Occurrence, ...]
    small: frozenset[str]


def find_occurrences(article: Article, proses: Sequence[Prose], lexicon: Lexicon) -> Found:
    """Return the occurrences of an article.

    Longest match: of hits that overlap the longest wins ("Gulf of Oman" over "the Gulf"), of
    equally long ones the first. A text of `links:` or `not:` gives way only to a hit that holds
    all of it: "the Gulf" does not reach into "Gulf War". Hits of the wrong case win nothing; they
    are kept where no other hit stands, so that the abstention can be explained, but not where
    nobody would ask: a function word ("is" for IS) or a surname that we derived ("brown").
    """
    found: list[Occurrence] = []
    small: set[str] = set()
    for prose in proses:
        fitting, wrong = _candidates(article, prose, lexicon)
        chosen = _longest(_uncrossed(fitting))
        if wrong:
            if prose.is_body:
                small.update(occurrence.hit.key for occurrence in wrong)
            asked = [o for o in wrong if _is_remarkable(o)]
            chosen = sorted([*chosen, *_beside(chosen, asked)], key=_place)
        found.extend(chosen)
    return Found(tuple(found), frozenset(small))


def _candidates(
    article: Article, prose: Prose, lexicon: Lexicon
) -> tuple[list[Occurrence], list[Occurrence]]:
    """Return the hits that fit and those of the wrong case."""
    fitting: list[Occurrence] = []
    wrong: list[Occurrence] = []
    senses_of, not_texts = lexicon.senses, lexicon.not_texts
    overridden: set[tuple[int, int]] = set()
    for override in lexicon.known(article.links):
        for hit in find_override(prose, override):
            if agrees(hit.surface, override.text, CaseRule.CAP):
                overridden.add((hit.start, hit.end))
                senses = senses_of.get(hit.key, ())
                fitting.append(Occurrence(prose, hit, senses, override))
    for hit in find_hits(prose, lexicon):
        if overridden and (hit.start, hit.end) in overridden:
            continue
        key, _, _, surface = hit
        senses = senses_of.get(key, ())
        kept = tuple([s for s in senses if agrees(surface, s.alias.text, s.alias.case)])
        not_of = not_texts.get(key) if not_texts else None
        if kept:
            fitting.append(Occurrence(prose, hit, kept))
        elif not_of:
            fitting.append(Occurrence(prose, hit, (), None, not_of))
        else:
            wrong.append(Occurrence(prose, hit, senses, None, None, True))
    return fitting, wrong


def _uncrossed(occurrences: list[Occurrence]) -> list[Occurrence]:
    """Leave out the hits that overlap a text of `links:` or `not:` in part."""
    fixed = [(o.hit.start, o.hit.end) for o in occurrences if o.override or o.not_of]
    if not fixed:
        return occurrences
    return [
        o
        for o in occurrences
        if o.override
        or not any(
            o.hit.start < start < o.hit.end < end or start < o.hit.start < end < o.hit.end
            for start, end in fixed
        )
    ]


def _longest(occurrences: list[Occurrence]) -> list[Occurrence]:
    """Choose the longest hits of each group that overlap, in reading order."""
    chosen: list[Occurrence] = []
    group: list[Occurrence] = []
    end = 0
    for occurrence in sorted(occurrences, key=_place):
        if group and occurrence.hit.start >= end:
            chosen.extend(group if len(group) == 1 else _longest_of(group))
            group = []
        group.append(occurrence)
        end = max(end, occurrence.hit.end) if len(group) > 1 else occurrence.hit.end
    chosen.extend(_longest_of(group))
    return chosen


def _longest_of(group: list[Occurrence]) -> list[Occurrence]:
    """Choose the longest of a few hits, then the longest that overlaps none of the chosen."""
    chosen: list[Occurrence] = []
    for occurrence in sorted(group, key=lambda o: (o.hit.start - o.hit.end, o.hit.start)):
        chosen.extend(_beside(chosen, [occurrence]))
    return sorted(chosen, key=_place)


def _beside(chosen: Sequence[Occurrence], others: list[Occurrence]) -> list[Occurrence]:
    """Return those of `others`, the longest first, that overlap neither `chosen` nor each other."""
    taken = {place for o in chosen for place in range(o.hit.start, o.hit.end)}
    kept: list[Occurrence] = []
    for occurrence in sorted(others, key=lambda o: (o.hit.start - o.hit.end, o.hit.start)):
        places = range(occurrence.hit.start, occurrence.hit.end)
        if taken.isdisjoint(places):
            taken.update(places)
            kept.append(occurrence)
    return kept


def _place(occurrence: Occurrence) -> tuple[int, int]:
    return occurrence.hit.start, occurrence.hit.end


def _is_remarkable(occurrence: Occurrence) -> bool:
    if occurrence.hit.key in UNREMARKABLE:
        return any(sense.alias.case is CaseRule.EXACT for sense in occurrence.senses)
    return not all(sense.derived for sense in occurrence.senses)
