"""Spellings of one name: what is left of a transliteration when the doubtful letters are gone."""

import re
from functools import lru_cache

from dossierpress.text.folding import fold_key

_ARTICLES = re.compile(r"\b(?:al|el|ar|as|ash|at|ad|an|az|ez|es|the) (?=\w)")
_SAME = (
    ("kh", "h"),
    ("gh", "g"),
    ("dh", "d"),
    ("th", "t"),
    ("sh", "s"),
    ("ch", "s"),
    ("ph", "f"),
    ("ck", "k"),
    ("q", "k"),
    ("c", "k"),
    ("z", "s"),
    ("v", "w"),
    ("b", "p"),
    ("j", "g"),
)
"""Letters that transliterations from Arabic, Persian and Hebrew confuse; in order."""
_VOWELS = re.compile(r"[aeiouywh]")
_DOUBLE = re.compile(r"(.)\1+")


@lru_cache(maxsize=1 << 16)
def skeleton(name: str) -> str:
    """Return the consonants of a name that every spelling keeps, its words joined.

    "Kataib Hizballah" and "Kata'ib Hezbollah" give one skeleton, as do "Soleimani" and
    "Suleymani".
    """
    text = _ARTICLES.sub("", fold_key(name))
    words = []
    for word in text.split():
        for spelling, letter in _SAME:
            word = word.replace(spelling, letter)
        first = "a" if word[0] in "aeiou" else word[0]
        words.append(_DOUBLE.sub(r"\1", first + _VOWELS.sub("", word[1:])))
    return " ".join(words)
