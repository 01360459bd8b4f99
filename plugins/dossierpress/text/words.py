"""The words of a text in the form in which two copies of it are the same."""

import re
import unicodedata

_WORD = re.compile(r"\w+")


class _Unmarked(dict[int, int | None]):
    """What each character becomes: a combining mark goes; worked out when it is first met."""

    def __missing__(self, code: int) -> int | None:
        self[code] = None if unicodedata.combining(chr(code)) else code
        return self[code]


_UNMARKED = _Unmarked()


def words_of(text: str) -> list[str]:
    """Return the words of a text in order: without case, marks and punctuation (NFKD)."""
    if text.isascii():
        # The same as below, many times faster.
        return _WORD.findall(text.casefold())
    folded = unicodedata.normalize("NFKD", text).casefold()
    return _WORD.findall(folded.translate(_UNMARKED))
