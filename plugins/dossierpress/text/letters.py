"""What each character folds to.

One character of the source gives none, one or several folded ones. What gives exactly one is
*regular*; `dossierpress.text.folding` treats the rest one by one, to keep the way back.
"""

import unicodedata

APOSTROPHES = "'’‘‛ʼʻʿʾˈ`´′"
"""Apostrophes, and what transcriptions write for ʿayn and hamza: spellings of one name disagree
on them. They fold to "'", which is dropped."""

_HYPHENS = "-‐‑"
_QUOTES = "“”„‟«»‹›″"
_STOPS = "–—―•·‣…\ufffc"
"""Signs that nothing matches across; U+FFFC stands where Markdown was blanked out."""
_DROPPED = (
    *(0x00AD, 0xFEFF, 0x0640),  # soft hyphen, byte order mark, tatweel
    *range(0x200B, 0x2010),  # zero-width space, joiners (ZWNJ in Persian), direction marks
    *range(0x202A, 0x202F),
    *range(0x2060, 0x206A),
)
_LETTERS = {
    "ی": "ي",  # Persian yeh
    "ى": "ي",  # alef maqsura, which Egypt writes for yeh
    "ے": "ي",
    "ک": "ك",  # Persian kaf
    "ٱ": "ا",
    "ة": "ه",  # Persian and hurried Arabic write the feminine ending so: القاهره
    "ە": "ه",
    "ہ": "ه",
    "ھ": "ه",
}
"""Arabic-script letters that writers exchange; NFKD has taken the hamza off أ إ ؤ ئ already.

A hamza that stands alone is kept: dropping it would make one of too many short words."""


MARKS = "\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc"
"""The marks that are written on letters, as a range of a pattern."""


class Letters(dict[int, str]):
    """What each character folds to, by its code; worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        self[code] = folded = _fold(chr(code))
        return folded


LETTERS = Letters()


def _fold(character: str) -> str:
    if character in APOSTROPHES:
        return "'"
    if character in _HYPHENS:
        return "-"
    if character.isspace():
        return character if character == "\n" else " "
    if character in _QUOTES:
        return '"'
    if character in _STOPS:
        return ";"
    if ord(character) in _DROPPED:
        return ""
    if character.isdecimal():
        return str(unicodedata.decimal(character))
    decomposed = unicodedata.normalize("NFKD", character)
    kept = "".join(c for c in decomposed if not unicodedata.category(c).startswith("M"))
    return "".join(_letter(c) for c in kept.casefold())


def _letter(character: str) -> str:
    """Fold one decomposed character, which may have come out of a ligature or a wide form."""
    if character in _HYPHENS:
        return " "
    if character in APOSTROPHES or character.isspace():  # a mark that stands alone bears a space
        return ""
    return ";" if character in _STOPS else _LETTERS.get(character, character)
