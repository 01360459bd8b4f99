"""Chooses among overlapping hits (rules 2 and 3): the spans that the later rules decide on."""

from bisect import bisect_right
from collections.abc import Sequence
from operator import attrgetter
from typing import NamedTuple

from dossierpress.matching.case import agrees
from dossierpress.matching.hits import find_hits, find_override
from dossierpress.matching.lexicon import Lexicon
from dossierpress.matching.senses import NO_SENSES, Senses
from dossierpress.model import Article, CaseRule, EntityId, LinkOverride
from dossierpress.text.prose import Prose


class Occurrence(NamedTuple):
    """A span that may mean one of its senses; offsets are those of the field.

    Attributes:
        key: the folded text.
        override: the article's own word on it.
        not_of: the entity whose `not:` says that this text is something else.
        wrong_case: whether every sense was refused by its case rule.
    """

    prose: Prose
    key: str
    start: int
    end: int
    surface: str
    senses: Senses
    override: LinkOverride | None = None
    not_of: EntityId | None = None
    wrong_case: bool = False

    @property
    def is_special(self) -> bool:
        """Whether the article, a `not:` text or its capitals decide on it alone."""
        return self.wrong_case or self.override is not None or self.not_of is not None

    @property
    def is_one_word(self) -> bool:
        """Whether the text is a single word."""
        return " " not in self.key


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
        fitting, wrong = _candidates(article, prose, lexicon, small)
        chosen = _longest(_uncrossed(fitting))
        if wrong:
            chosen += _beside(chosen, wrong)
            chosen.sort(key=_START)
        found.extend(chosen)
    return Found(tuple(found), frozenset(small))


_START = attrgetter("start")


def _candidates(
    article: Article, prose: Prose, lexicon: Lexicon, small: set[str]
) -> tuple[list[Occurrence], list[Occurrence]]:
    """Return the hits that fit and those of the wrong case that are worth reporting.

    The texts of the wrong case in a body are added to `small`. This is the loop in which most of
    the time is spent: nothing is made for a hit before it is known to be wanted.
    """
    fitting: list[Occurrence] = []
    wrong: list[Occurrence] = []
    overridden: set[tuple[int, int]] = set()
    for override in lexicon.known(article.links):
        for key, start, end, surface in find_override(prose, override):
            if agrees(surface, override.text, CaseRule.CAP):
                overridden.add((start, end))
                senses = lexicon.senses.get(key, NO_SENSES)
                fitting.append(Occurrence(prose, key, start, end, surface, senses, override))
    readings, is_body = lexicon.readings, prose.is_body
    for key, start, end, surface in find_hits(prose, lexicon):
        senses, other, refused = readings.get((key, surface)) or lexicon.read(key, surface)
        if senses:
            fitting.append(Occurrence(prose, key, start, end, surface, senses))
        elif other:
            fitting.append(Occurrence(prose, key, start, end, surface, NO_SENSES, not_of=other))
        else:
            if is_body:
                small.add(key)
            if refused:
                wrong.append(Occurrence(prose, key, start, end, surface, refused, wrong_case=True))
    if overridden:
        fitting = [o for o in fitting if o.override or (o.start, o.end) not in overridden]
        wrong = [o for o in wrong if (o.start, o.end) not in overridden]
    return fitting, wrong


def _uncrossed(occurrences: list[Occurrence]) -> list[Occurrence]:
    """Leave out the hits that overlap a text of `links:` or `not:` in part."""
    fixed = [(o.start, o.end) for o in occurrences if o.override or o.not_of]
    if not fixed:
        return occurrences
    return [
        o
        for o in occurrences
        if o.override
        or not any(
            o.start < start < o.end < end or start < o.start < end < o.end for start, end in fixed
        )
    ]


def _longest(occurrences: list[Occurrence]) -> list[Occurrence]:
    """Choose the longest hits of each group that overlap, in reading order."""
    chosen: list[Occurrence] = []
    group: list[Occurrence] = []
    end = 0
    occurrences.sort(key=_START)
    for occurrence in occurrences:
        if occurrence.start >= end:
            chosen += group if len(group) < 2 else _longest_of(group, end)
            group = [occurrence]
            end = occurrence.end
        else:
            group.append(occurrence)
            end = max(end, occurrence.end)
    chosen += group if len(group) < 2 else _longest_of(group, end)
    return chosen


def _longest_of(group: list[Occurrence], end: int) -> list[Occurrence]:
    """Choose the longest of the hits that overlap, then the longest beside it, and so on."""
    first = max(group, key=_length)
    if first.start == group[0].start and first.end == end:
        return [first]
    return sorted(_beside([], group), key=_START)


def _beside(chosen: Sequence[Occurrence], others: list[Occurrence]) -> list[Occurrence]:
    """Return those of `others`, the longest first, that overlap neither `chosen` nor each other.

    `chosen` must be in reading order and free of overlaps.
    """
    starts, ends = [o.start for o in chosen], [o.end for o in chosen]
    kept: list[Occurrence] = []
    for occurrence in sorted(others, key=lambda o: (o.start - o.end, o.start)):
        start, end = occurrence.start, occurrence.end
        place = bisect_right(starts, start)
        is_free_before = place == 0 or ends[place - 1] <= start
        if is_free_before and (place == len(starts) or end <= starts[place]):
            starts.insert(place, start)
            ends.insert(place, end)
            kept.append(occurrence)
    return kept


def _length(occurrence: Occurrence) -> int:
    return occurrence.end - occurrence.start
