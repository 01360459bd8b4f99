"""The words of a text in the form in which two copies of it are the same."""

import re
import unicodedata

_IN_WORD = re.compile(r"\w")
_SIGNS = re.compile("[‘’“”–—…]")
"""The signs that an English text has beyond ASCII; no word has one."""


class _Parting(dict[int, int | str | None]):
    """What each character becomes: a combining mark goes, and what is in no word is a space."""

    def __missing__(self, code: int) -> int | str | None:
        if unicodedata.combining(chr(code)):
            self[code] = None
        else:
            self[code] = code if _IN_WORD.match(chr(code)) else " "
        return self[code]


_PARTING = _Parting()


def words_of(text: str) -> list[str]:
    """Return the words of a text in order: without case, marks and punctuation (NFKD)."""
    if not text.isascii():
        text = _SIGNS.sub(" ", text)
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text)
    return text.casefold().translate(_PARTING).split()
