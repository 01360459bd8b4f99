"""Turns a run of capitalised words into the names in it.

A run such as "Yesterday Acting Foreign Minister Abbas Araghchi of Iran" is cut at connectors that
join nothing, freed of words that are capitalised for another reason, and of offices before a
person.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from dossierpress.matching.candidates.lists import (
    ALONE,
    DEPARTMENTS,
    GROUPS,
    HEAD_WORDS,
    HEADS,
    OFFICES,
)
from dossierpress.matching.candidates.truecase import CaseCounts
from dossierpress.matching.candidates.words import LINKS, Word, is_upper
from dossierpress.matching.words import CALENDAR, FUNCTION_WORDS

Words = tuple[Word, ...]
_LONGEST_ACRONYM = 6
INFLECTED = ("ing", "ed", "ly")
"""Endings of words that a sentence may well begin with."""
_FOR_AND_ON = LINKS - {"of"}
_CLOCK = CALENDAR | frozenset("a.m. am bst cet edt est gmt p.m. pm pdt pst utc".split())
_COMPASS = frozenset("new north south east west northern southern eastern western".split())
_JOINING = HEAD_WORDS | {"conference", "strait", "port", "office", "secretariat", "house"}


@dataclass(frozen=True, slots=True)
class Piece:
    """The words of one name, and whether an office or a form of address stood before them."""

    words: Words
    is_titled: bool = False


def settle(run: Words, counts: CaseCounts) -> Iterator[Piece]:
    """Yield the names of a run, in order."""
    for part in _cut(run, counts):
        words = _trim(_without_beginning(part, counts), counts)
        name = _without_office(words, counts)
        kept = _trim(name, counts)
        if kept and not _is_shouting(kept, counts):
            index = words.index(kept[0])
            yield Piece(kept, index > 0 and words[index - 1].key in OFFICES)


def _cut(run: Words, counts: CaseCounts) -> Iterator[Words]:
    """Cut a run at "of", "for" and "on" where the word before is no head that takes them."""
    start = index = 0
    while index < len(run):
        word = run[index]
        if not word.is_name and word.key in LINKS:
            after = index + 1
            while after < len(run) and not run[after].is_name:
                after += 1
            if not _joins(run[start:index], word.key, counts):
                yield run[start:index]
                start = after
            index = after
        else:
            index += 1
    yield run[start:]


def _joins(before: Words, link: str, counts: CaseCounts) -> bool:
    if not before:
        return False
    head = before[-1].key
    if link in _FOR_AND_ON:
        return head in HEADS["organization"]
    if head in OFFICES:
        return True
    return head in _JOINING or (len(head) > 2 and (counts.lower_share(head) or 0) > 0)


def _without_beginning(words: Words, counts: CaseCounts) -> Words:
    """Drop a first word whose capital only shows that a sentence begins."""
    while words and words[0].begins:
        first = words[0]
        known = counts.lower_share(first.key)
        guess = known is None and len(words) > 1 and first.key.endswith(INFLECTED)
        verb = counts.is_common(first.key) and not _is_phrase(words, counts)
        if first.text.endswith("."):
            return words
        if is_upper(first) and len(first.text) <= _LONGEST_ACRONYM and not verb:
            return words
        if first.key in FUNCTION_WORDS or verb or guess:
            words = _names_first(words[1:])
            continue
        return words
    return words


def _is_phrase(words: Words, counts: CaseCounts) -> bool:
    """Say whether the first two words stand together elsewhere, as "White House" does."""
    if len(words) < 2 or words[0].key in FUNCTION_WORDS:
        return False
    return counts.pairs[f"{words[0].key} {words[1].key}"] > 0


def _names_first(words: Words) -> Words:
    while words and not words[0].is_name:
        words = words[1:]
    return words


def _trim(words: Words, counts: CaseCounts) -> Words:
    """Drop days, months and function words at both ends, and offices at the end."""
    while words and (
        not words[0].is_name
        or words[0].key in _CLOCK
        or (_is_function(words[0]) and not _compass(words))
        or words[0].key.isdigit()
    ):
        words = words[1:]
    while words and (
        not words[-1].is_name
        or words[-1].key in _CLOCK
        or (_is_function(words[-1]) and words[-1].key not in _COMPASS)
        or (len(words) > 1 and words[-1].key in OFFICES)
    ):
        words = words[:-1]
    return words


def _is_function(word: Word) -> bool:
    """Say whether a word is a function word; "US" and an initial are none."""
    return word.key in FUNCTION_WORDS and not is_upper(word)


def _compass(words: Words) -> bool:
    """Say whether a function word begins a name: "South Korea", "New York", "Western Sahara"."""
    return words[0].key in _COMPASS and len(words) > 1 and not words[0].begins


def _without_office(words: Words, counts: CaseCounts) -> Words:
    """Drop an office and all before it where a name follows: "US Secretary of State Pompeo"."""
    offices = [index for index, word in enumerate(words) if word.key in OFFICES and word.is_name]
    for index in reversed(offices):
        rest = words[index + 1 :]
        if rest and not rest[0].is_name:
            rest = _after_department(rest, counts)
        if rest and _is_personal(rest[0], counts):
            return rest
    if offices and all(_is_plain(word, counts) for word in words):
        return () if words[-1].key in OFFICES or _only_of(words) else words
    return words


def _only_of(words: Words) -> bool:
    return words[0].key in OFFICES and any(word.key in LINKS for word in words)


def _after_department(rest: Words, counts: CaseCounts) -> Words:
    """Skip "of State", "for Foreign Affairs"; return what follows."""
    words = _names_first(rest)
    while words and (words[0].key in DEPARTMENTS or _is_plain(words[0], counts)):
        words = words[1:]
    return words


def _is_personal(word: Word, counts: CaseCounts) -> bool:
    return not _is_plain(word, counts) and word.key not in HEAD_WORDS


def _is_plain(word: Word, counts: CaseCounts) -> bool:
    return (
        not word.is_name or word.key in OFFICES or word.key in GROUPS or counts.is_common(word.key)
    )


def _is_shouting(words: Words, counts: CaseCounts) -> bool:
    """Say whether words are common words in capitals, or no name at all when alone."""
    if all(is_upper(word) and _is_loud(word, counts) for word in words):
        return True
    if len(words) > 1:
        return all(word.key in ALONE and counts.is_common(word.key) for word in words) and (
            words[-1].key in OFFICES
        )
    only = words[0]
    return only.key in ALONE or len(only.key.replace(".", "")) < 2


def _is_loud(word: Word, counts: CaseCounts) -> bool:
    return counts.lower[word.key] > counts.upper[word.key] or word.key in FUNCTION_WORDS
