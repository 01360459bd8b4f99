"""A capital for its government: "Tehran said", "Washington ruled out", "the Baghdad government"."""

import re

from dossierpress.matching.neighbours import word_after, word_before
from dossierpress.matching.occurrences import Occurrence
from dossierpress.matching.words import (
    BETWEEN_NAME_AND_VERB,
    GOVERNMENTS,
    METONYM_GERUNDS,
    METONYM_VERBS,
    PARTS_OF_CITIES,
    WHERE_IT_IS,
)

_BE = frozenset(["are", "been", "is", "was", "were"])
_SEES = frozenset(["saw", "see", "sees"])
_AS = re.compile(r"\bas\b")
_MOST_ADVERBS = 2
_NEAR = 3
"""So many words behind a possessive may belong to it: "Baghdad's central Tahrir Square"."""
_CLAUSE = re.compile(r"[.,;:!?\n]")


def acts(occurrence: Occurrence) -> str | None:
    """Return what makes a capital a metonym for its government, if anything does.

    A possessive ("Tehran's strategy", but not "Tehran's streets"), the government itself ("the
    Baghdad government"), or a verb of deciding or saying after it, adverbs between them or not
    ("Washington ruled out", "Tehran has quietly been testing", "Moscow sees it as"). A verb behind
    a capital that something lies in has another subject: "a bomb in Baghdad killed".
    """
    text, end = occurrence.prose.masked.text, occurrence.end
    if text.startswith(("'s", "’s", "ʼs"), end):
        words = _CLAUSE.split(text[end + 2 :], maxsplit=1)[0].split()[:_NEAR]
        is_city = any(word.casefold() in PARTS_OF_CITIES for word in words)
        return None if is_city else text[end : end + 2]
    after = word_after(text, end)
    if after is None or text[end] == "-":
        return None
    if after.text in GOVERNMENTS:
        return after.text
    before = word_before(text, occurrence.start)
    if before is not None and before.text.casefold() in WHERE_IT_IS:
        return None
    words = _CLAUSE.split(text[end + 1 :], maxsplit=1)[0].split()
    return _verb(words)


def _verb(words: list[str]) -> str | None:
    """Return the verb, with what stands before it, that makes these words a deed."""
    at = _after_adverbs(words, 0)
    verb = words[at] if at < len(words) else ""
    if verb in _SEES:
        return verb if _AS.search(" ".join(words[at + 1 :])) else None
    if verb in _BE:
        then = _after_adverbs(words, at + 1)
        is_deed = words[then : then + 1] and words[then] in METONYM_GERUNDS
        return " ".join(words[: then + 1]) if is_deed else None
    is_past = verb.islower() and verb.endswith("ed")
    return " ".join(words[: at + 1]) if verb in METONYM_VERBS or is_past else None


def _after_adverbs(words: list[str], at: int) -> int:
    """Return where the words go on that are no adverbs, of which there may be a few."""
    for step in range(_MOST_ADVERBS):
        word = words[at + step] if at + step < len(words) else ""
        if word not in BETWEEN_NAME_AND_VERB and not (word.islower() and word.endswith("ly")):
            return at + step
    return at + _MOST_ADVERBS
