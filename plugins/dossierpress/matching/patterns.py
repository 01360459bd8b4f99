"""All texts to look for at once, and where they stand between word boundaries.

Texts of alphabets that separate words are looked for with a space on either side, in a text whose
every sign but letters and digits is a space: so the automaton itself sees to the boundaries, and
"is" is never found in "this". Arabic script joins particles to a name; its texts are looked for
as they are, and `joined` says what may stand beside them.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ahocorasick_rs import AhoCorasick, Implementation

from dossierpress.matching.joined import contracted, is_joined, may_join

Found = tuple[str, int, int]
"""A text that was looked for, and the start and end of its place in the folded text."""


class _Gaps(dict[int, int]):
    """Maps each character that is no letter or digit to a space, and every other to itself."""

    def __missing__(self, code: int) -> int:
        self[code] = mapped = code if chr(code).isalnum() else 0x20
        return mapped


_GAPS = _Gaps()
_ASCII_GAPS = bytes(code if chr(code).isalnum() else 0x20 for code in range(128)) + bytes(128)
_OTHER_ALPHABET = re.compile("[^\x00-\x7f]")


@dataclass(frozen=True)
class Patterns:
    """Two automata, and for each of their patterns the texts that it may stand for.

    Attributes:
        plain: for a pattern's number the one text that it stands for, where no sign of it has to
            be compared; else None. So it is mostly, and this is quick.
        spaced_texts: for a pattern's number, its texts, each with how many of its signs stand
            before the first letter, and whether it holds a sign that has to be compared.
        joined: the automaton for Arabic script; None where there is nothing to find.
    """

    spaced: AhoCorasick
    plain: tuple[str | None, ...]
    spaced_texts: tuple[tuple[tuple[str, int, bool], ...], ...]
    joined: AhoCorasick | None
    joined_texts: tuple[str, ...]

    def find(self, folded: str) -> list[Found]:
        """Return every place of every text, overlapping ones too."""
        found: list[Found] = []
        plain, texts = self.plain, self.spaced_texts
        padded = f" {_gapped(folded)} "
        for number, start, end in self.spaced.find_matches_as_indexes(padded, overlapping=True):
            only = plain[number]
            if only is not None:
                found.append((only, start, end - 2))
                continue
            for text, lead, has_signs in texts[number]:
                if not has_signs:
                    found.append((text, start, end - 2))
                elif folded.startswith(text, start - lead) and not _goes_on(
                    folded, start - lead + len(text)
                ):
                    found.append((text, start - lead, start - lead + len(text)))
        if self.joined is not None and _OTHER_ALPHABET.search(folded):
            found.extend(self._find_joined(self.joined, folded))
        return found

    def _find_joined(self, automaton: AhoCorasick, folded: str) -> Iterator[Found]:
        for number, start, end in automaton.find_matches_as_indexes(folded, overlapping=True):
            text = self.joined_texts[number]
            if is_joined(folded, start, end, text):
                yield text, start, end


def compile_patterns(texts: Iterable[str]) -> Patterns:
    """Build the automata for folded texts."""
    spaced: dict[str, list[tuple[str, int, bool]]] = {}
    joined: dict[str, str] = {}
    for text in texts:
        if may_join(text):
            joined.update(dict.fromkeys(contracted(text), text))
            joined[text] = text
            continue
        padded = _gapped(text)
        core = padded.strip()
        if core:
            lead = len(padded) - len(padded.lstrip())
            spaced.setdefault(f" {core} ", []).append((text, lead, core != text or " " in core))
    return Patterns(
        _automaton(spaced),
        tuple(None if len(found) > 1 or found[0][2] else found[0][0] for found in spaced.values()),
        tuple(tuple(found) for found in spaced.values()),
        _automaton(joined) if joined else None,
        tuple(joined.values()),
    )


def _goes_on(folded: str, end: int) -> bool:
    """Say whether an abbreviation goes on behind its full stop: "U.S." in "U.S.S.R."."""
    return folded[end - 1] == "." and folded[end : end + 1].isalpha()


def _gapped(text: str) -> str:
    """Return a text with a space for every sign; mostly it is ASCII, which is quick."""
    if text.isascii():
        return text.encode("ascii").translate(_ASCII_GAPS).decode("ascii")
    return text.translate(_GAPS)


def _automaton(patterns: Iterable[str]) -> AhoCorasick:
    # The contiguous automaton is nearly as quick as the largest and takes a tenth of its memory.
    return AhoCorasick(
        list(patterns), implementation=Implementation.ContiguousNFA, store_patterns=False
    )
