"""Names in quotation marks, for scripts that have no capitals."""

import re
from collections.abc import Iterator

_QUOTED = re.compile(r"[«“\"]([^«»“”\"\n]{3,60})[»”\"]")
_MOST_WORDS = 5
_SENTENCE = re.compile(r"[.!?؟،,;؛:]")


def find_quoted(text: str) -> Iterator[tuple[int, str]]:
    """Yield the offset and text of each quotation that is short enough to be a name."""
    for match in _QUOTED.finditer(text):
        words = match[1].split()
        if 0 < len(words) <= _MOST_WORDS and not _SENTENCE.search(match[1]):
            yield match.start(1), " ".join(words)
