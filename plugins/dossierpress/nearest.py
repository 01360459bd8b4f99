"""What somebody may have meant: the known names that are nearest to a misspelt one."""

import difflib
from collections.abc import Iterable

MOST = 3


def nearest(word: str, known: Iterable[str]) -> tuple[str, ...]:
    """Return at most `MOST` known names like `word`, the nearest first; case says nothing."""
    by_key: dict[str, str] = {}
    for name in known:
        by_key.setdefault(name.casefold(), name)
    keys = difflib.get_close_matches(word.casefold(), sorted(by_key), n=MOST)
    return tuple(by_key[key] for key in keys)


def did_you_mean(word: str, known: Iterable[str], otherwise: str) -> str:
    """Return a hint with the nearest known names, or `otherwise` where none is near."""
    near = nearest(word, known)
    return f"did you mean {' or '.join(near)}?" if near else otherwise
