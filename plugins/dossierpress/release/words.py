"""The words that changed between two texts."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from dossierpress.release.snapshot import Piece

AROUND = 8
"""How many words that stayed the same are shown on either side of a change."""
MOST = 20_000
"""Longer texts, in words, are compared as a whole: comparing takes time with the square of them."""
_WORD = re.compile(r"\S+\s*|\A\s+")


def compare(before: str, after: str) -> tuple[Piece, ...]:
    """Return a text as pieces: words that are the same, gone or new; `()` where nothing changed.

    White space counts as part of the word before it and is not compared. Of long runs that are the
    same, the middle is left out.
    """
    old, new = _WORD.findall(before), _WORD.findall(after)
    old_keys, new_keys = [word.strip() for word in old], [word.strip() for word in new]
    if old_keys == new_keys:
        return ()
    if max(len(old), len(new)) > MOST:
        pieces = [Piece("gone", before), Piece("new", after)]
    else:
        matcher = SequenceMatcher(None, old_keys, new_keys, autojunk=False)
        pieces = []
        for what, a, b, c, d in matcher.get_opcodes():
            if what == "equal":
                pieces.append(Piece("same", "".join(new[c:d])))
                continue
            if a < b:
                pieces.append(Piece("gone", "".join(old[a:b])))
            if c < d:
                pieces.append(Piece("new", "".join(new[c:d])))
    last = len(pieces) - 1
    return tuple(
        part
        for place, piece in enumerate(p for p in pieces if p.text)
        for part in _near(piece, first=place == 0, last=place == last)
    )


def _near(piece: Piece, *, first: bool, last: bool) -> Iterator[Piece]:
    """Yield of a run that is the same only what stands near a change."""
    words = _WORD.findall(piece.text) if piece.is_ == "same" else []
    before, after = (0 if first else AROUND), (0 if last else AROUND)
    if len(words) <= before + after + 1:
        yield piece
        return
    if before:
        yield Piece("same", "".join(words[:before]))
    yield Piece("cut")
    if after:
        yield Piece("same", "".join(words[-after:]))
