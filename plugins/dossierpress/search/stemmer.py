"""English stems as lunr.js makes them, which is what a reader's browser stems a query with.

lunr.py's stemmer is the same algorithm (M. F. Porter, "An algorithm for suffix stripping", 1980)
and differs in three small things, which `_Stemmer` settles lunr.js' way. The tests compare both.
"""

from lunr.stemmer import PorterStemmer

_ENDINGS = (
    *("s", "ed", "ing", "y", "e", "ll", "al", "er", "ic", "ant", "ment", "ent", "ou", "ism"),
    *("ion", "iti", "li", "enci", "anci", "logi", "ator", "ful"),
)
"""What a word must end in for any step to change it."""
_BEFORE_E = ("at", "bl", "iz")
"""Ends after which step 1b puts an e back; they alone may be the whole word."""


class _Stemmer(PorterStemmer):  # type: ignore[misc]  # the library has no types
    """Porter's algorithm with what lunr.js does otherwise.

    An ending is no ending where nothing stands before it ("ies"); a double y is none ("kyyed"); and
    a final y turns into i after a consonant that does not begin the word, and only there: "try" and
    "tries" meet, "day" stays.
    """

    b: str
    """The word; `k` is the number of its last letter."""
    k: int

    def ends(self, s: str) -> int:
        """Say whether the word has an ending, and something before it."""
        if len(s) > self.k and s not in _BEFORE_E:
            return 0
        return int(super().ends(s))

    def doublec(self, j: int) -> int:
        """Say whether two same consonants stand at a place."""
        return 0 if self.b[j] == "y" else int(super().doublec(j))

    def step1c(self) -> None:
        """Turn a final y into i."""
        word, last = self.b, self.k
        if last > 1 and word[last] == "y" and word[last - 1] not in "aeiou":
            self.b = word[:last] + "i" + word[last + 1 :]


_STEMMER = _Stemmer()


def stem(word: str) -> str:
    """Return the stem of a word in small letters."""
    if len(word) < 3 or not word.endswith(_ENDINGS):
        return word
    stemmed: str = _STEMMER.stem(word)
    return stemmed
