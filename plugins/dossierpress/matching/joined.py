"""Arabic script: the particles that are written in one word with a name.

Arabic joins "and", "so", "in", "to", "like" and the article to the word that follows: بغداد and
وبغداد, لبغداد; العراق and بالعراق, للعراق. Persian joins its plural, mostly with a zero-width
non-joiner that folding has dropped: موشک and موشک‌ها. What else is joined makes another word:
Persian ی and the Arabic nisba turn a place into a people or a family (تهرانی), so that they stay
for the registry to write.
"""

import re
from collections.abc import Iterable

_ARABIC = re.compile("[\u0620-\u064a\u066e-\u06d3\u06d5\u06fa-\u06ff]")
_ARTICLE = "ال"
_CONTRACTED = "لل"
"""ل and the article."""
_CONJUNCTIONS = ("", "و", "ف")
_PREPOSITIONS = ("", "ب", "ل", "ك")
_BEFORE = frozenset(c + p for c in _CONJUNCTIONS for p in _PREPOSITIONS)
_WITH_ARTICLE = frozenset(
    c + p + _ARTICLE for c in _CONJUNCTIONS for p in ("", "ب", "ك")
) | frozenset(c + _CONTRACTED for c in _CONJUNCTIONS)
_AFTER = frozenset({"", "ها", "هاي"})
_LONGEST = 5
"""No particle is longer than this."""
_SHORTEST = 4
"""A name of fewer letters may be the end of another word, once a letter before it is taken off."""


def may_join(text: str) -> bool:
    """Say whether a folded text begins or ends in Arabic script."""
    return bool(text) and bool(_ARABIC.match(text[0]) or _ARABIC.match(text[-1]))


def contracted(text: str) -> Iterable[str]:
    """Yield what ل makes of a name with the article: للعراق of العراق."""
    if text.startswith(_ARTICLE) and len(text) > _SHORTEST:
        yield _CONTRACTED + text.removeprefix(_ARTICLE)


def is_joined(folded: str, start: int, end: int, text: str) -> bool:
    """Say whether a text at this place is a word of its own, but for joined particles.

    Args:
        folded: the whole text, folded.
        start: where the text begins in it.
        end: where it ends.
        text: the registered text that it stands for.
    """
    before = _letters_before(folded, start)
    after = _letters_after(folded, end)
    if before is None or after not in _AFTER:
        return False
    if folded.startswith(_CONTRACTED, start) and not text.startswith(_CONTRACTED):
        return before in _CONJUNCTIONS
    if not before:
        return not after or len(text) >= _SHORTEST
    if len(text) < _SHORTEST:
        return before == "و" and not after and len(text) == _SHORTEST - 1
    if before in _BEFORE:
        return True
    return before in _WITH_ARTICLE and " " not in text and not text.startswith(_ARTICLE)


def _letters_before(folded: str, start: int) -> str | None:
    """Return the letters of the same word before a place; None where they are too many."""
    first = start
    while first and folded[first - 1].isalnum():
        first -= 1
        if start - first > _LONGEST:
            return None
    return folded[first:start]


def _letters_after(folded: str, end: int) -> str | None:
    last = end
    while last < len(folded) and folded[last].isalnum():
        last += 1
        if last - end > _LONGEST:
            return None
    return folded[end:last]
