"""A text → the terms that it is found by; lunr's way, made safe for all scripts.

The steps are lunr's: small letters, cut at white space and hyphens, trimmed of what is no letter
or digit, without stop words, stemmed. English words come out as from lunr.js. From other words
lunr.js trims every letter beyond ASCII at either end, and so all of an Arabic word; here such a
word is folded as the matcher folds names, so that it is found in each of its spellings.
`client/terms.js` does the same to a query.
"""

import re

from lunr.stop_word_filter import WORDS

from dossierpress.search.stemmer import stem
from dossierpress.text.folding import fold_key
from dossierpress.text.letters import APOSTROPHES

_BREAKS = "—–‐‑―…"
"""Signs between words that lunr does not cut at."""
_BREAK = re.compile(rf"[{_BREAKS}]")
_APOSTROPHE = {ord(sign): "'" for sign in APOSTROPHES if sign > "\x7f"}
_QUOTE = {ord(sign): '"' for sign in "“”„«»‹›"}
_TYPOGRAPHY = {**_APOSTROPHE, **_QUOTE}
"""What English is printed with; without it most of its words are ASCII, and come out as lunr's."""
_SIGNS = "".join(sign for sign in map(chr, range(128)) if not (sign.isalnum() or sign == "_"))
_EDGES = re.compile(r"^\W+|\W+$")
_ARTICLE = re.compile(r"^(?:[وفبك]?ال|لل)(?=\w{3})")
"""The Arabic article, also joined to a particle; three letters of the word are left."""

Words = list[str]


def split(text: str) -> Words:
    """Return the words of a text in their order, in small letters; a word's place is its number."""
    if not text.isascii():
        text = _BREAK.sub(" ", text)
    return text.lower().replace("-", " ").split()


def term(word: str) -> str:
    """Return the term of one of the words that `split` gives; "" where it is not searched for."""
    word = trimmed(word)
    return "" if word in WORDS else stem(word)


def trimmed(word: str) -> str:
    """Return a word without what is no letter or digit around it, folded where it is not ASCII."""
    if not word.isascii():
        word = word.translate(_TYPOGRAPHY)
        if not word.isascii():
            word = _ARTICLE.sub("", _EDGES.sub("", fold_key(word)))
            if not word.isascii():
                return _EDGES.sub("", word)
    return word.strip(_SIGNS)  # as `_EDGES` would, many times faster
