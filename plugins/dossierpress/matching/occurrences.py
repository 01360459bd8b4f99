"""Chooses among overlapping hits (rules 2 and 3): the spans that the later rules decide on."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dossierpress.matching.case import agrees
from dossierpress.matching.hits import Hit, find_hits, find_override
from dossierpress.matching.lexicon import Lexicon, Sense
from dossierpress.model import Article, CaseRule, EntityId, LinkOverride
from dossierpress.text.prose import Prose


@dataclass(frozen=True)
class Occurrence:
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


def find_occurrences(
    article: Article, proses: Sequence[Prose], lexicon: Lexicon
) -> tuple[Occurrence, ...]:
    """Return the occurrences of an article in reading order, without overlaps.

    Longest match: of hits that overlap the longest wins ("Gulf of Oman" over "the Gulf"), of
    equally long ones the first. A text of `links:` or `not:` gives way only to a hit that holds
    all of it: "the Gulf" does not reach into "Gulf War". Hits of the wrong case win nothing; they
    are kept where no other hit stands, so that the abstention can be explained.
    """
    found: list[Occurrence] = []
    for prose in proses:
        candidates = _uncrossed(list(_candidates(article, prose, lexicon)))
        taken: set[int] = set()
        chosen = _longest([c for c in candidates if not c.wrong_case], taken)
        chosen += _longest([c for c in candidates if c.wrong_case], taken)
        found.extend(sorted(chosen, key=lambda occurrence: occurrence.hit.start))
    return tuple(found)


def _candidates(article: Article, prose: Prose, lexicon: Lexicon) -> Iterable[Occurrence]:
    overridden: set[tuple[int, int]] = set()
    for override in lexicon.known(article.links):
        for hit in find_override(prose, override):
            if agrees(hit.surface, override.text, CaseRule.CAP):
                overridden.add((hit.start, hit.end))
                yield Occurrence(prose, hit, lexicon.senses.get(hit.key, ()), override=override)
    for hit in find_hits(prose, lexicon):
        if (hit.start, hit.end) in overridden:
            continue
        senses = lexicon.senses.get(hit.key, ())
        fitting = tuple(s for s in senses if agrees(hit.surface, s.alias.text, s.alias.case))
        not_of = lexicon.not_texts.get(hit.key)
        if fitting or not_of:
            yield Occurrence(prose, hit, fitting, not_of=None if fitting else not_of)
        else:
            yield Occurrence(prose, hit, senses, wrong_case=True)


def _uncrossed(occurrences: list[Occurrence]) -> list[Occurrence]:
    """Leave out the hits that overlap a text of `links:` or `not:` in part."""
    fixed = [(o.hit.start, o.hit.end) for o in occurrences if o.override or o.not_of]
    return [
        o
        for o in occurrences
        if o.override
        or not any(
            o.hit.start < start < o.hit.end < end or start < o.hit.start < end < o.hit.end
            for start, end in fixed
        )
    ]


def _longest(occurrences: list[Occurrence], taken: set[int]) -> list[Occurrence]:
    """Choose the longest hits that lie on no position already `taken`, and take theirs."""
    chosen: list[Occurrence] = []
    for occurrence in sorted(occurrences, key=lambda o: (o.hit.start - o.hit.end, o.hit.start)):
        positions = range(occurrence.hit.start, occurrence.hit.end)
        if taken.isdisjoint(positions):
            taken.update(positions)
            chosen.append(occurrence)
    return chosen
