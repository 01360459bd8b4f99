"""A name and the acronym that a text or the registry gives it: "Long Name (ACR)"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dossierpress.text.folding import fold_key

_PAREN = re.compile(r"\(\s*(?:the\s+|or\s+)?[“\"'‘]?([A-Z][A-Za-z&.-]{1,9})[”\"'’]?\s*[),;]")
_WORDS = re.compile(r"[^\W_][\w'’ʼ]*")
_REACH = 120
"""How many characters before the bracket the long form may begin."""
_SKIPPED = frozenset("a al an and as de del der di el for in la le of on the to und y".split())


@dataclass(frozen=True)
class Pair:
    """A long name and its acronym, as a text writes them."""

    long: str
    short: str


def find_pairs(text: str) -> Iterator[Pair]:
    """Yield each long name with its acronym, where the letters fit."""
    for match in _PAREN.finditer(text):
        short = match[1].replace(".", "")
        if sum(letter.isupper() for letter in short) < 2:
            continue
        before = text[max(0, match.start() - _REACH) : match.start()]
        long = _long_form(before, short)
        if long:
            yield Pair(long, short)


def initials(name: str) -> str:
    """Return the first letters of a name's words, without connectors, in lower case."""
    return "".join(word[0] for word in fold_key(name).split() if word not in _SKIPPED)


def _long_form(before: str, short: str) -> str | None:
    """Return the fewest words right before the bracket whose initials are the acronym's."""
    if not before.strip() or before.rstrip()[-1] in ".!?;:":
        return None
    start = max(before.rfind(stop) for stop in (". ", "; ", ": ", "\n\n", ") "))
    offset = start + 1 if start >= 0 else 0
    matches = list(_WORDS.finditer(before, offset))
    wanted = fold_key(short).replace("&", "").replace("-", "").replace(" ", "")
    for count in range(1, min(len(matches), len(wanted) + 5) + 1):
        words = matches[-count:]
        if not words[0][0][0].isupper():
            continue
        if initials(" ".join(word[0] for word in words)) == wanted:
            return " ".join(before[words[0].start() :].split())
    return None
