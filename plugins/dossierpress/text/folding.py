"""Folding: the form in which texts are compared, with the way back to the source.

NFKD without marks; case folded; apostrophe and ʿayn variants, zero-width characters and tatweel
dropped; a trailing possessive stripped; a hyphen, also one at a line's end, as a space; runs of
white space as one space; a blank line as one newline, which nothing matches; Arabic and Persian
letter variants unified. A hyphen beside a space is a dash and stays apart from both names.
"""

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass

APOSTROPHES = "'’‘‛ʼʻʿʾˈ`´′"
"""Signs that spellings of one name disagree on."""
_HYPHENS = "-‐‑"
_DROPPED = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u0640"
_LETTERS = {"ی": "ي", "ى": "ي", "ک": "ك", "ٱ": "ا", "ە": "ه"}
_MARKS = "\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06ea-\u06ed"
_IRREGULAR = re.compile(
    rf"(?P<possessive>(?<=[\w{_MARKS}])['’ʼ][sS](?!\w))"
    rf"|(?P<dropped>[{_DROPPED}{_MARKS}]+|[{APOSTROPHES}])"
    rf"|(?P<wrap>[{_HYPHENS}]\n(?<=\w[{_HYPHENS}]\n)(?=\w))"
    r"|(?P<space>\s{2,}|[\t\n\r])"
)
_NOTHING = re.compile(f"[{APOSTROPHES}{_DROPPED}{_MARKS}]")
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n")


class _Letters(dict[int, str]):
    """What each character folds to, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        decomposed = unicodedata.normalize("NFKD", character)
        kept = "".join(c for c in decomposed if not unicodedata.combining(c))
        self[code] = folded = "".join(_letter(c) for c in kept.casefold())
        return folded


def _letter(character: str) -> str:
    """Fold one decomposed character, which may have come out of a ligature or a wide form."""
    if character in _HYPHENS or (character.isspace() and character != "\n"):
        return " "
    if _NOTHING.match(character):
        return ""
    return _LETTERS.get(character, character)


@dataclass(frozen=True)
class Folded:
    """A folded text and the way back.

    Attributes:
        text: the folded form.
        source: the text it was made of.
        starts: where each run of the folded form begins; ascending.
        origins: where that run begins in the source; within a run, characters go one to one.
    """

    text: str
    source: str
    starts: tuple[int, ...]
    origins: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the source's offsets of `text[start:end]`, which must not be empty."""
        last = self._origin(end - 1) + 1
        while last < len(self.source) and unicodedata.combining(self.source[last]):
            last += 1
        return self._origin(start), last

    def _origin(self, position: int) -> int:
        run = bisect_right(self.starts, position) - 1
        return self.origins[run] + position - self.starts[run]


def fold(text: str, *, wrapped: bool = True) -> Folded:
    """Fold a text, keeping the way back to its offsets.

    Args:
        text: any text.
        wrapped: whether a single newline only wraps a line (Markdown); otherwise it separates.
    """
    letters = _LETTERS_TABLE
    parts: list[str] = []
    starts: list[int] = []
    origins: list[int] = []
    length = position = 0

    def emit(folded: str, origin: int) -> None:
        nonlocal length
        if folded:
            parts.append(folded)
            starts.append(length)
            origins.append(origin)
            length += len(folded)

    def emit_regular(start: int, end: int) -> None:
        piece = text[start:end]
        folded = piece.translate(letters)
        if piece.isascii() or all(len(letters[ord(character)]) == 1 for character in set(piece)):
            emit(folded, start)
            return
        for offset, character in enumerate(piece, start):
            for letter in character.translate(letters):
                emit(letter, offset)

    for match in _IRREGULAR.finditer(text):
        emit_regular(position, match.start())
        if match.lastgroup == "space":
            emit(_space(match[0], wrapped), match.start())
        elif match.lastgroup == "wrap":
            emit(" " if wrapped else "\n", match.start())
        position = match.end()
    emit_regular(position, len(text))
    return Folded("".join(parts), text, tuple(starts), tuple(origins))


def fold_key(text: str) -> str:
    """Return the folded form of a name, without white space around it."""
    return fold(text).text.strip()


def _space(run: str, wrapped: bool) -> str:
    if "\n" not in run:
        return " "
    return "\n" if not wrapped or _BLANK_LINE.search(run) else " "


_LETTERS_TABLE = _Letters()
