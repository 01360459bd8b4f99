"""The language of a text, only where its letters leave no doubt."""

import re

_ARABIC_SCRIPT = re.compile(r"[\u0620-\u064a\u066e-\u06d3]")
_LATIN = re.compile(r"[A-Za-z]")
_PERSIAN = re.compile(r"[پچژگ]")
_URDU = re.compile(r"[ٹڈڑے]")
_ARABIC = re.compile(r"[ةىإأؤ]")
_HEBREW = re.compile(r"[\u05d0-\u05ea]")
TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
"""The form of a BCP 47 language tag, as far as news needs it."""
_NAMES = {
    "english": "en", "arabic": "ar", "persian": "fa", "farsi": "fa", "french": "fr",
    "german": "de", "hebrew": "he", "kurdish": "ku", "russian": "ru", "spanish": "es",
    "turkish": "tr", "urdu": "ur",
}  # fmt: skip


def language_of(text: str) -> str | None:
    """Return "ar", "fa" or "he" where the letters prove it; None where they do not."""
    if text.isascii():
        return None
    latin = len(_LATIN.findall(text))
    if len(_HEBREW.findall(text)) > latin:
        return "he"
    if len(_ARABIC_SCRIPT.findall(text)) <= latin or _URDU.search(text):
        return None
    if _PERSIAN.search(text):
        return "fa"
    return "ar" if _ARABIC.search(text) else None


def language_tag(text: str) -> str | None:
    """Return the tag for a language's name or tag; None where it is neither."""
    name = _NAMES.get(text.casefold())
    return name or (text if TAG.fullmatch(text) and len(text.split("-")[0]) < 4 else None)
