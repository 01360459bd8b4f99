"""File names for articles: safe on every system, and the same for the same headline."""

import hashlib
import re
import unicodedata

MAX_LENGTH = 80
"""The longest slug."""

_RESERVED = re.compile(r"con|prn|aux|nul|com\d|lpt\d|index")
_LETTERS = str.maketrans({"ø": "o", "æ": "ae", "œ": "oe", "ß": "ss", "đ": "d", "ð": "d", "ł": "l",
                          "þ": "th", "ı": "i"})  # fmt: skip
_APOSTROPHES = re.compile(r"['’‘ʼʻʿʾ`´]")


def slugify(title: str) -> str:
    """Return a headline in the letters a-z, digits and hyphens.

    A headline that has hardly any Latin letters gets a slug from its digest: a transliteration
    would be a guess.
    """
    folded = _APOSTROPHES.sub("", title.casefold().translate(_LETTERS))
    decomposed = unicodedata.normalize("NFKD", folded)
    words = "".join(char for char in decomposed if not unicodedata.combining(char))
    slug = _shortened(re.sub(r"[^a-z0-9]+", "-", words).strip("-"))
    letters = sum(char.isalpha() for char in words)
    if not slug or 2 * sum(char.isalpha() for char in slug) < min(letters, MAX_LENGTH):
        return f"story-{hashlib.sha256(title.encode()).hexdigest()[:10]}"
    return f"{slug}-story" if _RESERVED.fullmatch(slug) else slug


def article_id(day: str | None, title: str, taken: frozenset[str] | set[str]) -> str:
    """Return `<date>-<slug>`, or `undated-<slug>`; with "-2" and so on where that is taken.

    Args:
        day: an EDTF date or RFC 3339 time; of an interval its first day stands in the name.
        title: the headline.
        taken: the ids that the dossier has already.
    """
    dated = re.match(r"\d{4}(?:-\d\d(?:-\d\d)?)?", day or "")
    stem = f"{dated[0] if dated else 'undated'}-{slugify(title)}"
    number = 1
    name = stem
    while name in taken:
        number += 1
        name = f"{stem}-{number}"
    return name


def _shortened(slug: str) -> str:
    if len(slug) <= MAX_LENGTH:
        return slug
    cut = slug[: MAX_LENGTH + 1].rpartition("-")[0]
    return cut if len(cut) > MAX_LENGTH // 2 else slug[:MAX_LENGTH]
