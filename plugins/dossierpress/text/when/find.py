"""Finds the datings of an article: its texts in, every dating out, in reading order.

The anchor is the article's own date: published, else modified. A rule that needs a day is asked
for the first and for the last day that the anchor may mean; where the two answers differ, the
words are not resolved.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import chain

from dossierpress.edtf import When, parse_when
from dossierpress.model import Article
from dossierpress.text.prose import Prose, prose_of
from dossierpress.text.when.cues import Cue, places
from dossierpress.text.when.dating import Dating, Moment, Precision, Result, Status
from dossierpress.text.when.patterns import (
    AHEAD,
    FORMS,
    NAME_GOES_ON,
    NOT_A_WEEKDAY,
    NOT_THE_MONTH,
    REPORTED,
)
from dossierpress.text.when.rules import RULES, Rule, rule_id

FIELDS = ("title", "subtitle", "standfirst", "body")
"""The texts whose words count from the article's date; a curator's summary has its own time."""
EITHER_WAY = frozenset({"weekday", "day-of-month", "month", "season"})
"""The rules that look for the latest such time, or for the next where the sentence says so."""
_SAYING = re.compile(r"[;:]|\b(?:said|says|told|announced|reported)\b")
_NOWHERE = date(2000, 6, 15)
"""Stands for the anchor where there is none, for rules that do not look at it."""

_FORMS_OF = {
    cue: [
        (order, rule, pattern)
        for order, rule in enumerate(RULES)
        for need, pattern in FORMS[rule_id(rule)]
        if need is cue
    ]
    for cue in Cue
}
"""By cue, the forms that cannot do without it, each with its rule and that rule's order."""

Hit = tuple[int, int, int, Rule, dict[str, str]]


def datings_of(article: Article) -> tuple[Dating, ...]:
    """Return the datings of an article's texts."""
    name = "published" if article.published else "modified"
    found: list[Dating] = []
    for prose in prose_of(article):
        if prose.field.name in FIELDS:
            found += datings(prose, article.date, name)
    return tuple(found)


def datings(prose: Prose, anchor: When | None, anchor_name: str) -> tuple[Dating, ...]:
    """Return the datings of one text.

    Args:
        prose: the text.
        anchor: when it was published; None where that is not known.
        anchor_name: the field that says so.
    """
    text = prose.masked.text
    return tuple(
        _dating(prose, start, end, rule, words, anchor, anchor_name)
        for start, end, _, rule, words in _longest(_hits(text))
    )


def _hits(text: str) -> Iterator[Hit]:
    for cue, spans in places(text).items():
        for order, rule, pattern in _FORMS_OF[cue]:
            for match in chain.from_iterable(pattern.finditer(text, *span) for span in spans):
                if _is_meant(rule_id(rule), text, match):
                    words = {k: re.sub(r"\s+", " ", v) for k, v in match.groupdict().items() if v}
                    yield match.start(), match.start() + len(match[0].rstrip()), order, rule, words


def _is_meant(rule: str, text: str, match: re.Match[str]) -> bool:
    """Whether a weekday or month is one, and not part of a name or a custom."""
    if rule == "month":
        return NOT_THE_MONTH.fullmatch(match[0]) is None
    if rule != "weekday":
        return True
    before = NOT_A_WEEKDAY.search(text[max(0, match.start() - 12) : match.start()])
    return before is None and NAME_GOES_ON.match(text, match.end()) is None


def _longest(hits: Iterator[Hit]) -> list[Hit]:
    """Of readings that overlap: the one that begins first, the longest, the first rule."""
    kept: list[Hit] = []
    for hit in sorted(hits, key=lambda hit: (hit[0], -hit[1], hit[2])):
        if not kept or hit[0] >= kept[-1][1]:
            kept.append(hit)
        elif hit[1] > kept[-1][1] and hit[1] - hit[0] > kept[-1][1] - kept[-1][0]:
            kept[-1] = hit
    return kept


def _dating(
    prose: Prose, start: int, end: int, rule: Rule, words: dict[str, str],
    anchor: When | None, anchor_name: str,
) -> Dating:  # fmt: skip
    sentence = prose.sentence_at(start)
    before, after = prose.masked.text[sentence[0] : start], prose.masked.text[end : sentence[1]]
    ahead, unsure = _tense(before, after)
    reported = REPORTED.search(before) is not None
    days = (anchor.earliest, anchor.latest) if anchor else (_NOWHERE,)
    results = [_resolved(rule, words, Moment(day, ahead, reported)) for day in days]
    result = results[0]
    if unsure and rule_id(rule) in EITHER_WAY and result.relative:
        result = _marked(result)
    if result.relative and anchor is None and result.value is not None:
        result = Result(
            None, result.precision, reason="nothing says when the article was published"
        )
    elif any(other.value != results[0].value for other in results):
        reason = f"{anchor.text if anchor else ''} is too long a time to count from"
        result = Result(None, result.precision, reason=reason)
    against = (
        f"{anchor_name} {anchor.text}" if anchor and result.relative and result.value else None
    )
    return Dating(
        prose.field.name, start, end, prose.field.text[start:end], result.value, result.precision,
        _status(result), rule_id(rule), against, result.reason,
    )  # fmt: skip


def _resolved(rule: Rule, words: dict[str, str], moment: Moment) -> Result:
    """Ask a rule; a count that leaves the calendar has no value."""
    try:
        result = rule(words, moment)
        if result.value is not None:
            parse_when(result.value)
    except (ValueError, OverflowError):
        return Result(None, Precision.SPAN, False, "the calendar has no such time")
    return result


def _status(result: Result) -> Status:
    if result.value is None:
        return Status.UNANCHORED if result.relative else Status.AMBIGUOUS
    return Status.RESOLVED if result.relative else Status.EXACT


def _tense(before: str, after: str) -> tuple[bool, bool]:
    """Whether the words speak of what is to come, and whether that cannot be told.

    Args:
        before: the sentence up to the words.
        after: the rest of it, which counts where the words open the sentence.
    """
    if not re.search(r"\w", before):
        return AHEAD.search(_SAYING.split(after)[0][:80]) is not None, False
    said = _SAYING.split(before)[-1]
    ahead = AHEAD.search(said.rpartition(",")[2]) is not None
    return ahead, not ahead and AHEAD.search(said) is not None


def _marked(result: Result) -> Result:
    """Mark a value as uncertain, where it is not marked already."""
    if result.value is None or result.value[-1] in "~?":
        return result
    return replace(result, value=f"{result.value}?", reason="before the article, or after it")
