"""What an earlier run read in the texts of articles, so that a text is cut into terms once.

A text is kept as the numbers of its terms, under the digest of its article; the terms themselves
stand in one list, in the order of their numbers. A term that no text has any more keeps its number
until there are too many of them; then all texts are read anew.
"""

from array import array
from collections.abc import Iterable
from pathlib import Path

from msgspec import Struct

from dossierpress.kept import read_kept, write_kept
from dossierpress.search.terms import term, trimmed

FILE = "search"
"""The name of the file, in the folder of all that is kept."""
_MOST_UNUSED = 0.3
"""Where more of the terms than this part are used no more, nothing is kept."""


class Vocabulary(dict[str, int]):
    """The number of each word's term, by the word as it is written; -1 for a word without one."""

    def __init__(self, terms: Iterable[str] = ()) -> None:
        """Begin with some terms, numbered in their order."""
        super().__init__()
        self.numbers: dict[str, int] = {term: number for number, term in enumerate(terms)}
        """The number of each term, in the order in which the terms were met."""

    def __missing__(self, word: str) -> int:
        plain = trimmed(word)
        if plain != word:  # each word is stemmed once, whatever stands around it
            number = self[plain]
        else:
            found = term(word)
            number = self.number(found) if found else -1
        self[word] = number
        return number

    def number(self, found: str) -> int:
        """Return the number of a term."""
        return self.numbers.setdefault(found, len(self.numbers))


class Said(Struct, frozen=True, array_like=True):
    """What is found in an article, and what a result shows of it.

    Attributes:
        shown: its title; `excerpt` is the beginning of its text.
        title: the numbers of the terms in title and subtitle, by place; -1 for a word without one.
            So are `standfirst` and `body`; all are the bytes of an `array("i")`.
    """

    shown: str
    excerpt: str
    title: bytes
    standfirst: bytes
    body: bytes


class _Record(Struct, array_like=True):
    terms: list[str]
    said: dict[bytes, Said]


class Known:
    """The articles' texts of the last run, and those of this one."""

    def __init__(self, file: Path | None = None) -> None:
        """Open what is kept; a file that is absent, broken or of other code is an empty one."""
        self._file = file
        record = read_kept(file, b"", _Record) or _Record([], {})
        self.vocabulary = Vocabulary(record.terms)
        self._said = record.said
        self._used: dict[bytes, Said] = {}
        self._is_new = False

    def recall(self, digest: bytes) -> Said | None:
        """Return what is known of an article of this digest; None where it has to be read."""
        said = self._said.get(digest)
        if said is not None:
            self._used[digest] = said
        return said

    def keep(self, digest: bytes, said: Said) -> None:
        """Remember what was read in an article of this digest."""
        self._used[digest] = said
        self._is_new = True

    def write(self, used: int) -> None:
        """Replace the file, where this run used other texts than the last one.

        Args:
            used: how many of the terms stand in any document now.
        """
        if self._file is None or not (self._is_new or len(self._used) != len(self._said)):
            return
        terms = list(self.vocabulary.numbers)
        if used < (1 - _MOST_UNUSED) * len(terms):
            terms, self._used = [], {}
        write_kept(self._file, b"", _Record(terms, self._used))


def numbers(packed: bytes) -> "array[int]":
    """Return the numbers of a text as it is kept."""
    found = array("i")
    found.frombytes(packed)
    return found
